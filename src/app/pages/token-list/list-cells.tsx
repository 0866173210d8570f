import { Suspense, type ReactNode } from 'react'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { lazyModule } from '#app/ui/lazy-module.ts'
import { ANY_IP, countRanges } from '#domain/condition/count-ranges.ts'
import { deniedGroup, listPermissions } from '#domain/policy/list-permissions.ts'
import { countNotAllowed, summarizePermissions, summarizeResources } from '#domain/policy/summary.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import type { Judged } from '#domain/inventory/judged.ts'
import { hasPolicyList } from '#domain/token/policy-list.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './list-cells.module.css'

const WorstFinding = lazyComponent(() => import('./worst-finding.tsx'), 'WorstFinding')

const reach = lazyModule(() => import('#domain/reach/held-policies.ts'))
const conditionWords = lazyModule(() => import('#domain/condition/condition-words.ts'))

/** What a cell may show. */
export type Row = {
  accountId: string
  token: Token
  /** Ms since 1970. */
  now: number
  isOwn: boolean
  match?: RowMatch | undefined
  judged?: Judged | undefined
}

/** What a search changes in the cells of a row that it found (`match-cells.tsx`). */
export type RowMatch = {
  name?: ReactNode
  permissions: ReactNode
  resources?: ReactNode
  /** Beside the name: a match that no cell shows. */
  why: ReactNode
}

/** The worst finding, once all tokens are read and judged. */
export function FindingsCell({ accountId, token, judged }: Row) {
  if (!judged) return <span className="quiet">…</span>
  return (
    <Suspense>
      <WorstFinding accountId={accountId} tokenId={token.id} judged={judged} />
    </Suspense>
  )
}

/** The one link of a row: a click on the rest of the row follows it (`row-events.ts`). */
export function NameCell({ accountId, token, isOwn, match }: Row) {
  return (
    <span className={styles.line}>
      <Link className={styles.name} href={paths.token(accountId, token.id)}>
        {match?.name ?? <TokenName name={token.name} />}
      </Link>
      {match?.why}
      {isOwn && (
        <Chip tone="neutral" title="Token Desk uses this token">
          Token Desk
        </Chip>
      )}
    </span>
  )
}

/** Counts the ranges; what they come to is known once the arithmetic of addresses is loaded. */
export function RangesCell({ token: { condition } }: Row) {
  const counted = countRanges(condition)
  const words = conditionWords.useModule(counted !== ANY_IP)?.summarizeCondition(condition) ?? counted
  return <span title={words}>{inColumn(words)}</span>
}

/** The heading says what it is about, and the column is narrow: "Any", "No address", "All except 2". */
const inColumn = (words: string) =>
  words
    .replace(/ IPs?( address)?/, '')
    // "None" would be read as no limit.
    .replace(/^No$/, 'No address')
    .replace(/^(All .*) ranges?$/, '$1')

export function PermissionsCell({ accountId, token, match }: Row) {
  const { policies } = token
  return (
    match?.permissions ??
    (hasPolicyList(token) ? (
      <PermissionsLine accountId={accountId} policies={policies} title={listPermissions(policies)} />
    ) : (
      'Unknown'
    ))
  )
}

export function ResourcesCell({ token, accountId, match }: Row) {
  return match?.resources ?? (hasPolicyList(token) ? summarizeResources(token.policies, accountId) : 'Unknown')
}

type PermissionsLineProps = {
  accountId: string
  policies: WirePolicy[]
  title: string
  /** The group to show, in the place of the first. */
  groupId?: string
  mark?: (text: string) => ReactNode
}

/** What is held in short, as written until the rules of denies are loaded; what is denied, or has another effect, is counted apart. */
export function PermissionsLine({ accountId, policies, title, groupId, mark = asIs }: PermissionsLineProps) {
  const { denied, other } = countNotAllowed(policies)
  const held = reach.useModule(denied > 0)?.heldPolicies(policies, accountId) ?? policies
  const { first, more, isAsked } = summarizePermissions(held, groupId)
  const deniedName = groupId && !isAsked ? deniedGroup(policies, groupId) : undefined
  return (
    <span className={styles.line} title={title || undefined}>
      <span className={styles.permission}>
        <span>{mark(first?.product ?? 'None')}</span> {first?.level && <span>{mark(first.level)}</span>}
      </span>
      {more > 0 && <span className="quiet">+{more}</span>}
      {denied > 0 && <span className="quiet">{deniedName ? mark(`${deniedName} denied`) : `${denied} denied`}</span>}
      {other > 0 && <span className="quiet">{other} with another effect</span>}
    </span>
  )
}

const asIs = (text: string): ReactNode => text
