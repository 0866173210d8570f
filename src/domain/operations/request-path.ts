const BASE = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i
const VERSION = /^\/client\/v4(?=\/|$)/

/**
 * The parts of a path below `/client/v4`: without scheme, host, query and fragment, whether it came with `/client/v4`
 * or not, and whatever slashes are at its end or doubled in it.
 */
export function pathParts(address: string): string[] {
  const [path = ''] = address.trim().replace(BASE, '').split(/[?#]/)
  const rooted = `/${path}`.replaceAll(/\/{2,}/g, '/').replace(VERSION, '')
  return rooted.split('/').filter((part) => part !== '')
}

const ID = /^[0-9a-f]{32}$/i

/** An ID of an account or a zone; `null` for a placeholder such as `$ZONE_ID`. In lower case, as the API writes it. */
export const idOf = (part: string | undefined): string | null =>
  part !== undefined && ID.test(part) ? part.toLowerCase() : null

const PARAMETERS = new Map([
  ['accounts', '{account_id}'],
  ['zones', '{zone_id}'],
])

/** A path with parameters in the place of its IDs, so that requests of an unknown operation are told as one. */
export function withoutIds(path: string): string {
  const parts = pathParts(path)
  const named = parts.map((part, index) =>
    index === 1 ? (PARAMETERS.get(parts[0] ?? '') ?? part) : ID.test(part) || UUID.test(part) ? '{id}' : part,
  )
  return `/${named.join('/')}`
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const REQUEST = /^(?:(GET|HEAD|POST|PUT|PATCH|DELETE)\s+)?((?:https?:\/\/[^\s/]+)?\/[^\s]+)$/i

/** A request that is typed as such, `GET /zones/…` or an address of the API; without a query. `null` for other words. */
export function requestIn(words: string): string | null {
  const [, method = 'GET', address = ''] = REQUEST.exec(words.trim()) ?? []
  const isApi = /^\/(accounts|zones|user|memberships|radar|organizations|client\/v4)(\/|$)/.test(address)
  if (!isApi && !address.includes('/client/v4/')) return null
  return `${method.toUpperCase()} /${pathParts(address).join('/')}`
}
