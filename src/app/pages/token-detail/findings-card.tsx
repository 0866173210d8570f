import { useEffect, useRef, useState } from 'react'
import { FixButton, FixDialogs } from '#app/parts/findings/fix-button.tsx'
import { SeverityMark } from '#app/parts/findings/severity-mark.tsx'
import { useTokenFindings } from '#app/parts/findings/use-token-findings.ts'
import { MoreLink } from '#app/parts/more-link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useLeaveDeleted } from '#app/parts/token-actions/use-leave-deleted.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
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
  const { findings, hasCatalogue, isCompared, isComparing, compare } = useTokenFindings(accountId, token)
  const [isAsked, setIsAsked] = useState(false)
  const result = useRef<HTMLDivElement>(null)

  // The focus is outside React. The button that has it goes when its work is done.
  useEffect(() => {
    if (isAsked && isCompared) result.current?.focus()
  }, [isAsked, isCompared])

  return (
    <FixDialogs>
      <Card>
        <Section
          title="Findings"
          actions={<MoreLink href={paths.findings(accountId, { token: token.id })}>All of this token</MoreLink>}
        >
          {findings ? (
            <div ref={result} tabIndex={-1}>
              {findings.open.length === 0 && (
                <p className={styles.nothing}>
                  {isCompared ? 'Nothing found.' : 'Nothing found without a comparison with other tokens.'}
                </p>
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
                <div className={styles.note}>
                  <p>
                    Not compared with other tokens: they haven’t all been loaded. Rules such as{' '}
                    {COMPARING.map((title) => `“${title}”`).join(' and ')} wait for that.
                  </p>
                  <Button
                    size="small"
                    busy={isComparing}
                    onClick={() => {
                      setIsAsked(true)
                      compare()
                    }}
                  >
                    Compare with all tokens
                  </Button>
                </div>
              )}
            </div>
          ) : (
            <Skeleton lines={3} />
          )}
        </Section>
      </Card>
    </FixDialogs>
  )
}

/** Two of the rules that need the other tokens. */
const COMPARING = RULES.filter(({ id }) => id === 'T2' || id === 'O1').map(({ title }) => title)

function FindingLine({ finding, token }: { finding: Finding; token: Token }) {
  const accountId = useAccountId()
  const leave = useLeaveDeleted()
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
      <FixButton finding={finding} token={token} onDeleted={() => leave(accountId)} />
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
