import type { ApiFailure } from '#app/api/errors.ts'
import { isRateLimited, ownStatus } from '#app/queries/failures.ts'
import { mayRefuse } from '#domain/condition/unread-limit.ts'
import type { Token } from '#domain/token/token.ts'

/** The time until a new secret is known everywhere (`docs/api-behaviour.md` §2.7). */
const FRESH_MS = 30_000

/** Why the verification of a new secret failed. */
export type VerificationFault =
  /** It may still become known; the app retries. */
  | 'not-yet'
  /** Its own IP limits exclude this server, as far as they can be read. */
  | 'address'
  /** Its start is in the future. */
  | 'start'
  | 'refused'
  /** Cloudflare was not asked, or did not answer. */
  | 'unasked'

type Fresh = { token: Pick<Token, 'condition' | 'notBefore'>; now: number; issuedAt: number }

export function judgeVerification(
  failure: Pick<ApiFailure, 'status' | 'problems'>,
  { token, now, issuedAt }: Fresh,
): VerificationFault {
  const { status, problems } = failure
  if (mayRefuse(token.condition) && problems.some(({ message }) => /from location/i.test(message))) return 'address'
  const isOwn = problems.some(({ code }) => ownStatus(code) !== null)
  const isAnswer = status !== undefined && status >= 400 && status < 500 && !isRateLimited(failure) && !isOwn
  if (isAnswer && token.notBefore !== null && Date.parse(token.notBefore) > now) return 'start'
  // Waiting helps neither a text without the format of a token nor a call that this server refuses.
  const isLasting =
    isRateLimited(failure) || (isOwn && status !== undefined && status < 500) || problems.some(isMalformed)
  if (!isLasting && now - issuedAt < FRESH_MS) return 'not-yet'
  return isAnswer ? 'refused' : 'unasked'
}

const isMalformed = ({ code, message }: { code: number; message: string }) =>
  code === 6003 || /from location|Max auth failures/i.test(message)
