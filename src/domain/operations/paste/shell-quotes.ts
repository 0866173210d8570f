/** The value between quotes, and where they end. `isOpen`: they have no end. */
export type Quoted = { value: string; end: number; isOpen: boolean }

const ESCAPES: Record<string, string> = { n: '\n', t: '\t', r: '\r' }

/** Reads `'…'`, `$'…'`, `"…"`, and `^"…^"` of Windows' cmd, in which every sign may have a caret before it. */
export function readQuoted(text: string, start: number, limit: number): Quoted {
  const isCaret = text[start] === '^'
  const isDollar = text[start] === '$'
  const from = start + (isCaret || isDollar ? 2 : 1)
  const quote = text[from - 1] ?? ''
  const isPlain = quote === "'" && !isDollar
  const parts: string[] = []
  let [at, taken] = [from, from]
  /** Takes what came before a sign, and moves behind `length` signs. */
  const skip = (length: number, value = '') => {
    parts.push(text.slice(taken, at), value)
    at += length
    taken = at
  }
  while (at < limit) {
    const sign = text[at] ?? ''
    const next = text[at + 1] ?? ''
    if (sign === quote && !(isCaret && next === quote)) break
    if (isCaret && sign === '^') skip(1)
    else if (!isPlain && sign === '\\') escape(next)
    else if (sign === '`' && next === '"' && quote === '"') skip(2, next)
    else at += 1
  }
  const isOpen = at >= limit
  return { value: parts.join('') + text.slice(taken, Math.min(at, limit)), end: isOpen ? limit : at + 1, isOpen }

  function escape(next: string) {
    const isCaretNext = isCaret && next === '^'
    const meant = isCaretNext ? (text[at + 2] ?? '') : next
    const length = isCaretNext ? 3 : 2
    if (meant === '\n') skip(length)
    else if (isDollar) skip(length, ESCAPES[meant] ?? meant)
    else if (/["\\$`]/.test(meant)) skip(length, meant)
    else at += 1
  }
}

/** The end of `$(…)`, or of the same in backticks. */
export function substitutionEnd(text: string, start: number, limit: number): number {
  if (text[start] === '`') return text.indexOf('`', start + 1) + 1
  let depth = 0
  for (let at = start + 1; at < limit; at += 1) {
    if (text[at] === '(') depth += 1
    if (text[at] === ')') depth -= 1
    if (depth === 0) return at + 1
  }
  return limit
}
