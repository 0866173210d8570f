/** A variable that holds a client, of which only `client` may be another vendor's. */
const CLIENT = String.raw`(?:[a-z]\w{0,30}_)?client|[cC]loudflare(?:_?(?:[cC]lient|[aA]pi))?|cf(?:_?(?:[cC]lient|[aA]pi))?`
const CHAIN = String.raw`((?:\.[A-Za-z]\w{0,60}){2,8})`
/** Such a call without its arguments, alone on a line. No host ends so. */
const NAMED = new RegExp(
  String.raw`^[\s\x60"']{0,8}(${CLIENT})${CHAIN}(?<=\.(?:list|get|create|new|update|edit|delete))[\s\x60"';]{0,8}$`,
  'i',
)
/** `api = new Cloudflare(`, `api := cloudflare.NewClient(`: another name for a client. */
const CREATED =
  /(?<![\w$.])([A-Za-z_]\w{0,40})(?:: ?\w{1,40})?\s{0,3}:?=\s{0,3}(?:await\s)?(?:new\s)?(?:cloudflare\.)?(?:(?:Async)?Cloudflare|NewClient)\(/g
const MOST_PARTS = 10

/** `isGuess`: SDKs of other vendors have a `client` as well. */
type SdkPage = { page: string; isGuess: boolean }

/**
 * Reads the pages of the API reference for the calls of Cloudflare's SDKs on a line of TypeScript, Python or Go. The
 * parts of a call may go on below: `client`, `.dns`, `.records`, `.list(`.
 */
export function sdkReader(text: string): (lines: readonly string[], at: number) => SdkPage[] {
  const created = Array.from(text.matchAll(CREATED), ([, name = '']) => name)
  const clients = [...new Set(created.slice(0, 20)), CLIENT].join('|')
  const any = new RegExp(clients)
  const call = new RegExp(String.raw`(?<![\w$])(${clients})${CHAIN}\(`, 'g')
  const open = new RegExp(String.raw`(?<![\w$])(?:${clients})!?(?:\??\.[A-Za-z]\w{0,60}){0,8}\.?\s*\\?$`)
  const isCloudflare = /cloudflare/i.test(text)
  return (lines, at) => {
    const line = lines[at] ?? ''
    if (!any.test(line)) return []
    const named = NAMED.exec(line)
    const found = named ? [named] : [...(open.test(partOf(line)) ? joined(lines, at) : line).matchAll(call)]
    return found.map(([, client = '', chain = '']) => ({
      page: pageOf(chain),
      isGuess: !isCloudflare && !/^cf|cloudflare/i.test(client),
    }))
  }
}

/** A line without its comment. */
const partOf = (line: string) =>
  line
    .slice(0, 400)
    .replace(/\s(?:\/\/|#).*$/, '')
    .trim()

/** A line and the parts below it, as one. */
function joined(lines: readonly string[], at: number): string {
  let call = partOf(lines[at] ?? '').replace(/\s*\\$/, '')
  for (let next = at + 1; next <= at + MOST_PARTS && !call.endsWith('('); next += 1) {
    const below = partOf(lines[next] ?? '').replace(/\s*\\$/, '')
    if (below !== '' && !/^\??\.[A-Za-z]/.test(below) && !(call.endsWith('.') && /^[A-Za-z]/.test(below))) break
    call += below
    if (below.includes('(')) break
  }
  return call.replaceAll(/[!?]+(?=\.)/g, '')
}

/** What the SDK for Go calls methods of the API reference, in the spelling of its pages. */
const GO_METHODS = new Map([
  ['new', 'create'],
  ['list_auto_paging', 'list'],
])
/** Python's ways to ask for the answer itself. */
const WRAPPERS = new Set(['with_raw_response', 'with_streaming_response'])

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
