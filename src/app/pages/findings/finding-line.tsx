import { FixButton } from '#app/parts/findings/fix-button.tsx'
import { SeverityMark } from '#app/parts/findings/severity-mark.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/parts/disclosure.tsx'
import { SEVERITY_LABELS, type Finding } from '#domain/findings/finding.ts'
import { nameInText } from '#domain/token/name.ts'
import { FindingDetail } from './finding-detail.tsx'
import { ruleOf, type FindingView } from './finding-view.ts'
import styles from './findings.module.css'

type FindingLineProps = {
  finding: Finding
  view: FindingView
  /** What the line begins with: the other is said above it. */
  named: 'token' | 'rule'
  isOpenAtFirst?: boolean
}

/** A finding in a line that opens all about it. */
export function FindingLine({ finding, view, named, isOpenAtFirst = false }: FindingLineProps) {
  const token = finding.tokenId === null ? null : (view.tokens.get(finding.tokenId) ?? null)
  const { title } = ruleOf(finding.rule)
  return (
    <Disclosure
      name={finding.fingerprint}
      isOpenAtFirst={isOpenAtFirst}
      summary={
        <>
          {named === 'rule' && <SeverityMark severity={finding.severity} />}
          {named === 'rule' && <span className="visually-hidden">{SEVERITY_LABELS[finding.severity]}: </span>}
          <b className={styles.title}>
            {named === 'rule' ? title : token ? <TokenName name={token.name} /> : 'The account'}
          </b>
          <span className={styles.seen}>{finding.seen}</span>
        </>
      }
      actions={
        <>
          <Button
            size="small"
            tone="quiet"
            aria-label={`Suppress “${title}”${token ? ` of ${nameInText(token)}` : ''}…`}
            onClick={() => view.onSuppress(finding)}
          >
            Suppress…
          </Button>
          {!view.isReadOnly && <FixButton finding={finding} token={token} size="small" />}
        </>
      }
    >
      {() => <FindingDetail finding={finding} token={token} />}
    </Disclosure>
  )
}
