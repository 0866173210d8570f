import { useState } from 'react'
import type { Zone } from '#app/api/resources.ts'
import { Chip } from '#app/ui/chip.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { describePolicy, type SentenceTarget } from '#domain/policy/sentence.ts'
import styles from './parts.module.css'

type PolicySentenceProps = {
  policy: unknown
  accountId: string
  /** `undefined` while unknown or where the credential may not list them: then ids are shown. */
  zones: Zone[] | undefined
  catalogue?: PermissionGroup[] | undefined
}

/** As many names as one still reads. */
const MANY = 12

/** A policy as one sentence: effect, permission groups, resources. */
export function PolicySentence({ policy, accountId, zones, catalogue }: PolicySentenceProps) {
  const zoneNames = new Map(zones?.map(({ id, name }) => [id, name]))
  const sentence = describePolicy(policy, { accountId, zoneNames, catalogue })
  const [isWhole, setIsWhole] = useState(false)
  // One more than fits is shown as well: "and 1 more" would be no shorter.
  const shown = isWhole || sentence.groups.length <= MANY + 1 ? sentence.groups : sentence.groups.slice(0, MANY)
  const tone = sentence.effect === 'allow' ? 'positive' : sentence.effect === 'deny' ? 'critical' : 'caution'

  return (
    <p className={styles.sentence}>
      <Chip tone={tone} shape="level">
        {sentence.effect === 'allow' ? 'Allow' : sentence.effect === 'deny' ? 'Deny' : sentence.effect}
      </Chip>{' '}
      {sentence.groups.length === 0 && <b>no permissions</b>}
      {shown.map((group, index) => (
        <span key={`${group.id}-${index}`}>
          {index > 0 && ', '}
          {group.isKnown ? <b>{group.name}</b> : <code>{group.name}</code>}
        </span>
      ))}
      {shown.length < sentence.groups.length && (
        <>
          {' and '}
          <button type="button" className={styles.more} onClick={() => setIsWhole(true)}>
            {sentence.groups.length - shown.length} more
          </button>
        </>
      )}
      {' on '}
      {sentence.targets.length === 0 && <b>nothing</b>}
      {sentence.targets.map((target, index) => (
        <span key={index}>
          {index > 0 && ' and '}
          <Target target={target} zonesAreKnown={zones !== undefined} />
        </span>
      ))}
      .
    </p>
  )
}

type TargetProps = { target: SentenceTarget; zonesAreKnown: boolean }

function Target({ target, zonesAreKnown }: TargetProps) {
  switch (target.kind) {
    case 'account':
      return <b>this account</b>
    case 'all-zones':
      return <b>all zones</b>
    case 'all-buckets':
      return <b>all R2 buckets</b>
    case 'other-account':
      return (
        <>
          <b>another account</b> <code>{target.accountId}</code>
        </>
      )
    case 'zones':
      return (
        <>
          <b>{count(target.zones.length, 'zone')}</b>:{' '}
          {target.zones.map(({ id, name }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              {name ?? <code>{id}</code>}
              {!name && zonesAreKnown && (
                <span className={styles.aside}> (not among the zones this credential can list)</span>
              )}
            </span>
          ))}
        </>
      )
    case 'buckets':
      return (
        <>
          <b>{count(target.buckets.length, 'R2 bucket')}</b>:{' '}
          {target.buckets
            .map(({ jurisdiction, name }) => (jurisdiction === 'default' ? name : `${name} (${jurisdiction})`))
            .join(', ')}
        </>
      )
    case 'other':
      return (
        <>
          <b>{count(target.entries.length, 'other resource')}</b>:{' '}
          {target.entries.map(({ key, value }, index) => (
            <span key={key}>
              {index > 0 && ', '}
              <code>{value === '*' ? key : `${key} → ${value}`}</code>
            </span>
          ))}
        </>
      )
  }
}

const count = (amount: number, noun: string) => `${amount} ${noun}${amount === 1 ? '' : 's'}`
