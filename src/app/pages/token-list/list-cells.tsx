import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { lazyModule } from '#app/ui/lazy-module.ts'
import { countRanges } from '#domain/condition/count-ranges.ts'
import { countNotAllowed, listPermissions, summarizePermissions } from '#domain/policy/summary.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './list-cells.module.css'

const conditionWords = lazyModule(() => import('#domain/condition/condition-words.ts'))

/** What a cell may show. */
export type Row = {
  accountId: string
  token: Token
  /** Ms since 1970. */
  now: number
  isOwn: boolean
}

/** The one link of a row: a click on the rest of the row follows it (`row-events.ts`). */
export function NameCell({ accountId, token, isOwn }: Row) {
  return (
    <span className={styles.line}>
      <Link className={styles.name} href={paths.token(accountId, token.id)}>
        <TokenName name={token.name} />
      </Link>
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
  return conditionWords.useModule(counted !== 'Anywhere')?.summarizeCondition(condition) ?? counted
}

/** What is allowed in short; what is denied, or has another effect, is counted apart. */
export function PermissionsCell({ token: { policies } }: Row) {
  const { first, more } = summarizePermissions(policies)
  const { denied, other } = countNotAllowed(policies)
  return (
    <span className={styles.line} title={listPermissions(policies) || undefined}>
      <span className={styles.permission}>
        <span>{first?.product ?? 'None'}</span> {first?.level && <span>{first.level}</span>}
      </span>
      {more > 0 && <span className="quiet">+{more}</span>}
      {denied > 0 && <span className="quiet">{denied} denied</span>}
      {other > 0 && <span className="quiet">{other} with another effect</span>}
    </span>
  )
}
