import { ExternalLink } from '#app/ui/external-link.tsx'
import type { Need } from '#domain/operations/need.ts'
import type { Operation } from '#domain/operations/operation.ts'
import { operationKey, referenceUrl } from '#domain/operations/operation.ts'
import type { Requirement } from '#domain/operations/requirements.ts'
import { ApiPath } from './api-path.tsx'
import { foreignWords } from './foreign-words.ts'
import styles from './which.module.css'

type NeedNoteProps = {
  requirement: Requirement
  nearest: (method: string, path: string) => Operation[]
}

/** Why there is no answer or not a sure one, and where to look further. */
export function NeedNote({ requirement, nearest }: NeedNoteProps) {
  const { item, needs } = requirement
  const [need] = needs
  if (item.kind === 'unread') return <p className="quiet">{item.reason}</p>
  if (item.kind === 'foreign') return <Foreign host={item.host} />
  if (!need) return null
  const [page] = need.operation?.pages ?? []
  const reference = page && <ExternalLink href={referenceUrl(page)}>API reference</ExternalLink>
  if (need.state === 'user-only')
    return (
      <p className="quiet">
        Account tokens can’t call it.{ofUsers(need)} {OF_WRANGLER.test(need.operation?.path ?? '') && WRANGLER}{' '}
        {reference}
      </p>
    )
  if (need.state === 'unsupported')
    return (
      <p className="quiet">
        This product doesn’t accept account tokens.{ofUsers(need)} {reference}
      </p>
    )
  if (need.state === 'unpublished' && !need.operation && item.kind === 'call') {
    return <Nearest near={nearest(item.method, item.path)} />
  }
  if (item.kind === 'operation' && !need.operation)
    return <p className="quiet">Not in the API description. Paste the request itself: its method and its address.</p>
  return (
    <>
      {need.state === 'unpublished' && (
        <p className="quiet">
          {need.missing.length > 0
            ? `This account has no permission group ${need.missing.join(' or ')}.`
            : 'Cloudflare doesn’t say which permission it needs.'}{' '}
          {reference}
        </p>
      )}
      {need.operation?.evidence.startsWith('inferred') && need.operation.groups.length > 0 && (
        <p className="quiet">Not published; concluded from similar operations. {reference}</p>
      )}
    </>
  )
}

function Foreign({ host }: { host: string }) {
  const { note, hasRecipe } = foreignWords(host)
  return (
    <p className="quiet">
      {note}{' '}
      {hasRecipe && (
        <a className={styles.quietLink} href="#recipes">
          See the recipes
        </a>
      )}
    </p>
  )
}

/** What a user token needs for it. */
function ofUsers({ operation }: Need): string {
  const names = operation?.groups.toReversed() ?? []
  return names.length > 0 ? ` A user token needs ${names.slice(0, 3).join(' or ')}.` : ''
}

const OF_WRANGLER = /^\/(memberships|user)$/
const WRANGLER = 'Set CLOUDFLARE_ACCOUNT_ID and wrangler skips it.'

/** The operations that are most like an unknown path, with what they need. */
function Nearest({ near }: { near: Operation[] }) {
  if (near.length === 0) return <p className="quiet">Cloudflare’s API has nothing like it.</p>
  return (
    <div className="quiet">
      <p>Not in the API description. The nearest:</p>
      <ul className={styles.near}>
        {near.map((operation) => (
          <li key={operationKey(operation)}>
            <p className={styles.path}>
              <ApiPath method={operation.method} path={operation.path} />
            </p>
            <p>{operation.groups.at(-1) ?? 'Not published'}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
