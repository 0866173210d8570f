import type { ApiFailure } from '#app/api/errors.ts'
import { explainFailure } from '#app/parts/explain-failure.ts'
import type { FailureExplanation } from '#app/parts/failure-explanation.ts'
import { ownStatus } from '#app/queries/failures.ts'

type Explained = FailureExplanation & {
  /** Critical for an invalid token and for a failure, caution where the token may be fine. */
  tone: 'critical' | 'caution'
}

/** The refusal of a pasted secret is about that secret, not about the app's own credential. */
export function explainPasted(failure: Pick<ApiFailure, 'status' | 'problems'>): Explained {
  const { status, problems } = failure
  const said = problems.flatMap(({ code, message, chain }) => [{ code, message }, ...chain])
  const isOwn = said.some(({ code }) => ownStatus(code) !== null)
  const isAnswer = !isOwn && (status === 400 || status === 401 || status === 403)
  if (!isAnswer) return { ...explainFailure(failure), tone: 'critical' }
  if (said.some(({ message }) => /from location/i.test(message))) return OTHER_ADDRESS
  if (said.some(({ message }) => /Max auth failures/i.test(message))) return TOO_MANY_FAILURES
  return said.some(({ code }) => [6003, 6103, 6111].includes(code)) ? NOT_A_TOKEN : NOT_VALID
}

const OTHER_ADDRESS: Explained = {
  tone: 'caution',
  title: 'Can’t verify from here',
  cause: 'Cloudflare knows this token, but this server’s IP is outside the token’s IP limit.',
  next: 'Verify it from an allowed address.',
}
const TOO_MANY_FAILURES: Explained = {
  tone: 'caution',
  title: 'Too many failed attempts from this server',
  cause: 'Cloudflare is blocking its requests for a while after several wrong tokens.',
  next: 'Try again in a few minutes.',
}
const NOT_A_TOKEN: Explained = {
  tone: 'critical',
  title: 'This isn’t an API token',
  cause: 'Part of it is missing, quotes or spaces came with it, or it is a Global API Key.',
  next: 'Copy the API token alone and paste it again.',
}
const NOT_VALID: Explained = {
  tone: 'critical',
  title: 'Invalid token',
  cause: 'Check for typos.',
  next: 'It may also have been rolled or deleted, belong to another account, or be a user token.',
}
