import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'
import { failure } from './envelope.ts'
import { findRoute } from './operations.ts'
import { requestBody } from './request-body.ts'
import { requestQuery } from './request-query.ts'
import type { Upstream } from './upstream.ts'

/** What our own credential is used with. */
export type Credentialed = {
  upstream: Upstream
  token: string
  /** The only accounts that may be touched; empty means no limit of ours. */
  accountIds: readonly string[]
}

const PREFIX = '/api/v4'
const JURISDICTIONS = ['default', 'eu', 'us', 'fedramp', 'fedramp-high']

/** `/api/v4/*`: passes the calls of the table on to the API with our credential, and nothing else. */
export function apiHandler({ upstream, token, accountIds }: Credentialed) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    // The path as it was sent: Hono's own is decoded.
    const path = new URL(c.req.url).pathname.slice(PREFIX.length)
    const route = findRoute(path)
    if (!route) return failure(404, 'This server does not offer that call of the API.')
    c.set('template', `${PREFIX}${route.template}`)

    const operation = route.operations.find(({ method }) => method === c.req.method)
    if (!operation) {
      const allow = route.operations.map(({ method }) => method).join(', ')
      return failure(405, `This address takes ${allow}.`, { allow })
    }
    const query = requestQuery(c, operation.query)
    if (query instanceof Response) return query

    const accountId = route.accountId ?? query.get('account.id')
    if (accountId !== null && !isAccountId(accountId))
      return failure(400, 'account.id must be an account id: 32 hex digits.')
    // A list of zones that names no account would span all of them.
    const spansAccounts = accountId === null && operation.query.includes('account.id')
    if (spansAccounts && accountIds.length > 0) return failure(403, 'The query must name an account: account.id.')
    if (accountId !== null && !mayTouch(accountIds, accountId)) return failure(403, NOT_CONFIGURED)

    const jurisdiction = operation.takesJurisdiction && c.req.header('cf-r2-jurisdiction')
    if (jurisdiction && !JURISDICTIONS.includes(jurisdiction)) {
      return failure(400, `cf-r2-jurisdiction must be one of ${JURISDICTIONS.join(', ')}.`)
    }

    const call = { method: operation.method, path, query, bearer: token, ...(jurisdiction && { jurisdiction }) }
    if (operation.method === 'GET') return upstream({ ...call, signal: c.req.raw.signal })
    const body = await requestBody(c)
    return body instanceof Response ? body : upstream({ ...call, body })
  }
}

export const isAccountId = (text: string) => /^[0-9a-f]{32}$/i.test(text)

export const mayTouch = (accountIds: readonly string[], accountId: string) =>
  accountIds.length === 0 || accountIds.includes(accountId.toLowerCase())

export const NOT_CONFIGURED = 'This server is set up for other accounts: CLOUDFLARE_ACCOUNT_ID does not name this one.'
