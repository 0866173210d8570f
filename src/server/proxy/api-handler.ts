import type { Context } from 'hono'
import type { AppEnv } from './app-env.ts'
import { failure } from './envelope.ts'
import { findRoute } from './operations.ts'
import { auditLine } from './audit.ts'
import type { Credentials } from './credential.ts'
import { requestBody } from './request-body.ts'
import { requestQuery } from './request-query.ts'
import type { Log } from './request-log.ts'
import type { Upstream } from './upstream.ts'

const PREFIX = '/api/v4'
const JURISDICTIONS = ['default', 'eu', 'us', 'fedramp', 'fedramp-high']

type ApiOptions = { upstream: Upstream; isReadOnly: boolean; log: Log }

/** `/api/v4/*`: passes the calls of the table on to the API with our credential, and nothing else. */
export function apiHandler({ upstream, isReadOnly, log }: ApiOptions) {
  return async (c: Context<AppEnv>): Promise<Response> => {
    const { tokenFor, ownerFor, accountIds } = credentialsOf(c)
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

    const isWrite = operation.method !== 'GET'
    if (isWrite && isReadOnly) return failure(403, 'This server is read-only: READ_ONLY is set.')
    const bearer = tokenFor(accountId)
    if (bearer === null) return failure(403, NOT_CONFIGURED)

    const call = { method: operation.method, path, query, bearer, ...(jurisdiction && { jurisdiction }) }
    c.set('isForwarded', true)
    if (!isWrite) return upstream({ ...call, signal: c.req.raw.signal })
    const body = await requestBody(c)
    if (body instanceof Response) return body
    const answer = await upstream({ ...call, body })
    // Access knows the person; without it the token they brought stands for them.
    const who = c.get('who') ?? ownerFor(accountId)
    log(await auditLine({ who, method: operation.method, template: route.template, path, answer }))
    return answer
  }
}

/** Set by what lets a request in; without it nothing may pass. */
export function credentialsOf(c: Context<AppEnv>): Credentials {
  const credentials = c.get('credentials')
  if (!credentials) throw new Error('A request got past the door without credentials.')
  return credentials
}

export const isAccountId = (text: string) => /^[0-9a-f]{32}$/i.test(text)

export const mayTouch = (accountIds: readonly string[], accountId: string) =>
  accountIds.length === 0 || accountIds.includes(accountId.toLowerCase())

export const NOT_CONFIGURED = 'This server is set up for other accounts: CLOUDFLARE_ACCOUNT_ID does not name this one.'
