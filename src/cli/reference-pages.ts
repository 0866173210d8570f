/** A file of the SDK's `resources` folder: its path there, without ending, and its text. */
export type SdkFile = { path: string; text: string }

/** Path and method of a request, with parameters that have no names. */
export const requestKey = (method: string, path: string): string => `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`

/**
 * The pages of the vendor's API reference for each request, by `requestKey`: they are named like the resources and
 * methods of its SDK (`dns.records.create`), whose code says which request each method sends.
 */
export function referencePages(files: readonly SdkFile[]): Map<string, string[]> {
  const pages = new Map<string, string[]>()
  for (const { path, text } of files) {
    for (const [, name = '', body = ''] of text.matchAll(METHOD)) {
      const page = `${resourceOf(path)}.${snake(name)}`
      for (const key of requestsIn(body)) pages.set(key, [...(pages.get(key) ?? []), page])
    }
  }
  return new Map([...pages].map(([key, all]) => [key, [...new Set(all)].toSorted(bySize)]))
}

/** The widest resource first. */
const bySize = (a: string, b: string) => a.split('.').length - b.split('.').length || (a < b ? -1 : 1)

const METHOD = /\n {8}(?:async )?(\w+)\([^)]*\) \{(.*?)\n {8}\}/gs
const TEMPLATE =
  /this\._client\.(get|post|put|patch|delete|getAPIList)\(\(0, path_1\.path\) ?`([^`]*)`(?:, [^,]+, \{ (?:[^}]*method: .(\w+).)?)?/g
const TEXT = /this\._client\.(get|post|put|patch|delete|getAPIList)\((['"])([^'"]*)\2/g

/** `dns/records` and `dns/dns` → `dns.records`, `dns`. */
function resourceOf(path: string): string {
  const names = path.split('/')
  if (names.length > 1 && names.at(-1) === names.at(-2)) names.pop()
  return names.map((name) => name.replaceAll('-', '_')).join('.')
}

const snake = (name: string) => name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()

const verbOf = (call: string, method: string | undefined) =>
  (method ?? (call === 'getAPIList' ? 'GET' : call)).toUpperCase()

function requestsIn(body: string): string[] {
  const templates = Array.from(body.matchAll(TEMPLATE)).flatMap(([, call = '', template = '', method]) =>
    pathsOf(template).map((path) => requestKey(verbOf(call, method), path)),
  )
  const texts = Array.from(body.matchAll(TEXT), ([, call = '', , path = '']) =>
    requestKey(verbOf(call, undefined), path),
  )
  return [...templates, ...texts]
}

/** A template literal with the values that it takes; some stand for accounts or zones. */
function pathsOf(template: string): string[] {
  const own = ['accounts', 'zones'].map((name) => template.replaceAll('${accountOrZone}', name))
  return [...new Set(own)].map((path) => path.replace(/\?.*/, '').replaceAll(/\$\{[^}]+\}/g, '{}'))
}
