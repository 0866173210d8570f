import { useQuery } from '@tanstack/react-query'
import { hasUser } from '#app/parts/kept-in-tab.ts'
import { ownTokenWords } from '#app/parts/own-token-words.ts'
import { Several } from '#app/parts/several.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { workersQuery } from '#app/queries/resources.ts'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { upperFirst } from '#domain/resources/families.ts'
import { targetWords, type SentenceTarget } from '#domain/policy/sentence.ts'
import styles from './permissions.module.css'

type Chosen = Extract<SentenceTarget, { kind: 'chosen' }>

type PermissionResourcesProps = { targets: SentenceTarget[]; areZonesPending: boolean; areZonesKnown: boolean }

/** The resources of a policy by their names. */
export function PermissionResources({ targets, areZonesPending, areZonesKnown }: PermissionResourcesProps) {
  if (targets.length === 0) return <span className={styles.none}>No resources</span>
  return targets.map((target, index) => (
    <span key={index} className={styles.target}>
      {target.kind === 'whole' ? (
        <>
          {upperFirst(targetWords(target))}
          {target.family.reach === 'all' && target.accountId === null && ', including future ones'}
          {target.accountId && <code>{target.accountId}</code>}
        </>
      ) : target.kind === 'other' ? (
        <Names
          names={target.entries.map(({ key, value }) => ({
            text: value === '*' ? key : `${key}: ${value}`,
            isId: true,
          }))}
        />
      ) : target.family.id === 'workers' && target.accountId === null ? (
        <Workers target={target} />
      ) : target.family.id === 'zones' && areZonesPending ? (
        <Skeleton lines={Math.min(Math.ceil(target.items.length / NAMES_A_LINE), MANY_LINES)} />
      ) : (
        <Items target={target} areListed={target.family.id === 'zones' && areZonesKnown} />
      )}
    </span>
  ))
}

/** About as many names of zones share a line of the table. */
const NAMES_A_LINE = 2
const MANY_LINES = 4

/** Names of Workers are requested only where a policy has some; few do. */
function Workers({ target }: { target: Chosen }) {
  const { data: workers } = useQuery(workersQuery(useAccountId()))
  const names = new Map(workers?.map(({ id, name }) => [id, name]))
  const items = target.items.map(({ id, name }) => ({ id, name: name ?? names.get(id) ?? null }))
  return <Items target={{ ...target, items }} areListed={workers !== undefined} />
}

function Items({ target: { family, items, accountId }, areListed }: { target: Chosen; areListed: boolean }) {
  const isUnlisted = ({ name }: Chosen['items'][number]) => name === null && areListed && accountId === null
  return (
    <>
      {!family.hasTellingName && `${upperFirst(items.length === 1 ? family.noun : `${family.noun}s`)}: `}
      <Names
        names={items.map((item) => ({
          text: item.name ?? item.id,
          isId: item.name === null,
          ...(isUnlisted(item) && { remark: `not visible to ${ownTokenWords(hasUser())}` }),
        }))}
      />
      {accountId && (
        <>
          {' of account '}
          <code>{accountId}</code>
        </>
      )}
    </>
  )
}

/** The most names that are easy to read beside others. */
const MANY = 6

function Names({ names }: { names: { text: string; isId: boolean; remark?: string }[] }) {
  return (
    <Several items={names} most={MANY}>
      {({ text, isId, remark }) => (
        <>
          {isId ? <code>{text}</code> : text}
          {remark && ` (${remark})`}
        </>
      )}
    </Several>
  )
}
