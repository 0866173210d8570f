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
  return `Unexpected “${found}”.`
}

/** The first control character inside quotes of a text that is valid otherwise. */
export function controlCharacter(text: string): { offset: number; problem: string } | null {
  for (const { 0: quoted, index } of text.matchAll(/"(?:[^"\\]|\\.)*"/g)) {
    const at = quoted.search(/(?![\u007F-\u009F])\p{Cc}/u)
    const problem = CONTROL.get(quoted.charAt(at)) ?? 'A control character can’t be in quotes.'
    if (at >= 0) return { offset: index + at, problem }
  }
  return null
}

const LINE_BREAK = 'Write a line break inside quotes as \\n.'
const CONTROL = new Map([
  ['\n', LINE_BREAK],
  ['\r', LINE_BREAK],
  ['\t', 'Write a tab inside quotes as \\t.'],
])

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
