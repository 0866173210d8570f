/** A piece of JSON text. Everything else — brackets, commas, blanks — is `plain`. */
export type JsonPart = { kind: 'key' | 'string' | 'literal' | 'plain'; text: string }

const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g

/** The lines of a JSON text, each in pieces for colouring. The pieces joined are the text. */
export const jsonLines = (text: string): JsonPart[][] => text.split('\n').map(partsOf)

function partsOf(line: string): JsonPart[] {
  const parts: JsonPart[] = []
  let end = 0
  for (const match of line.matchAll(TOKEN)) {
    const [whole, quoted, colon] = match
    if (match.index > end) parts.push({ kind: 'plain', text: line.slice(end, match.index) })
    if (quoted === undefined) parts.push({ kind: 'literal', text: whole })
    else parts.push({ kind: colon === undefined ? 'string' : 'key', text: quoted })
    if (colon !== undefined) parts.push({ kind: 'plain', text: colon })
    end = match.index + whole.length
  }
  if (end < line.length) parts.push({ kind: 'plain', text: line.slice(end) })
  return parts
}

/**
 * The first and last line (from 0) of a policy in the text of a token, written by `JSON.stringify` with two blanks. A
 * string has no line breaks there, so indentation tells the depth. `null` when there is no such policy.
 */
export function policyLines(text: string, policy: number): [first: number, last: number] | null {
  const lines = text.split('\n')
  const list = lines.indexOf('  "policies": [')
  if (list === -1) return null
  let count = -1
  let first = list
  for (let at = list + 1; lines[at]?.startsWith('    '); at += 1) {
    const line = lines[at] ?? ''
    // Deeper lines belong to a policy.
    if (line[4] === ' ') continue
    const closes = /^[}\]]/.test(line.slice(4))
    if (!closes) {
      count += 1
      first = at
    }
    if (count === policy && (closes || !/[{[]$/.test(line))) return [first, at]
  }
  return null
}
