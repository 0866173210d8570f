import { KeyRound } from 'lucide-react'
import { paths } from '#app/parts/paths.ts'
import { ButtonLink, Link } from '#app/parts/link.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { TEMPLATES } from '#domain/policy/templates.ts'
import { CreateLink } from './create-link.tsx'
import styles from './empty-account.module.css'
import { listDefaults, toList } from './list-search.ts'

type EmptyAccountProps = {
  accountId: string
  hidesExpired: boolean
  /** The one token there is is the app's own, and is listed below. */
  isOwnListed?: boolean
}

/** An account without tokens: what they are, and the ways to the first one. */
export function EmptyAccount({ accountId, hidesExpired, isOwnListed = false }: EmptyAccountProps) {
  return (
    <EmptyState
      icon={<Icon of={KeyRound} />}
      title={isOwnListed ? 'No API tokens yet but this app’s own' : 'No API tokens yet'}
      actions={
        <>
          <CreateLink accountId={accountId}>Create the first token</CreateLink>
          {hidesExpired && (
            <ButtonLink href={toList(accountId, { ...listDefaults, include_expired: true })}>
              Show expired tokens
            </ButtonLink>
          )}
        </>
      }
    >
      <p>
        A token lets a script or a service act on this account: it may do what its policies say, where they say it, and
        belongs to the account instead of a person.
      </p>
      <p>Or start from a template:</p>
      <ul className={styles.templates} aria-label="Templates">
        {TEMPLATES.filter(({ id }) => COMMON.has(id)).map(({ id, title }) => (
          <li key={id}>
            <Link href={paths.newToken(accountId, { template: id })}>{title}</Link>
          </li>
        ))}
      </ul>
    </EmptyState>
  )
}

/** Those of the templates that most accounts begin with; the editor has them all. */
const COMMON = new Set(['dns', 'workers', 'analytics', 'read-all', 'r2-object-write'])
