import type { Evidence, RuleId } from './finding.ts'

/** One text for a fact, whatever the order of the evidence, the numbers and ids of policies, and the times. */
export function fingerprintOf(rule: RuleId, tokenId: string | null, evidence: readonly Evidence[]): string {
  const facts = evidence.map(({ groupId, target, field, value }) => JSON.stringify([groupId, target, field, value]))
  return `${rule}:${tokenId ?? 'account'}:${hashOf([...new Set(facts)].sort().join('\n'))}`
}

/** Two halves of 32 bits: short enough for a file of suppressions, and equal for equal texts only, for all that matters. */
function hashOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 2_654_435_761)
    b = Math.imul(b ^ unit, 1_597_334_677)
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909)
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909)
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('')
}
