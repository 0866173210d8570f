import { bracketsOf } from './json-brackets.ts'

/** The parser's errors have a position, except those at the end of the text. */
export function placeOfError(error: unknown, text: string): { line: number; column: number } {
  const lines = text.trimEnd().split('\n')
  const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 }
  if (typeof error !== 'object' || error === null || !('line' in error) || !('column' in error)) return end
  const { line, column } = error
  if (typeof line !== 'number' || typeof column !== 'number' || /end of input/i.test(messageOf(error))) return end
  return isCutShort(text, { line, column }) ? end : { line, column }
}

export function reasonOf(error: unknown, text: string): string {
  const place = placeOfError(error, text)
  const found = restFrom(text, place)[0]
  if (found === undefined) return 'Unexpected end of JSON.'
  if (/[“”„‘’«»]/.test(found)) return `“${found}” is a typographic quote. Use ".`
  if (found === "'") return `Use double quotes, not '.`
  if (found === '\n') return 'Write a line break inside quotes as \\n.'
  return `Unexpected “${found}”.`
}

/** For a truncated text, the parser reports the last word, which is correct. */
const isCutShort = (text: string, place: { line: number; column: number }) =>
  isUnclosed(text) && /^(?:"[^"]*(?:"\s*)?|[^\s,:{}[\]]*\s*|[,:{[]\s*)$/.test(restFrom(text, place))

function isUnclosed(text: string): boolean {
  let open = 0
  for (const { depth } of bracketsOf(text)) open = depth
  return open > 0
}

function restFrom(text: string, { line, column }: { line: number; column: number }): string {
  const lines = text.split('\n').slice(line - 1)
  return lines.join('\n').slice(column - 1)
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : '')
