/** `client.dns.records.create(`: a client, resources and a method. */
const CALL = /(?<![\w$])(?:client|cloudflare|cf|cfClient|cloudflareClient)((?:\.[A-Za-z]\w{0,60}){2,8})\(/g

/** What the SDK for Go calls methods of the API reference, in the spelling of its pages. */
const GO_METHODS = new Map([
  ['new', 'create'],
  ['list_auto_paging', 'list'],
])
/** Python's ways to ask for the answer itself. */
const WRAPPERS = new Set(['with_raw_response', 'with_streaming_response'])

/** The pages of the API reference for the calls of Cloudflare's SDKs in a line of TypeScript, Python or Go. */
export const sdkPages = (line: string): string[] =>
  Array.from(line.matchAll(CALL), ([, chain = '']) => pageOf(chain)).filter((page) => page !== null)

function pageOf(chain: string): string | null {
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
