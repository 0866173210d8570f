/** One word for a POSIX shell. Inside single quotes, only the quote itself is special. */
export const shellQuote = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

/** A value for a `.env` file: bare when safe, else in quotes that all parsers agree on. */
export function dotenvQuote(text: string): string {
  if (/^[\w.:/+=@-]+$/.test(text)) return text
  // Single quotes keep everything but themselves and line ends, and expand nothing.
  if (!/['\n\r]/.test(text)) return `'${text}'`
  const escaped = text
    .replaceAll(/[\\"$`]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
  return `"${escaped}"`
}

/** An HCL string; `${` and `%{` would start a template. */
export function hclQuote(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`)
    // Other control characters have no short escape.
    .replaceAll(/\p{Cc}/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`)
    // A function, because `$$` in a replacement text means one `$`.
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{')
  return `"${escaped}"`
}

/** Characters that may end a line or change the reading direction. */
const UNSAFE_IN_COMMENT = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu

/** A text for a one-line comment: quoted as JSON, without anything that could end the line. */
export const commentQuote = (text: string): string =>
  JSON.stringify(text).replaceAll(UNSAFE_IN_COMMENT, (character) =>
    Array.from({ length: character.length }, (_, at) => escapeUnit(character.charCodeAt(at))).join(''),
  )

/** A readable name for a comment; characters that could end the line become blanks. */
export const commentText = (text: string): string => text.replaceAll(UNSAFE_IN_COMMENT, ' ')

const escapeUnit = (unit: number) => `\\u${unit.toString(16).padStart(4, '0')}`
