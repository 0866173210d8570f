/** One call that the proxy forwards. Any call not in the table below never reaches the API. */
type Operation = {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** The path below `/client/v4`. A segment with a colon is an id of 32 hex digits. */
  template: string
  query: readonly string[]
  /** Whether the R2 jurisdiction header is forwarded. */
  takesJurisdiction?: true
}

const TOKENS = '/accounts/:account_id/tokens'

const OPERATIONS: readonly Operation[] = [
  { method: 'GET', template: TOKENS, query: ['page', 'per_page', 'direction', 'include_expired', 'name'] },
  { method: 'POST', template: TOKENS, query: [] },
  { method: 'GET', template: `${TOKENS}/verify`, query: [] },
  { method: 'GET', template: `${TOKENS}/permission_groups`, query: ['name', 'scope'] },
  { method: 'GET', template: `${TOKENS}/:token_id`, query: [] },
  { method: 'PUT', template: `${TOKENS}/:token_id`, query: [] },
  { method: 'DELETE', template: `${TOKENS}/:token_id`, query: [] },
  { method: 'PUT', template: `${TOKENS}/:token_id/value`, query: [] },
  { method: 'GET', template: '/accounts', query: ['name', 'page', 'per_page', 'direction'] },
  {
    method: 'GET',
    template: '/zones',
    // Without `match`: with `any`, the account would be one of several conditions instead of a limit.
    query: ['account.id', 'name', 'status', 'page', 'per_page', 'order', 'direction'],
  },
  {
    method: 'GET',
    template: '/accounts/:account_id/r2/buckets',
    query: ['cursor', 'per_page', 'name_contains', 'order', 'direction', 'start_after'],
    takesJurisdiction: true,
  },
  { method: 'GET', template: '/accounts/:account_id/workers/scripts', query: ['tags'] },
  {
    method: 'GET',
    template: '/accounts/:account_id/workers/workers',
    query: ['page', 'per_page', 'order', 'order_by'],
  },
]

/** A path in the table: its template, the account in it, and the operations allowed on it. */
export type Route = { template: string; accountId: string | null; operations: Operation[] }

type Pattern = { pattern: RegExp; template: string; operations: Operation[] }

const PATTERNS: readonly Pattern[] = [...new Set(OPERATIONS.map(({ template }) => template))].map((template) => ({
  pattern: new RegExp(`^${template.replaceAll(/:(\w+)/g, '(?<$1>[0-9a-fA-F]{32})')}$`),
  template,
  operations: OPERATIONS.filter((operation) => operation.template === template),
}))

/** Looks up a path as sent. Nothing is decoded, so no encoding can bypass the table. */
export function findRoute(path: string): Route | null {
  for (const { pattern, template, operations } of PATTERNS) {
    const match = pattern.exec(path)
    if (match) return { template, accountId: match.groups?.['account_id'] ?? null, operations }
  }
  return null
}
