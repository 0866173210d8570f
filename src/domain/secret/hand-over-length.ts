/** Longest secrets that older tools take (`docs/api-behaviour.md` §5). Those before 2026 had 40 characters. */
const CAPS = [40, 50]

/** What the length of a secret may mean where it goes; `null` for one that fits everywhere. */
export function lengthNote(length: number): string | null {
  const caps = CAPS.filter((cap) => length > cap)
  if (caps.length === 0) return null
  return `It has ${length} characters. Some older tools cut a secret at ${caps.join(' or ')}: check that all of it arrives.`
}
