import { findSecrets } from './find-secrets.ts'
import { isPrefixed, isTokenForm } from './secret-value.ts'

/** The secret in a pasted text, and a description of what was removed around it; `null` when it was bare. */
export type FromClipboard = { secret: string; taken: string | null }

/** Invisible characters (zero-width, direction marks, soft hyphens), and blanks of every kind. */
const HIDDEN = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}\u2800]/gu
const QUOTES = /^["'`´‘’‚“”„«»]+|(?<!["'`´‘’‚“”„«»])["'`´‘’‚“”„«»]+$/gu
const NAME =
  /^(?:export|set|setx|declare\s+-x|ENV|-\s|-e|--env|\$env:)?\s*["'`]?([A-Za-z_][\w.-]*)["'`]?\s*(?::=|=>|==?|:)\s*/
/** `setx NAME value`, `ENV NAME value`: a name without an equals sign. */
const NAME_ALONE = /^(?:setx|ENV)\s+([A-Za-z_]\w*)\s+/
const HEADER_OPTION = /^(?:-H|--header)[\s=]*/
const SCHEME = /^(?:Bearer|Token)\s+/i
const END = /(?<![,;.\\])[,;.\\]+$/
/** No secret is wrapped more often; without an end, each sign of `""""…` would be a round. */
const ROUNDS = 10
/** The signs of API tokens and of Global API Keys. */
const BARE = /^[\w-]+$/

/** Extracts a secret from a clipboard text: with a variable name, quotes, a header, a comma, hidden characters. */
export function fromClipboard(pasted: string): FromClipboard {
  const unwrapped = pasted.replaceAll(LINES, joinedToken)
  const joined = unwrapped.replaceAll(BLANKS, joinedParts)
  const inLine = joined.replaceAll(/[\t\r\n]+/g, ' ')
  const visible = inLine.replaceAll(HIDDEN, '')
  const taken = new Set<string>([
    ...(unwrapped === pasted ? [] : ['a line break']),
    ...(joined === unwrapped ? [] : ['a space']),
    ...(visible === inLine ? [] : ['hidden characters']),
  ])
  const found = BARE.test(visible.trim()) ? null : onlySecret(visible)
  let text = visible.trim()
  // An old token may begin with `-H`, which is no option then.
  for (let [round, before] = [0, '']; round < ROUNDS && before !== text && !BARE.test(text); round += 1) {
    before = text
    text = takeOff(text, QUOTES, () => taken.add('quotes'))
    text = takeOff(text, END, () => taken.add('what followed it'))
    text = takeOff(text, HEADER_OPTION, () => {})
    text = takeOff(text, NAME_ALONE, (name) => taken.add(`the name ${name}`))
    // A secret contains no such sign; base64 ends in one, with nothing after it.
    text = takeOff(text, NAME, (name) =>
      taken.add(/^authorization$/i.test(name) ? 'the header’s name' : `the name ${name}`),
    )
    text = takeOff(text, SCHEME, () => taken.add('“Bearer”'))
  }
  if (found && !BARE.test(text)) return { secret: found, taken: 'the text around it' }
  return { secret: text, taken: taken.size > 0 ? listOf([...taken]) : null }
}

/** Words with nothing but line breaks between them. */
const LINES = /(?<![\w-])[\w-]+(?:[^\S\r\n]*\r?\n[^\S\r\n]*[\w-]+)+/g

/** A token's prefix, and words after it on the same line. */
const BLANKS = /(?<![\w-])cf(?:ut|at)_[\w-]+(?:[^\S\r\n]+[\w-]+)+/g

/** The token that these words are parts of, or the words as they are. */
function joinedParts(words: string): string {
  const word = words.replaceAll(/\s+/g, '')
  return word.length === NEW_LENGTH && isTokenForm(word) ? word : words
}

/** The token that a terminal wrapped over these lines, or the lines as they are. */
function joinedToken(lines: string): string {
  const word = lines.replaceAll(/\s+/g, '')
  const hasWhole = lines.split(/\s+/).some(({ length }) => length >= SHORTEST)
  const isWhole = word.length === 40 || word.length === NEW_LENGTH || (word.length > SHORTEST && !hasWhole)
  return isWhole && isTokenForm(word) ? word : lines
}

/** The length of new tokens is not published: 45 characters and a checksum, 53 in most reports (`docs/api-behaviour.md` §5). */
const SHORTEST = 45
const NEW_LENGTH = 53

/** The only secret in a command, an answer or a file; `null` when there is none, more than one, or a part of one. */
function onlySecret(text: string): string | null {
  const secrets = new Set(findSecrets(text).map(({ start, end }) => text.slice(start, end)))
  const [first] = secrets
  if (secrets.size !== 1 || first === undefined) return null
  return isPrefixed(first) && first.length < SHORTEST ? null : first
}

function takeOff(text: string, form: RegExp, note: (name: string) => void): string {
  const everywhere = form.global ? form : new RegExp(form, `${form.flags}g`)
  const rest = text.replaceAll(everywhere, '').trim()
  if (rest === '' || rest === text) return text
  note(form.exec(text)?.[1] ?? '')
  form.lastIndex = 0
  return rest
}

const listOf = (parts: string[]) =>
  parts.length === 1 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
