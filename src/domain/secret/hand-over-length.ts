/** The longest secrets that older tools accept (`docs/api-behaviour.md` §5). Before 2026, secrets had 40 characters. */
const CAPS = [40, 50]

/** What the length of a secret may mean for the tool that receives it; `null` when it fits everywhere. */
export function lengthNote(length: number): string | null {
  const caps = CAPS.filter((cap) => length > cap)
  if (caps.length === 0) return null
  return `It has ${length} characters. Some older tools cut a secret at ${caps.join(' or ')}: check that all of it arrives.`
}
