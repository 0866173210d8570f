const CHAIN = String.raw`(client|cloudflare|cf|cfClient|cloudflareClient)((?:\.[A-Za-z]\w{0,60}){2,8})`
/** `client.dns.records.create(`: a client, resources and a method. */
const CALL = new RegExp(String.raw`(?<![\w$])${CHAIN}\(`, 'g')
/** Such a call without its arguments, alone on a line. No host ends so. */
const NAMED = new RegExp(
  String.raw`^[\s\x60"']{0,8}${CHAIN}(?<=\.(?:list|get|create|new|update|edit|delete))[\s\x60"';]{0,8}$`,
  'i',
)

/** What the SDK for Go calls methods of the API reference, in the spelling of its pages. */
const GO_METHODS = new Map([
  ['new', 'create'],
  ['list_auto_paging', 'list'],
])
/** Python's ways to ask for the answer itself. */
const WRAPPERS = new Set(['with_raw_response', 'with_streaming_response'])

/** The pages of the API reference for the calls of Cloudflare's SDKs in a line of TypeScript, Python or Go. */
export function sdkPages(line: string): SdkPage[] {
  const named = NAMED.exec(line)
  const found = named ? [named] : [...line.matchAll(CALL)]
  return found.map(([, client, chain = '']) => ({ page: pageOf(chain), isGuess: client === 'client' }))
}

/** `isGuess`: SDKs of other vendors have a `client` as well. */
type SdkPage = { page: string; isGuess: boolean }

function pageOf(chain: string): string {
  const names = chain
    .split('.')
    .filter(Boolean)
    .map(snakeCase)
    .filter((name) => !WRAPPERS.has(name))
  const method = names.pop() ?? ''
  return [...names, GO_METHODS.get(method) ?? method].join('.')
}

const snakeCase = (name: string): string =>
  name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
