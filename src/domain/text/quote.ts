/** One word for a POSIX shell, whatever it holds: nothing is special inside single quotes but the quote itself. */
export const shellQuote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** A value for a `.env` file: bare where that is safe, else in quotes that its readers agree on. */
export function dotenvQuote(text: string): string {
  if (/^[\w.:/+=@-]+$/.test(text)) return text
  // Single quotes keep all but themselves and line ends, and nothing in them is expanded.
  if (!/['\n\r]/.test(text)) return `'${text}'`
  const escaped = text
    .replaceAll(/[\\"$`]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
  return `"${escaped}"`
}

/** A string of HCL: `${` and `%{` would start a template. */
export function hclQuote(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`)
    // Other controls have no letter of their own.
    .replaceAll(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
    // A function, because `$$` in a replacement text means one `$`.
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{')
  return `"${escaped}"`
}

/** What ends a line somewhere, or turns the reading direction of those after it. */
const UNSAFE_IN_COMMENT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** A text inside a comment of one line: quoted as in JSON, with nothing in it that could end the line. */
export const commentQuote = (text: string): string =>
  JSON.stringify(text).replaceAll(UNSAFE_IN_COMMENT, (character) =>
    Array.from({ length: character.length }, (_, at) => escapeUnit(character.charCodeAt(at))).join(''),
  )

/** A name inside a comment, for a reader: what could end the line is a blank. */
export const commentText = (text: string): string => text.replaceAll(UNSAFE_IN_COMMENT, ' ')

const escapeUnit = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`
