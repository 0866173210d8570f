import type { ApiFailure } from '#app/api/errors.ts'
import { count } from '#domain/text/plural.ts'
import { explainFailure } from '#app/parts/explain-failure.ts'
import type { FailureExplanation } from '#app/parts/failure-explanation.ts'

/**
 * Why signing in failed. Our server answers 401 to every token that Cloudflare refuses, and includes Cloudflare's
 * message.
 */
export function explainSignIn(failure: Refusal): FailureExplanation {
  const { status, retryAfter } = failure
  if (status === 429 && retryAfter) return { ...explainFailure(failure), next: `Try again in ${waitOf(retryAfter)}.` }
  if (status !== 401) return explainFailure(failure)
  const words = failure.problems.flatMap(({ message, chain }) => [message, ...chain.map((cause) => cause.message)])
  const [, why] = REFUSALS.find(([pattern]) => words.some((text) => pattern.test(text))) ?? []
  return { title: 'This token does not open this account', ...(why ?? UNKNOWN) }
}

type Refusal = Pick<ApiFailure, 'status' | 'problems'> & Partial<Pick<ApiFailure, 'retryAfter'>>

const waitOf = (seconds: number) =>
  seconds < 100 ? count(seconds, 'second') : count(Math.ceil(seconds / 60), 'minute')

type Why = Omit<FailureExplanation, 'title'>

const UNKNOWN: Why = {
  cause: 'It is mistyped, rolled, deleted, of another account, or a user token.',
  next: 'Check the account ID, and copy the token again from where it is kept.',
}

const REFUSALS: [words: RegExp, why: Why][] = [
  [
    /from location/i,
    {
      cause: 'Its IP limits do not allow the address of this server.',
      next: 'Allow that address in the token’s Client IP address filtering, or use another token.',
    },
  ],
  [
    /not active/i,
    {
      cause: 'It is disabled, expired, or has not started yet.',
      next: 'Enable it or choose another token of this account.',
    },
  ],
  [
    /request headers|for authorization header/i,
    {
      cause: 'It has not the shape of a token: a part is missing, or quotes came with it.',
      next: 'Copy the token alone. A Global API Key is no token and does not work here.',
    },
  ],
  [
    /max auth failures/i,
    {
      cause: 'Cloudflare does not listen to this server for now, after too many wrong tokens.',
      next: 'Wait some minutes, then try again.',
    },
  ],
]
