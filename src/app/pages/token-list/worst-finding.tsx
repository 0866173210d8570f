import { SeverityMark } from '#app/parts/findings/severity-mark.tsx'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { SEVERITY_LABELS } from '#domain/findings/finding.ts'
import type { Judged } from '#domain/inventory/judged.ts'
import styles from './list-cells.module.css'

type WorstFindingProps = { accountId: string; tokenId: string; judged: Judged }

/** "Act now +3", which leads to the findings of the token. */
export function WorstFinding({ accountId, tokenId, judged: { worst, count } }: WorstFindingProps) {
  if (worst === null) return <span className="quiet">None found</span>
  return (
    <Link className={styles.line} href={paths.findings(accountId, { token: tokenId })}>
      <SeverityMark severity={worst} />
      {SEVERITY_LABELS[worst]}
      {count > 1 && <span className="quiet">+{count - 1}</span>}
    </Link>
  )
}
