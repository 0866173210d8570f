import type { ApiFailure } from '#app/api/errors.ts'
import { explainFailure } from '#app/parts/explain-failure.ts'
import type { FailureExplanation } from '#app/parts/failure-explanation.ts'
import { ownStatus } from '#app/queries/failures.ts'

type Explained = FailureExplanation & {
  /** The token is not valid: an answer, not a failure. */
  isAnswer: boolean
}

/** The refusal of a pasted secret is about that secret, not about the app's own credential. */
export function explainPasted(failure: Pick<ApiFailure, 'status' | 'problems'>): Explained {
  const { status, problems } = failure
  const said = problems.flatMap(({ code, message, chain }) => [{ code, message }, ...chain])
  const isOwn = said.some(({ code }) => ownStatus(code) !== null)
  const isMalformed = said.some(({ code }) => [6003, 6103, 6111].includes(code))
  const isAnswer = !isOwn && (status === 400 || status === 401 || status === 403)
  if (isAnswer && said.some(({ message }) => /from location/i.test(message))) return { ...OTHER_ADDRESS, isAnswer }
  const isAboutSecret = isAnswer && !isMalformed && !said.some(({ message }) => /Max auth failures/i.test(message))
  return isAboutSecret ? { ...NOT_VALID, isAnswer } : { ...explainFailure(failure), isAnswer }
}

const OTHER_ADDRESS = {
  title: 'Its IP limits keep this server out',
  cause: 'Cloudflare knows this secret, but its token takes no requests from the address of this server.',
  next: 'Verify it from an address it allows.',
}
const NOT_VALID = {
  title: 'Not valid here',
  cause:
    'Cloudflare does not accept this secret in this account: it may be mistyped, rolled, deleted, of another account, or a user token.',
  next: 'Check the account ID, and copy the secret again from where it is kept.',
}
