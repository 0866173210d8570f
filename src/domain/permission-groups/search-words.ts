import { fold } from '#domain/text/fold.ts'

/** The words of a text, split at anything but letters and digits. */
export const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** "Read-Only" and "Read only" mean what "Read" does. */
const READ_ONLY = /\bread[\s_-]*only\b/gi
/** `data.….zone["DNS Write"]`, as Terraform looks up groups: the scope is before the brackets, the name inside. */
const LOOK_UP = /(\w+)\s*\[\s*\\?["']([^"'\\]+)\\?["']\s*\]/
const SCOPE_KEY = /\bcom\.cloudflare\.[\w.*-]+/i

export type SearchQuery = {
  words: string[]
  /** A key such as `com.cloudflare.api.account.zone`, or a prefix or extension of one. */
  scopeKey: string | null
}

/**
 * Parses a search in any of the forms in which a permission is written: `Zone:DNS:Edit`, `Zone > DNS > Edit`,
 * `#dns_records:read`, `DNS (Edit)`.
 */
export function readSearchQuery(text: string, scopes: ReadonlySet<string> = NO_SCOPES): SearchQuery {
  const key = SCOPE_KEY.exec(text)?.[0]
  if (key) {
    const typed = key.toLowerCase().replace(/[.*-]+$/, '')
    const scope = [...scopes]
      .filter((one) => typed === one || typed.startsWith(`${one}.`))
      .toSorted((a, b) => b.length - a.length)[0]
    return {
      words: readWords(text.replace(key, scope ? ` ${typed.slice(scope.length)} ` : ' ')),
      scopeKey: scope ?? typed,
    }
  }
  const lookUp = LOOK_UP.exec(text)
  if (!lookUp?.[1] || !lookUp[2]) return { words: readWords(text), scopeKey: null }
  const scope = /^(?:account|zone|user|r2)$/i.test(lookUp[1]) ? lookUp[1] : ''
  return { words: readWords(`${scope} ${lookUp[2]}`), scopeKey: null }
}

const NO_SCOPES = new Set<string>()

/** Words that add nothing next to others, unless a name has them. */
const FILLERS = new Set(['cloudflare', 'permission', 'permissions', 'and', 'or', 'the', 'for', 'all', 'on', 'to', 'of'])

/** A word that names a level. */
export const LEVEL_WORD = /^(?:read|write|edit|editor|admin|revoke|purge|run|evaluate|send|bind)$/

const READING = new Set(['get', 'list', 'see', 'show', 'view'])
const CHANGING = new Set(['add', 'change', 'create', 'delete', 'manage', 'remove', 'update'])
const ANY_LEVEL = new Set(['a', 'access', 'an'])

/** The words, with the level that a task needs in place of its verb: "create a token" is "edit token". */
export const withLevels = (words: string[]): string[] =>
  words.flatMap((word) => {
    if (READING.has(word)) return 'read'
    if (CHANGING.has(word)) return 'edit'
    return ANY_LEVEL.has(word) ? [] : word
  })

export const isFiller = (word: string): boolean => FILLERS.has(word)

const readWords = (text: string): string[] => wordsOf(text.replaceAll(READ_ONLY, 'read'))
