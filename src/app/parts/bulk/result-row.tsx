import { CircleAlert, CircleCheck, CircleDashed, CircleHelp, GitCompareArrows } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Spinner } from '#app/ui/spinner.tsx'
import type { TokenOutcome } from '#app/queries/bulk-tokens.ts'
import styles from './bulk.module.css'

type ResultRowProps = {
  accountId: string
  token: { id: string; name: string }
  kind: TokenOutcome['kind']
  /** Done, and other than was asked. */
  isOdd?: boolean
  /** Deleted: it has no page. */
  isGone: boolean
  children: ReactNode
}

const ICONS = {
  waiting: CircleDashed,
  done: CircleCheck,
  conflict: GitCompareArrows,
  failed: CircleAlert,
  unknown: CircleHelp,
}

/** A token of a bulk action, and what became of it. */
export function ResultRow({ accountId, token, kind, isOdd = false, isGone, children }: ResultRowProps) {
  const name = <TokenName name={token.name} />
  return (
    <span className={styles.result} data-kind={kind}>
      {kind === 'running' ? <Spinner /> : <Icon of={isOdd ? CircleAlert : ICONS[kind]} />}
      {isGone ? name : <Link href={paths.token(accountId, token.id)}>{name}</Link>}{' '}
      <span className="quiet">{children}</span>
    </span>
  )
}
