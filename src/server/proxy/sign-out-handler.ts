import type { Context } from 'hono'
import * as v from 'valibot'
import type { AppEnv } from './app-env.ts'
import { SIGN_IN } from './credentials.ts'
import { accountsLeft, type EndedSessions } from './ended-sessions.ts'
import { failure, success } from './envelope.ts'
import { sentObject } from './request-body.ts'
import { actorIn, askedBy, type Log, logLine } from './request-log.ts'
import { CLEARED_COOKIES, sealedSessionOf, type Sealer } from './session-cookie.ts'

const asked = v.strictObject({ everywhere: v.optional(v.boolean(), false) })

type SignOut = { sealer: Sealer; ended: EndedSessions; log: Log }

/**
 * `POST /api/sign-out` `{everywhere?}`: ends the session on the server, so that no copy of its cookie works, and
 * deletes the cookie. `everywhere` ends every session that holds one of its tokens.
 */
export function signOutHandler({ sealer, ended, log }: SignOut) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    c.set('template', '/api/sign-out')
    const sent = await sentObject(c, asked, 'Send {} or {"everywhere": true}, nothing else.')
    if (sent instanceof Response) return sent
    const { everywhere } = sent.input

    const now = Date.now()
    const session = await sealedSessionOf(c.req.header('cookie'), sealer, now)
    const accounts = session ? await accountsLeft(session, ended) : []
    // A copy of an ended cookie must not sign out others.
    if (everywhere && accounts.length === 0) return failure(401, SIGN_IN)
    if (session) await ended.endSession(session.id, now)
    if (everywhere) await Promise.all(accounts.map(({ tokenId }) => ended.endToken(tokenId, now)))
    for (const { tokenId, id: account } of accounts) {
      const scope = everywhere ? 'everywhere' : 'session'
      log(logLine('sign-out', { ...actorIn(c, `token:${tokenId}`), account, scope, ...askedBy(c) }))
    }
    return cleared(success({}))
  }
}

function cleared(answer: Response): Response {
  for (const header of CLEARED_COOKIES) answer.headers.append('set-cookie', header)
  return answer
}
