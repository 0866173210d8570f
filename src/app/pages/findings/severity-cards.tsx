import { SeverityMark } from '#app/parts/findings/severity-mark.tsx'
import { SEVERITIES, SEVERITY_LABELS, type Severity } from '#domain/findings/finding.ts'
import { grouped } from '#domain/text/plural.ts'
import { MEANINGS } from './finding-view.ts'
import styles from './findings.module.css'

type SeverityCardsProps = {
  /** Tokens by their worst finding. */
  counts: Record<Severity, number>
  chosen: string
  onChoose: (severity: string) => void
}

/** How many tokens there are of each severity; each narrows the findings to it. */
export const SeverityCards = ({ counts, chosen, onChoose }: SeverityCardsProps) => (
  <div className={styles.cards} role="group" aria-label="Filter by severity">
    {SEVERITIES.map((severity) => (
      <button
        key={severity}
        type="button"
        className={styles.severity}
        aria-pressed={severity === chosen}
        onClick={() => onChoose(severity === chosen ? '' : severity)}
      >
        <SeverityMark severity={severity} />
        <b>{SEVERITY_LABELS[severity]}</b>
        <span className={styles.figure}>
          {grouped(counts[severity])}
          <span className="visually-hidden">{counts[severity] === 1 ? ' token' : ' tokens'}</span>
        </span>
        <span className={styles.meaning}>{MEANINGS[severity]}</span>
      </button>
    ))}
  </div>
)
