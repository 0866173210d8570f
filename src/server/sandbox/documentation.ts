import type { ErrorItem } from './api-error.ts'
import type { Call } from './routes.ts'

const REFERENCE = 'https://developers.cloudflare.com/api/resources'
const TOKENS = `${REFERENCE}/accounts/subresources/tokens`

/** The reference page of a call, which lists the permissions it accepts. */
function pageOf(call: Call['name'], method: string): string {
  const verb = { GET: 'get', PUT: 'update', POST: 'create', DELETE: 'delete' }[method] ?? 'get'
  switch (call) {
    case 'tokens':
      return `${TOKENS}/methods/${method === 'POST' ? 'create' : 'list'}/`
    case 'token':
      return `${TOKENS}/methods/${verb}/`
    case 'value':
      return `${TOKENS}/subresources/value/methods/update/`
    case 'verify':
      return `${TOKENS}/methods/verify/`
    case 'groups':
      return `${TOKENS}/subresources/permission_groups/methods/list/`
    case 'buckets':
      return `${REFERENCE}/r2/subresources/buckets/methods/list/`
    case 'scripts':
      return `${REFERENCE}/workers/subresources/scripts/methods/list/`
    case 'workers':
      return `${REFERENCE}/workers/subresources/beta/subresources/workers/methods/list/`
    case 'page-rules':
      return `${REFERENCE}/page_rules/methods/list/`
    case 'accounts':
    case 'zones':
    case 'memberships':
      return `${REFERENCE}/${call}/methods/list/`
    default:
      return `${REFERENCE}/user/methods/get/`
  }
}

/** Nearly every 403 of the API links the reference page of its call (since 2026-08-21). */
export const documented = (errors: ErrorItem[], call: Call['name'], method: string): ErrorItem[] =>
  errors.map((error) => ({ ...error, documentation_url: pageOf(call, method) }))
