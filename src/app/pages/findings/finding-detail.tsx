import { useQuery } from '@tanstack/react-query'
import { ChangeList } from '#app/parts/change-list.tsx'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { PolicySentence } from '#app/parts/policy-sentence.tsx'
import { writeSearch } from '#app/parts/search-text.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useNow } from '#app/parts/use-now.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { ExternalLink } from '#app/ui/external-link.tsx'
import { Time } from '#app/ui/time.tsx'
import { EXPLANATIONS, easingOf } from '#domain/findings/explanations.ts'
import type { Finding, Fix } from '#domain/findings/finding.ts'
import { diffTokens } from '#domain/token/diff.ts'
import { draftOf } from '#domain/token/request-body.ts'
import type { Token } from '#domain/token/token.ts'
import { ruleOf } from './finding-view.ts'
import styles from './findings.module.css'

type FindingDetailProps = { finding: Finding; token: Token | null }

/** What was found and where, why it matters and what the fix would change, and what the rule looks at. */
export function FindingDetail({ finding, token }: FindingDetailProps) {
  const rule = ruleOf(finding.rule)
  const { why, unseen, guards } = rule
  const { when, sources } = EXPLANATIONS[finding.rule]
  const easing = finding.tokenId === null ? null : easingOf(rule)
  return (
    <div className={styles.detail}>
      <div>
        <h4>What was found</h4>
        <p>{finding.seen}</p>
        {token && <Policies finding={finding} token={token} />}
        {token && <TokenLine token={token} />}
      </div>
      <div>
        <h4>Why it matters</h4>
        <p>{why}</p>
      </div>
      <div>
        <h4>The fix</h4>
        <FixWords fix={finding.fix} token={token} />
      </div>
      <div>
        <h4>When it is reported</h4>
        <p>
          {when} {easing}
        </p>
      </div>
      <div>
        <h4>What we can’t see</h4>
        <p>{unseen}</p>
        {guards.length > 0 && (
          <>
            <h4>Not reported</h4>
            <ul>
              {guards.map((guard) => (
                <li key={guard}>{guard}</li>
              ))}
            </ul>
          </>
        )}
      </div>
      {sources.length > 0 && (
        <div>
          <h4>Sources</h4>
          <ul>
            {sources.map(({ name, url }) => (
              <li key={url}>
                <ExternalLink href={url}>{name}</ExternalLink>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

const MANY = 3

/** The policies that the finding is about, with a link to each. */
function Policies({ finding, token }: { finding: Finding; token: Token }) {
  const accountId = useAccountId()
  const zones = useQuery(zonesQuery(accountId))
  const catalogue = useQuery(permissionGroupsQuery(accountId))
  const indexes = [...new Set(finding.evidence.flatMap(({ policyIndex }) => policyIndex ?? []))]
  const shown = indexes.slice(0, MANY)
  return (
    <ul className={styles.policies}>
      {shown.map((index) => (
        <li key={index}>
          <Link href={paths.token(accountId, token.id) + writeSearch({ view: 'json', policy: index + 1 })}>
            Policy {index + 1}
          </Link>
          <PolicySentence policy={token.policies[index]} zones={zones.data} catalogue={catalogue.data} />
        </li>
      ))}
      {indexes.length > MANY && <li className="quiet">and {indexes.length - MANY} more policies</li>}
    </ul>
  )
}

function TokenLine({ token }: { token: Token }) {
  const accountId = useAccountId()
  const now = useNow()
  return (
    <p className="quiet">
      <Link href={paths.token(accountId, token.id)}>
        <TokenName name={token.name} />
      </Link>
      : last used <Time value={token.lastUsedOn} missing="never" now={now} />, expires{' '}
      <Time value={token.expiresOn} missing="never" format="date" />
      {token.creatorEmail !== null && `, created by ${token.creatorEmail}`}.
    </p>
  )
}

function FixWords({ fix, token }: { fix: Fix; token: Token | null }) {
  const accountId = useAccountId()
  const now = useNow()
  const isReadOnly = useReadOnly(accountId)
  if (fix.kind === 'none') return <p>There is no change that would surely be right. Look at it, or suppress it.</p>
  if (fix.kind === 'draft' && token)
    return (
      <>
        <ChangeList label="What the fix changes" changes={diffTokens(draftOf(token), fix.draft, now, accountId)} />
        {!isReadOnly && <p className="quiet">{HOW.draft}</p>}
      </>
    )
  return (
    <>
      <p>{fix.label}.</p>
      {!isReadOnly && <p className="quiet">{HOW[fix.kind]}</p>}
    </>
  )
}

const HOW: Record<Exclude<Fix['kind'], 'none'>, string> = {
  draft: 'Opens as an edit to review. Nothing changes until you save.',
  edit: 'Opens the token to edit. Nothing changes until you save.',
  action: 'Asks first, with a preview of what changes.',
  replace: 'Opens a new token with the same policies. The old one stays until you delete it.',
}
