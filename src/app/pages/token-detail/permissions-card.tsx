import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { PolicySentence } from '#app/parts/policy-sentence.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useLoadedCatalogue } from '#app/parts/use-loaded-catalogue.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Note } from '#app/ui/note.tsx'
import { permissionRows } from '#domain/reach/permission-rows.ts'
import { count } from '#domain/text/plural.ts'
import type { Token } from '#domain/token/token.ts'
import { oddPolicies } from './odd-policies.ts'
import { PermissionTable } from './permission-table.tsx'
import styles from './permissions.module.css'

/** What a token can do: a table of products and levels, and each policy as a sentence. */
export function PermissionsCard({ token }: { token: Token }) {
  const id = useId()
  const accountId = useAccountId()
  const zones = useQuery(zonesQuery(accountId))
  const catalogue = useLoadedCatalogue()
  const [hasIds, setHasIds] = useState(false)
  const names = new Map(zones.data?.map(({ id, name }) => [id, name]))
  const rows = permissionRows(token.policies, { accountId, names, catalogue })
  const groupCount = new Set(token.policies.flatMap((policy) => policy.permission_groups.map(({ id }) => id))).size
  const namesZones = rows.some(({ targets }) =>
    targets.some((target) => target.kind === 'chosen' && target.family.id === 'zones'),
  )
  const odd = oddPolicies(token)

  return (
    <Card>
      <section className={styles.card} aria-labelledby={id}>
        <div className={styles.head}>
          <h2 id={id}>Permissions</h2>
          {token.policies.length > 0 && (
            <>
              <span className={styles.counts}>
                {count(token.policies.length, 'policy')}, {count(groupCount, 'permission group')}
              </span>
              <Button tone="quiet" size="small" onClick={() => setHasIds(!hasIds)}>
                {hasIds ? 'Hide IDs' : 'Show IDs'}
              </Button>
            </>
          )}
        </div>
        <div className={styles.remarks}>
          {odd?.map((policy) => (
            <Note key={policy} tone="caution" title={`Token Desk can’t read all of policy ${policy}`}>
              <p>
                <Link
                  href={`${paths.token(accountId, token.id)}?view=json&policy=${policy}`}
                  replace
                  resetScroll={false}
                >
                  View it in JSON
                </Link>
              </p>
            </Note>
          ))}
          {namesZones && zones.error && (
            <FailureNote failure={zones.error} title="Couldn’t load zone names. IDs are shown instead." retry={zones} />
          )}
        </div>
        {rows.length === 0 ? (
          <p className={styles.empty}>
            {odd === null
              ? 'The API sent no list of policies, so Token Desk can’t tell what this token can do.'
              : 'This token has no policies, so it can’t do anything.'}
          </p>
        ) : (
          <>
            <PermissionTable tokenId={token.id} rows={rows} zones={zones} hasIds={hasIds} />
            <details className={styles.sentences}>
              <summary>Policies as sentences</summary>
              <ol aria-label="Policies">
                {token.policies.map((policy, index) => (
                  <li key={policy.id ?? index}>
                    <PolicySentence policy={policy} zones={zones.data} catalogue={catalogue} />
                  </li>
                ))}
              </ol>
            </details>
          </>
        )}
      </section>
    </Card>
  )
}
