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
