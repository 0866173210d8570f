/** A bracket, or a string, which is skipped. */
const BRACKET = /"(?:[^"\\\n]|\\.)*"?|[{}[\]]/g

/** The brackets of a JSON text, each with the number of levels that are open after it. */
export function* bracketsOf(text: string): Generator<{ offset: number; depth: number }, void, void> {
  let depth = 0
  for (const { 0: sign, index } of text.matchAll(BRACKET)) {
    if (sign.startsWith('"')) continue
    depth += sign === '{' || sign === '[' ? 1 : -1
    yield { offset: index, depth }
  }
}
