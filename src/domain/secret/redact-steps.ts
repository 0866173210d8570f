import { findSecrets, isJsonText, type FoundSecret } from './find-secrets.ts'

/** So many characters are searched in one go: some milliseconds. */
const SLICE = 1 << 16
/** A secret that is cut by the end of a slice is found whole by the next one, unless it is longer than this. */
const OVERLAP = 1 << 13

/**
 * Finds the secrets of a text of any length in slices. Each step of the generator is one, and yields the share that is
 * searched, from 0 to 1.
 */
export function* findSecretsInSteps(text: string): Generator<number, FoundSecret[], void> {
  if (text.length <= SLICE) return findSecrets(text)
  const isJson = isJsonText(text)
  const found: FoundSecret[] = []
  for (let start = 0; start < text.length; start += SLICE) {
    const from = lineStart(text, start - OVERLAP)
    const slice = findSecrets(text.slice(from, start + SLICE + OVERLAP), isJson)
    found.push(...slice.map(({ name, start, end }) => ({ name, start: start + from, end: end + from })))
    yield Math.min(1, (start + SLICE) / text.length)
  }
  return withoutOverlap(found)
}

/** What is secret for one slice is secret, so parts that two slices tell become one. */
function withoutOverlap(found: FoundSecret[]): FoundSecret[] {
  const merged: FoundSecret[] = []
  for (const one of found.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1)
    if (last && one.start < last.end) last.end = Math.max(last.end, one.end)
    else merged.push({ ...one })
  }
  return merged
}

/** A name before a secret is on its line. In a line without an end, the slice begins where it is asked to. */
function lineStart(text: string, near: number): number {
  if (near <= 0) return 0
  const before = text.lastIndexOf('\n', near)
  return near - before > OVERLAP ? near : before + 1
}
