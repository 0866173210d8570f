import { useNavigate } from '@tanstack/react-router'
import { FixButton, FixDialogs } from '#app/parts/findings/fix-button.tsx'
import { SeverityMark } from '#app/parts/findings/severity-mark.tsx'
import { useTokenFindings } from '#app/parts/findings/use-token-findings.ts'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Card } from '#app/ui/card.tsx'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { SEVERITY_LABELS, type Finding } from '#domain/findings/finding.ts'
import { RULES } from '#domain/findings/rules.ts'
import type { Suppressed } from '#domain/findings/suppressions.ts'
import { count } from '#domain/text/plural.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './token-detail.module.css'

/** What is wrong with a token, the most urgent first, each with what ends it. */
export function FindingsCard({ token }: { token: Token }) {
  const accountId = useAccountId()
  const { findings, isCompared, hasCatalogue } = useTokenFindings(accountId, token)

  return (
    <FixDialogs>
      <Card>
        <Section
          title="Findings"
          actions={<Link href={paths.findings(accountId, { token: token.id })}>All of this token</Link>}
        >
          {findings ? (
            <>
              {findings.open.length === 0 && (
                <p className={styles.nothing}>Nothing found in its permissions, IP limit, dates and use.</p>
              )}
              <ul className={styles.risks}>
                {findings.open.map((finding) => (
                  <FindingLine key={finding.fingerprint} finding={finding} token={token} />
                ))}
              </ul>
              <SuppressedFold suppressed={findings.suppressed} />
              {!hasCatalogue && (
                <p className={styles.note}>
                  The permission groups can’t be read, so rules that need them are left out.
                </p>
              )}
              {!isCompared && (
                <p className={styles.note}>Not compared with other tokens: they haven’t all been loaded.</p>
              )}
            </>
          ) : (
            <Skeleton lines={3} />
          )}
        </Section>
      </Card>
    </FixDialogs>
  )
}

function FindingLine({ finding, token }: { finding: Finding; token: Token }) {
  const accountId = useAccountId()
  const navigate = useNavigate()
  const leave = () => void navigate({ href: paths.tokens(accountId), replace: true })
  const rule = RULES.find(({ id }) => id === finding.rule)
  return (
    <li>
      <SeverityMark severity={finding.severity} />
      <div>
        <p>
          <span className="visually-hidden">{SEVERITY_LABELS[finding.severity]}: </span>
          <b>{rule?.title}</b>
        </p>
        <p className={styles.hint}>
          {finding.seen} {rule?.why}
        </p>
      </div>
      <FixButton finding={finding} token={token} onDeleted={leave} />
    </li>
  )
}

function SuppressedFold({ suppressed }: { suppressed: Suppressed[] }) {
  if (suppressed.length === 0) return null
  return (
    <details className={styles.suppressed}>
      <summary>{count(suppressed.length, 'suppressed finding')}</summary>
      <ul>
        {suppressed.map(({ finding, suppression }) => (
          <li key={finding.fingerprint}>
            {finding.seen} <span className={styles.hint}>{suppression.reason}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
