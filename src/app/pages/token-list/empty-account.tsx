import { KeyRound } from 'lucide-react'
import { paths } from '#app/parts/paths.ts'
import { ButtonLink, Link } from '#app/parts/link.tsx'
import { CreateLink } from '#app/parts/create-link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TEMPLATES } from '#domain/operations/templates.ts'
import styles from './empty-account.module.css'
import { listDefaults, toList } from './list-search.ts'

type EmptyAccountProps = {
  hidesExpired: boolean
  /** The only token is the app's own, and is listed below. */
  isOwnListed?: boolean
}

/** An account without tokens: what tokens are, and how to create the first one. */
export function EmptyAccount({ hidesExpired, isOwnListed = false }: EmptyAccountProps) {
  const accountId = useAccountId()
  const isReadOnly = useReadOnly(accountId)
  return (
    <EmptyState
      icon={KeyRound}
      title={'No API tokens yet'}
      actions={
        <>
          {!isReadOnly && <CreateLink>Create your first token</CreateLink>}
          {hidesExpired && (
            <ButtonLink href={toList(accountId, { ...listDefaults, include_expired: true })}>
              Show expired tokens
            </ButtonLink>
          )}
        </>
      }
    >
      <p>
        API tokens let scripts and services access this account with exactly the permissions you choose.
        {isOwnListed && ' The one below belongs to Token Desk.'}
      </p>
      {!isReadOnly && (
        <>
          <p>Or start with a template:</p>
          <ul className={styles.templates} aria-label="Templates">
            {TEMPLATES.filter(({ id }) => COMMON.has(id)).map(({ id, title }) => (
              <li key={id}>
                <Link href={paths.newToken(accountId, { template: id })}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </EmptyState>
  )
}

/** The templates that most accounts begin with; the editor has them all. */
const COMMON = new Set(['dns', 'workers', 'analytics', 'read-all', 'r2-object-write'])
