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
