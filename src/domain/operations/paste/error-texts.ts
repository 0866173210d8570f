import { isBareSecret } from '#domain/secret/secret-value.ts'

/** A page of the API reference, or an operation ID, that a text names. */
export type OperationHint = { page: string | null; operationId: string | null }

const REFERENCE =
  /developers\.cloudflare\.com\/api\/(?:(?:go|java|node|php|python|ruby|terraform|typescript|cli|http)\/)?(resources\/[\w/-]{1,300}|operations\/[\w-]{1,150})/g
const OLD_REFERENCE = /\bapi\.cloudflare\.com\/?#([a-z][a-z0-9]*(?:-[a-z0-9]+){1,30})/g

/** The pages of the API reference to which a line links. A page of a resource alone is no operation. */
export function referencedOperations(line: string): OperationHint[] {
  // In JSON, slashes may be escaped.
  const text = line.includes('\\/') ? line.replaceAll('\\/', '/') : line
  const found = Array.from(text.matchAll(REFERENCE), ([, path = '']) => ofReference(path))
  const old = Array.from(text.matchAll(OLD_REFERENCE), ([, id = '']) => ({ page: null, operationId: id }))
  return [...found.filter((hint) => hint !== null), ...old]
}

function ofReference(path: string): OperationHint | null {
  const [kind, ...parts] = path.split('/').filter((part) => part !== '')
  if (kind === 'operations') return parts[0] === undefined ? null : { page: null, operationId: parts[0] }
  const method = parts.indexOf('methods')
  const name = parts[method + 1]
  if (method < 1 || name === undefined) return null
  const resources = parts.slice(0, method).filter((part) => part !== 'subresources')
  return { page: [...resources, name].join('.'), operationId: null }
}

/** Not with a part behind it, and not the key of a value: those name resources. */
const PERMISSION_KEY =
  /\bcom\.cloudflare\.api\.account\.(([a-z_]{1,40})\.([a-z_]{1,24}))\b(?!-|\.\w|\\{0,6}["'`]\s{0,4}[:=]\s{0,4}\\{0,6}["'`{])/g
/** Words of a placeholder, such as `your_zone_id`. */
const STAND_IN = /(?:^|_)(?:your|my|some|ids?|uuid|tag|name|here|example|x+)(?:_|$)/
/** The page of the operation that a permission key allows. */
const PAGES = new Map([
  ['zone.list', 'zones.list'],
  ['zone.create', 'zones.create'],
  ['zone.read', 'zones.get'],
  ['zone.get', 'zones.get'],
  ['zone.edit', 'zones.edit'],
  ['zone.delete', 'zones.delete'],
  ['token.list', 'accounts.tokens.list'],
  ['token.create', 'accounts.tokens.create'],
  ['token.read', 'accounts.tokens.get'],
  ['token.update', 'accounts.tokens.update'],
  ['token.delete', 'accounts.tokens.delete'],
])

/** The permission keys that a line names; `page` is `null` for one whose operation is not known. */
export const permissionKeys = (line: string): { key: string; page: string | null }[] =>
  Array.from(line.matchAll(PERMISSION_KEY), ([key, short = '', of = '', action = '']) => ({ key, short, of, action }))
    .filter(({ of, action }) => !STAND_IN.test(of) && !STAND_IN.test(action) && !action.startsWith(of))
    .map(({ key, short }) => ({ key, page: PAGES.get(short) ?? null }))

const GROUP = /permission groups?\s{0,4}:?\s{0,4}\\{0,6}["'“`]([^"'”`\\\n]{2,100})\\{0,6}["'”`]/gi
/** Without the word "group", a level is at the end. */
const PERMISSION_QUOTED =
  /permissions?\s{0,4}:?\s{0,4}["'“`]([A-Za-z][^"'”`\\\n]{1,80}[\s:./](?:Read|Write|Edit|Purge|Run|Revoke|Admin))["'”`]/gi
const REQUIRED_QUOTED =
  /(?:requires?|missing|needs?|lacks?) (?:the |a |following )*["'“`]([^"'”`\\\n]{2,100})["'”`] permission/gi
const REQUIRED =
  /(?:(?:[Rr]equires?|[Mm]issing|[Nn]eeds?|[Ll]acks?) (?:the |a |following )*permissions?(?: groups?)?|[Pp]ermission groups?)\s{0,2}:?\s{1,2}["'“`]?([A-Z][\w&:.,()-]{0,30} (?:(?:[A-Z&0-9][\w&:.,()-]{0,30}|and|of|on|by|for|to) ){0,9}?(?:Read|Write|Edit|Purge|Run|Revoke|Report|Admin))\b/g

/** The names of permission groups that a text names, and where in it. */
export function namedGroups(text: string): { name: string; at: number }[] {
  if (!/permission/i.test(text)) return []
  return [GROUP, PERMISSION_QUOTED, REQUIRED_QUOTED, REQUIRED]
    .flatMap((form) => Array.from(text.matchAll(form), (match) => ({ name: tidy(match[1] ?? ''), at: match.index })))
    .filter(({ name }) => !/^(?:com\.cloudflare\.|$)/.test(name) && !name.split(' ').some(isBareSecret))
    .filter(({ name }, index, all) => isFirst(name, all.slice(0, index)))
}

/** `Report Read` may be read again as `Report`, from words that look like a level. */
const isFirst = (name: string, before: readonly { name: string }[]) =>
  !before.some((other) => other.name === name || other.name.startsWith(`${name} `) || other.name.startsWith(`${name}-`))

/** The name may be broken over lines, with a frame before each. */
const tidy = (name: string) => name.replaceAll(/[\s│|>]+/g, ' ').trim()

/** The name of a page of the API reference alone on a line, such as `dns.records.create`. No host ends so. */
export const pageAlone = (line: string): string | null =>
  /^(?!(?:com\.cloudflare|client|cloudflare|cf)\.)[a-z][a-z0-9_]{0,40}(?:\.[a-z][a-z0-9_]{0,40}){0,6}\.(?:list|get|create|update|edit|delete)$/.exec(
    line,
  )?.[0] ?? null

/** An ID of the vendor’s API description alone on a line: at least three words, or any behind its label. */
const ALONE =
  /^["'`]?((?:[a-z][a-z0-9]{0,40}(?:-[a-z0-9_]{1,40}){2,30})|zones?-(?:get|post|purge)|[a-z]{3,10}(?:Account|Zone)[A-Za-z]{4,60})["'`]?,?$/
const LABELLED = /^["']?operation ?id["']?\s{0,2}[:=]\s{0,2}["'`]?([a-z][\w-]{2,150})["'`]?,?$/i

export function operationIdAlone(line: string): string | null {
  const labelled = LABELLED.exec(line)?.[1]
  if (labelled !== undefined) return isBareSecret(labelled) ? null : labelled
  const id = ALONE.exec(line)?.[1] ?? null
  const isId = id !== null && !/^[0-9a-f-]+$/.test(id) && !/-\d+-\d+-/.test(`${id}-`)
  return isId ? id : null
}
