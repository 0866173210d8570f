import type { ApiFailure } from '#app/api/errors.ts'
import { waitWords } from '#domain/text/wait-words.ts'
import { explainFailure } from '#app/parts/explain-failure.ts'
import type { FailureExplanation } from '#app/parts/failure-explanation.ts'

/**
 * Why signing in failed. Our server answers 401 to every token that Cloudflare refuses, and includes Cloudflare's
 * message.
 */
export function explainSignIn(failure: Refusal): FailureExplanation {
  const { status, retryAfter } = failure
  if (status === 429 && retryAfter)
    return { ...explainFailure(failure), next: `Try again in ${waitWords(retryAfter)}.` }
  if (status !== 401)
    return hasNoConnection(failure) ? { ...explainFailure(failure), next: NO_CONNECTION } : explainFailure(failure)
  const words = failure.problems.flatMap(({ message, chain }) => [message, ...chain.map((cause) => cause.message)])
  return REFUSALS.find(([pattern]) => words.some((text) => pattern.test(text)))?.[1] ?? NOT_ACCEPTED
}

type Refusal = Pick<ApiFailure, 'status' | 'problems'> & Partial<Pick<ApiFailure, 'retryAfter'>>

/** The name was not found, or no connection was made; neither a certificate nor an odd answer. */
const hasNoConnection = ({ problems }: Refusal) =>
  problems.some(({ message }) => /connection to the API failed(?! \(\w*(?:CERT|SIGNATURE|SSL|TLS))/.test(message))

const NO_CONNECTION = 'Check this server’s network, and CLOUDFLARE_API_BASE_URL if it is set. Then try again.'

const NOT_ACCEPTED: FailureExplanation = {
  title: 'Cloudflare didn’t accept this token',
  cause: 'It may be mistyped, rolled or deleted, belong to another account, or be a user token.',
  next: 'Check the account ID, and copy the token again.',
}

const REFUSALS: [words: RegExp, explanation: FailureExplanation][] = [
  [
    /from location/i,
    {
      title: 'This token’s IP limit excludes this server',
      cause: 'Cloudflare accepts it only from other client IP addresses.',
      next: 'Add this server’s address to the token’s Client IP address filtering, or use another token.',
    },
  ],
  [
    /not active/i,
    {
      title: 'This token isn’t active',
      cause: 'It is disabled, expired, or not valid yet.',
      next: 'Enable it, or use another token of this account.',
    },
  ],
  [
    /request headers|for authorization header/i,
    {
      title: 'This isn’t an API token',
      cause: 'Part of it is missing, quotes came with it, or it is a Global API Key.',
      next: 'Copy the API token alone and paste it again.',
    },
  ],
  [
    /max auth failures/i,
    {
      title: 'Too many failed attempts from this server',
      cause: 'Cloudflare is blocking its requests for a while after several wrong tokens.',
      next: 'Try again in a few minutes.',
    },
  ],
]
