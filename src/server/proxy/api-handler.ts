import type { Context } from 'hono'
import { isAccountId, mayTouch } from './account-ids.ts'
import { type AppEnv, credentialsOf } from './app-env.ts'
import { failure } from './envelope.ts'
import { findRoute } from './operations.ts'
import type { Audit } from './audit.ts'
import { SIGN_IN } from './credentials.ts'
import { jsonBody } from './request-body.ts'
import { onlyAccounts } from './only-accounts.ts'
import { requestQuery } from './request-query.ts'
import { actorIn, askedBy } from './request-log.ts'
import type { Upstream } from './upstream.ts'

const PREFIX = '/api/v4'
const JURISDICTIONS = ['default', 'eu', 'us', 'fedramp', 'fedramp-high']

/** Calls for which the API needs no body. */
const MAY_BE_EMPTY = new Set([
  'DELETE /accounts/:account_id/tokens/:token_id',
  'PUT /accounts/:account_id/tokens/:token_id/value',
])

type ApiOptions = {
  upstream: Upstream
  isReadOnly: boolean
  audit: Audit
  /** Whether the last log line was written. */
  isLogged: () => Promise<boolean>
}

/** `/api/v4/*`: forwards the calls of the table with our credential, and nothing else. */
export function apiHandler({ upstream, isReadOnly, audit, isLogged }: ApiOptions) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    const { tokenFor, ownerFor, accountIds, refusalFor, isEnded } = credentialsOf(c)
    // The path as sent; Hono's own is decoded.
    const path = new URL(c.req.url).pathname.slice(PREFIX.length)
    const route = findRoute(path)
    if (!route) return failure(404, 'Token Desk does not support this API call.')
    c.set('template', `${PREFIX}${route.template}`)

    const operation = route.operations.find(({ method }) => method === c.req.method)
    if (!operation) {
      const allow = route.operations.map(({ method }) => method).join(', ')
      return failure(405, `This address supports only ${allow}.`, { allow })
    }
    const query = requestQuery(c, operation.query)
    if (query instanceof Response) return query

    const accountId = route.accountId ?? query.get('account.id')
    if (accountId !== null && !isAccountId(accountId))
      return failure(400, 'account.id must be an account ID: 32 hex digits.')
    // A list of zones without an account would span all accounts.
    const spansAccounts = accountId === null && operation.query.includes('account.id')
    if (spansAccounts && accountIds.length > 0) return failure(403, 'The query must name an account: account.id.')
    if (accountId !== null && !mayTouch(accountIds, accountId)) return refusalFor(accountId)

    const jurisdiction = operation.takesJurisdiction && c.req.header('cf-r2-jurisdiction')
    if (jurisdiction && !JURISDICTIONS.includes(jurisdiction)) {
      return failure(400, `cf-r2-jurisdiction must be one of ${JURISDICTIONS.join(', ')}.`)
    }

    const isWrite = operation.method !== 'GET'
    if (isWrite && isReadOnly) return failure(403, 'This server is read-only: READ_ONLY is set.')
    const bearer = tokenFor(accountId)
    if (bearer === null) return failure(401, SIGN_IN)

    const call = { method: operation.method, path, query, bearer, ...(jurisdiction && { jurisdiction }) }
    if (!isWrite) {
      const answer = await upstream({ ...call, signal: c.req.raw.signal })
      c.set('isForwarded', true)
      return route.template === '/accounts' ? onlyAccounts(answer, accountIds) : answer
    }
    const body = await jsonBody(c, { mayBeEmpty: MAY_BE_EMPTY.has(`${operation.method} ${route.template}`) })
    if (body instanceof Response) return body
    const write = {
      ...actorIn(c, ownerFor(accountId)),
      method: operation.method,
      template: route.template,
      path,
      ...askedBy(c),
    }
    audit.asked(write)
    let isSent = false
    let answer: Response | null = null
    try {
      if (!(await isLogged())) {
        return failure(503, 'This server cannot write its log, so it blocks changes.')
      }
      // Once sent, a write is completed; but it is not started for a client that has gone.
      if (c.req.raw.signal.aborted) return failure(499, 'The request was cancelled before it was sent.')
      // Reading the body may take half a minute; the user may have signed out since.
      if (await isEnded?.(accountId)) return failure(401, SIGN_IN)
      isSent = true
      answer = await upstream({ ...call, body })
      c.set('isForwarded', true)
      return answer
    } finally {
      if (isSent) await audit.ended(write, answer)
      else audit.notSent(write)
    }
  }
}
