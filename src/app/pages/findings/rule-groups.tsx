import { SeverityMark } from '#app/parts/findings/severity-mark.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/parts/disclosure.tsx'
import { SEVERITIES, SEVERITY_LABELS, type Finding, type Severity } from '#domain/findings/finding.ts'
import { byRule } from '#domain/findings/groups.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { FindingLine } from './finding-line.tsx'
import { ruleOf, type FindingView } from './finding-view.ts'
import styles from './findings.module.css'
import { manyAtOnce } from './many-at-once.ts'
import { MoreLines } from './more-lines.tsx'

type RuleGroupsProps = { findings: readonly Finding[]; view: FindingView }

/** The findings by severity, and in each by rule. */
export const RuleGroups = ({ findings, view }: RuleGroupsProps) =>
  SEVERITIES.map((severity) => {
    const found = findings.filter((finding) => finding.severity === severity)
    return found.length > 0 && <SeverityGroup key={severity} severity={severity} findings={found} view={view} />
  })

function SeverityGroup({ severity, findings, view }: RuleGroupsProps & { severity: Severity }) {
  const rules = byRule(findings)
  const id = `findings-${severity}`
  return (
    <Card role="region" aria-labelledby={id}>
      <div className={styles.groupHead}>
        <SeverityMark severity={severity} />
        <h2 id={id}>{SEVERITY_LABELS[severity]}</h2>
        <span className="quiet">
          {whom(findings)}
          {moreUrgent(findings, view)}
        </span>
      </div>
      {rules.map(({ rule, findings: found }) => {
        const { title, why } = ruleOf(rule)
        const many = view.isReadOnly ? null : manyAtOnce(found, view.tokens)
        return (
          <Disclosure
            key={rule}
            name={`${severity} ${rule}`}
            headingLevel={3}
            isOpenAtFirst={rules.length === 1}
            summary={
              <>
                <SeverityMark severity={severity} />
                <b className={styles.title}>{title}</b>
                <span className={styles.seen}>{why}</span>
                <span className={styles.count}>{whom(found)}</span>
              </>
            }
          >
            {() => (
              <div className={styles.lines}>
                {many && (
                  <p className={styles.many}>
                    <Button size="small" onClick={() => view.onBulk(many)}>
                      {many.label}
                    </Button>
                  </p>
                )}
                <MoreLines name={`${severity} ${rule} lines`} items={found} keyOf={({ fingerprint }) => fingerprint}>
                  {(finding) => (
                    <FindingLine finding={finding} view={view} named="token" isOpenAtFirst={found.length === 1} />
                  )}
                </MoreLines>
              </div>
            )}
          </Disclosure>
        )
      })}
    </Card>
  )
}

/** ", 3 of them with something more urgent": the figures above the groups count each token once. */
function moreUrgent(findings: readonly Finding[], { worst }: FindingView): string {
  const [first] = findings
  const above = new Set(
    findings.flatMap(({ tokenId }) => (tokenId !== null && worst.get(tokenId) !== first?.severity ? [tokenId] : [])),
  )
  return above.size > 0 ? `, ${grouped(above.size)} of them with something more urgent` : ''
}

/** "2 tokens", "the account", "2 tokens and the account". */
function whom(findings: readonly Finding[]): string {
  const tokens = new Set(findings.map(({ tokenId }) => tokenId))
  const hasAccount = tokens.delete(null)
  const words = count(tokens.size, 'token')
  return hasAccount ? (tokens.size > 0 ? `${words} and the account` : 'the account') : words
}
