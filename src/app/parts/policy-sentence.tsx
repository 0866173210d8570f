import { useQuery } from '@tanstack/react-query'
import { workersQuery } from '#app/queries/resources.ts'
import { Chip } from '#app/ui/chip.tsx'
import { readDeprecation } from '#domain/permission-groups/deprecation.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { readPolicy } from '#domain/policy/read-policy.ts'
import { describePolicy, entryText, targetWords, type SentenceTarget } from '#domain/policy/sentence.ts'
import type { Named } from '#domain/resources/listing.ts'
import { DeprecationChip } from './deprecation-chip.tsx'
import { hasUser } from './kept-in-tab.ts'
import { ownTokenWords } from './own-token-words.ts'
import { Several } from './several.tsx'
import { useAccountId } from './use-account-id.ts'
import styles from './parts.module.css'

type PolicySentenceProps = {
  policy: unknown
  /** `undefined` while unknown, or when the credential may not list them: then IDs are shown. */
  zones: Named[] | undefined
  catalogue?: PermissionGroup[] | undefined
}

/** The most names that are easy to read. */
const MANY = 12

/** A policy as one sentence: effect, permission groups, resources. */
export function PolicySentence({ policy, zones, catalogue }: PolicySentenceProps) {
  const accountId = useAccountId()
  const zoneNames = new Map(zones?.map(({ id, name }) => [id, name]))
  const sentence = describePolicy(policy, { accountId, zoneNames, catalogue })
  const tone = sentence.effect === 'allow' ? 'positive' : sentence.effect === 'deny' ? 'critical' : 'caution'

  return (
    <p className={styles.sentence}>
      <Chip tone={tone}>
        {sentence.effect === 'allow' ? 'Allow' : sentence.effect === 'deny' ? 'Deny' : sentence.effect}
      </Chip>{' '}
      {sentence.groups.length === 0 && <b>no permissions</b>}
      <Several items={sentence.groups} most={MANY}>
        {({ id, name, isKnown }) => (
          <>
            {isKnown ? <b>{name}</b> : <code>{name}</code>}
            <Deprecated id={id} policy={policy} catalogue={catalogue} />
          </>
        )}
      </Several>
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

type DeprecatedProps = Pick<PolicySentenceProps, 'policy' | 'catalogue'> & { id: string }

/** The deprecation in the catalogue, or the one stored with the policy. */
function Deprecated({ id, policy, catalogue }: DeprecatedProps) {
  const known = catalogue && groupsById(catalogue).get(id)
  const stored = readPolicy(policy).permission_groups.find((group) => group.id === id)
  const deprecation = known?.deprecation ?? readDeprecation(stored?.meta)
  if (!deprecation) return null
  return (
    <>
      {' '}
      <DeprecationChip deprecation={deprecation} />
    </>
  )
}

type TargetProps = { target: SentenceTarget; zonesAreKnown: boolean }

function Target({ target, zonesAreKnown }: TargetProps) {
  const words = (
    <>
      <b>{targetWords(target)}</b>
      {target.kind !== 'other' && target.accountId && (
        <>
          {' '}
          <code>{target.accountId}</code>
        </>
      )}
    </>
  )
  if (target.kind === 'whole') return words
  return (
    <>
      {words}:{' '}
      {target.kind === 'other' ? (
        <Several items={target.entries} most={MANY}>
          {(entry) => <code>{entryText(entry)}</code>}
        </Several>
      ) : target.family.id === 'workers' ? (
        <Workers target={target} />
      ) : (
        <Items target={target} areListed={zonesAreKnown && target.family.id === 'zones'} />
      )}
    </>
  )
}

type Chosen = Extract<SentenceTarget, { kind: 'chosen' }>

/** Names of Workers are requested only when a sentence has some; few do. */
function Workers({ target }: { target: Chosen }) {
  const { data: workers } = useQuery({ ...workersQuery(useAccountId()), enabled: target.accountId === null })
  const names = new Map(workers?.map(({ id, name }) => [id, name]))
  const items = target.items.map(({ id, name }) => ({ id, name: name ?? names.get(id) ?? null }))
  return <Items target={{ ...target, items }} areListed={workers !== undefined} />
}

function Items({ target, areListed }: { target: Chosen; areListed: boolean }) {
  return (
    <Several items={target.items} most={MANY}>
      {({ id, name }) => (
        <>
          {name ?? <code>{id}</code>}
          {!name && areListed && target.accountId === null && (
            <span className={styles.aside}>{` (not visible to ${ownTokenWords(hasUser())})`}</span>
          )}
        </>
      )}
    </Several>
  )
}
