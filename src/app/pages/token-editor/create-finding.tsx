import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import type { CreateAttempt } from '#app/queries/token-writes.ts'
import { Time } from '#app/ui/time.tsx'
import type { Token } from '#domain/token/token.ts'

type CreateFindingProps = { attempt: CreateAttempt; found: Token[] }

/** What a look at the tokens of a name says about a create without an answer. */
export function CreateFinding({ attempt, found }: CreateFindingProps) {
  const accountId = useAccountId()
  if (found.length === 0) {
    return (
      <p>
        <b>There is no new token of this name.</b> Look again in a moment; if there is still none, create it once more.
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
                ? 'A new token of this name exists.'
                : `${found.length} new tokens of this name exist.`}
            </b>{' '}
            The secret was lost on the way. Do not create another: open the token and roll its secret, or delete it.
          </>
        ) : (
          <>
            <b>{found.length === 1 ? 'One token has this name.' : `${found.length} tokens have this name.`}</b> Which
            tokens had it before could not be read, so check when each was issued.
          </>
        )}
      </p>
      <ul>
        {found.map((token) => (
          <li key={token.id}>
            <Link href={paths.token(accountId, token.id)} ignoreBlocker>
              Open the token
            </Link>{' '}
            <code>{token.id}</code>, issued{' '}
            <Time value={token.issuedOn} missing="at an unknown time" format="date-time" />
          </li>
        ))}
      </ul>
    </>
  )
}
