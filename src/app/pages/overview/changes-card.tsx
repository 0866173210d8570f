import { memo } from 'react'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Chip } from '#app/ui/chip.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Change } from '#domain/overview/changes.ts'
import { summarizePermissions, summarizeResources } from '#domain/policy/summary.ts'
import { heldPolicies } from '#domain/reach/held-policies.ts'
import { count } from '#domain/text/plural.ts'
import type { Token } from '#domain/token/token.ts'
import { listLink } from './list-link.ts'
import { OverviewCard } from './overview-card.tsx'
import styles from './changes.module.css'

type ChangesCardProps = {
  changes: Change[] | undefined
  /** Ms since 1970. */
  now: number
  soFar: string | null
}

const SHOWN = 5

/** What was created or modified in the last seven days. */
export const ChangesCard = memo(function ChangesCard({ changes, now, soFar }: ChangesCardProps) {
  const accountId = useAccountId()
  const more = changes &&
    changes.length > 0 && {
      label: count(changes.length, 'token'),
      href: listLink(accountId, { changed: '7d', sort: 'modified' }),
    }
  return (
    <OverviewCard title="Changed in the last 7 days" soFar={soFar} more={more || undefined} columns={12}>
      {changes &&
        (changes.length === 0 ? (
          <p className={styles.none}>
            {soFar === null ? 'No token was created or modified.' : 'No token that was created or modified so far.'}
          </p>
        ) : (
          <table role="table" className={styles.table} aria-label="Tokens created or modified in the last 7 days">
            <thead role="rowgroup">
              <tr role="row">
                {COLUMNS.map((column) => (
                  <th role="columnheader" scope="col" key={column}>
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {changes.slice(0, SHOWN).map((change) => (
                <ChangeRow key={change.token.id} change={change} now={now} />
              ))}
            </tbody>
          </table>
        ))}
    </OverviewCard>
  )
})

const COLUMNS = ['Token', 'Change', 'Permissions now', 'Created by', 'When']

function ChangeRow({ change: { token, at, kind }, now }: { change: Change; now: number }) {
  const accountId = useAccountId()
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        <Link href={paths.token(accountId, token.id)}>
          <TokenName name={token.name} />
        </Link>
      </th>
      <td role="cell">
        {kind === 'revoked' ? <Chip tone="critical">Revoked</Chip> : kind === 'created' ? 'Created' : 'Modified'}
      </td>
      <td role="cell">{accessWords(token, accountId)}</td>
      <td role="cell">{token.creatorEmail ?? token.provisionerType ?? 'Not recorded'}</td>
      <td role="cell">
        <Time value={new Date(at).toISOString()} missing="" now={now} format="short" />
      </td>
    </tr>
  )
}

/** "DNS Write +2 on 3 zones". */
function accessWords({ policies }: Token, accountId: string): string {
  const { first, more } = summarizePermissions(heldPolicies(policies, accountId))
  if (!first) return 'None'
  const name = `${first.product} ${first.level}`.trim() + (more > 0 ? ` +${more}` : '')
  return `${name} · ${summarizeResources(policies, accountId)}`
}
