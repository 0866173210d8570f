import { useQuery } from '@tanstack/react-query'
import type { ApiFailure } from '#app/api/errors.ts'
import { ownTokenName } from '#app/parts/own-token-words.ts'
import { Link } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { StatusChip } from '#app/parts/status-chip.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useOwnRights } from '#app/parts/use-own-rights.ts'
import { bucketsQuery, workersQuery, zonesQuery } from '#app/queries/resources.ts'
import { isRefusal, sessionQuery } from '#app/queries/session.ts'
import { Chip } from '#app/ui/chip.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Token } from '#domain/token/token.ts'
import { OverviewCard } from './overview-card.tsx'
import styles from './overview.module.css'

/** The token that the app works with: whether it works, until when, and what it cannot do. */
export function CredentialCard({ tokens }: { tokens: Token[] }) {
  const accountId = useAccountId()
  const { data: session, error } = useQuery(sessionQuery(accountId))
  const rights = useOwnRights(accountId)
  const missing = useMissing(accountId)
  const credential = session?.credential
  const name = tokens.find(({ id }) => id === credential?.id)?.name
  const isOfAccount = credential?.accountId === accountId
  return (
    <OverviewCard title={ownTokenName(session?.hasSignIn)} soFar={null} columns={3}>
      {credential ? (
        <div className={styles.body}>
          <p className={styles.own}>
            {isOfAccount && rights === 'none' ? (
              <code>{credential.id}</code>
            ) : isOfAccount ? (
              <Link href={paths.token(accountId, credential.id)}>
                {name === undefined ? <code>{credential.id}</code> : <TokenName name={name} />}
              </Link>
            ) : (
              'A token of another account'
            )}
          </p>
          <p className={styles.state}>
            <StatusChip token={credential} />
            <span className="quiet">
              {credential.expiresOn === null ? (
                'Never expires'
              ) : (
                <>
                  Expires <Time value={credential.expiresOn} missing="never" format="date" />
                </>
              )}
            </span>
          </p>
          {session.isReadOnly && <p className={styles.note}>Changes are turned off on this server (READ_ONLY).</p>}
          {missing.length > 0 && (
            <ul className={styles.note} aria-label="Missing permissions">
              {missing.map(({ permission, use }) => (
                <li key={permission}>
                  Add <b>{permission}</b> to {use}.
                </li>
              ))}
            </ul>
          )}
        </div>
      ) : (
        (session || error) && (
          <div className={styles.body}>
            <p className={styles.state}>
              <Chip tone="critical">{isRefusal(session?.credentialProblem?.status) ? 'Refused' : 'Not verified'}</Chip>
            </p>
            <p className={styles.note}>{session?.credentialProblem?.message ?? error?.message}</p>
            <p className={styles.note}>
              <Link href={paths.verify(accountId)}>Verify again</Link>
            </p>
          </div>
        )
      )}
    </OverviewCard>
  )
}

/** Permissions that the credential lacks, as far as its policies or refusals say. */
function useMissing(accountId: string): { permission: string; use: string }[] {
  const rights = useOwnRights(accountId)
  const zones = useQuery({ ...zonesQuery(accountId), enabled: false })
  const buckets = useQuery({ ...bucketsQuery(accountId), enabled: false })
  const workers = useQuery({ ...workersQuery(accountId), enabled: false })
  return [
    ...(rights === 'none' ? [{ permission: 'Account API Tokens Read', use: 'read the tokens' }] : []),
    ...(rights === 'none' || rights === 'read'
      ? [{ permission: 'Account API Tokens Write', use: 'change tokens' }]
      : []),
    ...(isRefused(zones.error) ? [{ permission: 'Zone Read', use: 'see names of zones' }] : []),
    ...(isRefused(buckets.error) ? [{ permission: 'Workers R2 Storage Read', use: 'see names of buckets' }] : []),
    ...(isRefused(workers.error) ? [{ permission: 'Workers Scripts Read', use: 'see names of Workers' }] : []),
  ]
}

/** Zones are refused with a 400 that names the permission (`docs/api-behaviour.md` §1.2). */
const isRefused = (error: ApiFailure | null) =>
  error?.status === 403 || (error?.problems.some(({ message }) => message.includes('requires permission')) ?? false)
