import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import type { CreateAttempt } from '#app/queries/token-writes.ts'
import { Time } from '#app/ui/time.tsx'
import type { Token } from '#domain/token/token.ts'

type CreateOutcomeProps = { attempt: CreateAttempt; found: Token[] }

/** What a look at the tokens of a name says about a create without an answer. */
export function CreateOutcome({ attempt, found }: CreateOutcomeProps) {
  const accountId = useAccountId()
  if (found.length === 0) {
    return (
      <p>
        <b>There is no new token with this name.</b> Check again in a moment. If there’s still none, create it again.
      </p>
    )
  }
  return (
    <>
      <p>
        {attempt.before ? (
          <>
            <b>
              {found.length === 1
                ? 'A new token with this name exists.'
                : `${found.length} new tokens with this name exist.`}
            </b>{' '}
            Its secret never arrived. Open it and roll the secret, or delete it.
          </>
        ) : (
          <>
            <b>{found.length === 1 ? 'One token has this name.' : `${found.length} tokens have this name.`}</b> We
            couldn’t tell which of them is new, so check when each was issued.
          </>
        )}
      </p>
      <ul>
        {found.map((token) => (
          <li key={token.id}>
            <Link href={paths.token(accountId, token.id)} ignoreBlocker>
              Open token
            </Link>{' '}
            <code>{token.id}</code>, issued{' '}
            <Time value={token.issuedOn} missing="at an unknown time" format="date-time" />
          </li>
        ))}
      </ul>
    </>
  )
}
