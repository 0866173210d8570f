/** What a request is for, as its address tells: tokens, with their account; something else, in words; or unknown. */
export type RequestAddress =
  | { isFor: 'tokens'; accountId: string | null }
  | { isFor: 'other'; what: string }
  | { isFor: 'unknown' }

/** Variables and placeholders of shells, Postman, Terraform and documentation. */
const VARIABLE = /\$\([^)]*\)|\$\{[^}]*\}|\$\w+|`[^`]*`|\{\{[^}]*\}\}|\{[^}]*\}|<[^>]*>|%\w+%|(?<=\/):\w+/g
const ID = /^[0-9a-f]{32}$/i
/** Below a variable in place of the host, tokens may follow directly. */
const TOKENS = /^(?:.*\/)?(?:accounts\/[^/]*|user)\/tokens(?:\/|$)|^[^/]*\*[^/]*(?:\/\*)*\/tokens(?:\/|$)/

export function readAddress(address: string): RequestAddress {
  const path = pathOf(address)
  if (TOKENS.test(path))
    return { isFor: 'tokens', accountId: /\/accounts\/([^/\s]+)\/tokens/.exec(address)?.[1] ?? null }
  const [host = '', ...all] = path.split('/')
  const inApi = all.slice(all.indexOf('v4') + 1).filter((part) => part !== '')
  const parts = inApi.map((part) => (ID.test(part) ? '*' : part))
  const telling = parts.length > 2 && parts[0] === 'accounts' ? parts.slice(2) : parts
  if (telling.every((part) => part.includes('*'))) return { isFor: 'unknown' }
  const isApi = all.includes('v4') || /\*|^$|^localhost\b|(?:^|\.)cloudflare\.com$/.test(host)
  return { isFor: 'other', what: isApi ? `/${parts.join('/').replaceAll('*', '…')}` : host }
}

/** The words of a command that can be addresses, and tell more than a variable alone. */
export const isAddress = (word: string): boolean =>
  /^(?:https?:\/\/|\/(?:client|api|accounts|zones|user)\b|localhost\b)/i.test(word) ||
  /^(?:\*[^/\s]*|[\w-]+(?:\.[\w-]+)+(?::\d+)?)\/\S/.test(word.replaceAll(VARIABLE, '*'))

/** Host and path, with `*` for each variable. */
const pathOf = (address: string) =>
  (address.replaceAll(VARIABLE, '*').split(/[?#]/)[0] ?? '').replace(/^[a-z][\w+.-]*:\/\/(?:[^/@]*@)?/i, '')
