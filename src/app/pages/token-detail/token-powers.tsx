import { useQuery } from '@tanstack/react-query'
import type { Zone } from '#app/api/resources.ts'
import { PolicySentence } from '#app/parts/policy-sentence.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { Note } from '#app/ui/note.tsx'
import type { Token } from '#domain/token/token.ts'
import styles from './token-detail.module.css'

type TokenPowersProps = { token: Token; zones: Zone[] | undefined }

/** The policies and the IP limit as sentences, with the IDs one click away. */
export function TokenPowers({ token, zones }: TokenPowersProps) {
  const { allowed, exceptions } = token.condition
  // Only what another page has loaded: a token has the names of its permissions.
  const { data: catalogue } = useQuery({ ...permissionGroupsQuery(useAccountId()), enabled: false })
  return (
    <div className={`stack ${styles.powers}`}>
      {token.policies.length === 0 && (
        <Note tone="caution" title="No policies">
          <p>A token without policies can do nothing.</p>
        </Note>
      )}
      {token.policies.length > 0 && token.policies.every(({ effect }) => effect === 'deny') && (
        <Note tone="caution" title="Only denials">
          <p>Nothing is allowed, so this token can do nothing.</p>
        </Note>
      )}
      <ol className={styles.policies} aria-label="Policies">
        {token.policies.map((policy, index) => (
          <li key={policy.id ?? index}>
            <PolicySentence policy={policy} zones={zones} catalogue={catalogue} />
            <PolicyIds policy={policy} />
          </li>
        ))}
      </ol>
      <h3>Only from</h3>
      <p className={styles.ranges}>
        {allowed.length === 0 ? <b>Anywhere on the internet</b> : <Ranges ranges={allowed} />}
        {exceptions.length > 0 && (
          <>
            {' except '}
            <Ranges ranges={exceptions} />
          </>
        )}
      </p>
    </div>
  )
}

function Ranges({ ranges }: { ranges: string[] }) {
  return ranges.map((range, index) => (
    <span key={`${range}-${index}`}>
      {index > 0 && ', '}
      <code>{range}</code>
    </span>
  ))
}

/** What a sentence leaves out: IDs for the API and Terraform, and `meta` of groups that have it. */
function PolicyIds({ policy }: { policy: Token['policies'][number] }) {
  return (
    <details className={`quiet ${styles.ids}`}>
      <summary>Ids and resource keys</summary>
      <dl>
        <dt>Policy</dt>
        <dd>{policy.id ?? 'none'}</dd>
        {policy.permission_groups.map((group, index) => (
          <div key={`${group.id}-${index}`}>
            <dt>{group.name ?? 'Permission group'}</dt>
            <dd>
              {group.id}
              {group.meta && ` ${JSON.stringify(group.meta)}`}
            </dd>
          </div>
        ))}
        {Object.entries(policy.resources).map(([key, value]) => (
          <div key={key}>
            <dt>Resource</dt>
            <dd>
              {key} → {typeof value === 'string' ? value : JSON.stringify(value)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
