import { SeverityMark } from '#app/parts/findings/severity-mark.tsx'
import { ButtonLink } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Card } from '#app/ui/card.tsx'
import { Disclosure } from '#app/parts/disclosure.tsx'
import { SEVERITY_LABELS, type Finding } from '#domain/findings/finding.ts'
import { byToken } from '#domain/findings/groups.ts'
import { nameInText } from '#domain/token/name.ts'
import { FindingLine } from './finding-line.tsx'
import { ruleOf, type FindingView } from './finding-view.ts'
import styles from './findings.module.css'
import { MoreLines } from './more-lines.tsx'

type TokenGroupsProps = { findings: readonly Finding[]; view: FindingView }

/** One line a token with its worst finding, which opens all of them. */
export function TokenGroups({ findings, view }: TokenGroupsProps) {
  const accountId = useAccountId()
  const groups = byToken(findings)
  return (
    <Card role="region" aria-labelledby="by-token">
      <h2 id="by-token" className="visually-hidden">
        Findings by token
      </h2>
      <MoreLines name="tokens" items={groups} keyOf={({ tokenId }) => tokenId ?? 'account'}>
        {({ tokenId, worst, more, findings: found }) => {
          const token = tokenId === null ? null : (view.tokens.get(tokenId) ?? null)
          return (
            <Disclosure
              name={tokenId ?? 'account'}
              headingLevel={3}
              isOpenAtFirst={groups.length === 1}
              summary={
                <>
                  <SeverityMark severity={worst.severity} />
                  <span className="visually-hidden">{SEVERITY_LABELS[worst.severity]}: </span>
                  <b className={styles.title}>{token ? <TokenName name={token.name} /> : 'The account'}</b>
                  <span className={styles.seen}>{ruleOf(worst.rule).title}</span>
                  {more > 0 && <span className={styles.count}>+{more}</span>}
                </>
              }
              actions={
                token && (
                  <ButtonLink
                    size="small"
                    tone="quiet"
                    href={paths.token(accountId, token.id)}
                    aria-label={`Open ${nameInText(token)}`}
                  >
                    Open
                  </ButtonLink>
                )
              }
            >
              {() => (
                <div className={styles.lines}>
                  {found.map((finding) => (
                    <FindingLine key={finding.fingerprint} finding={finding} view={view} named="rule" />
                  ))}
                </div>
              )}
            </Disclosure>
          )
        }}
      </MoreLines>
    </Card>
  )
}
