import type { Grant, TokenFacts } from './facts.ts'
import type { Seen, Severity } from './finding.ts'
import { grantsEvidence, grantsWords } from './words.ts'

/** A finding of access that only the user can narrow. `more` ends the sentence. */
export function seenAccess(
  facts: TokenFacts,
  grants: readonly Grant[],
  accountId: string,
  { severity, label, more = '' }: { severity: Severity; label: string; more?: string },
): Seen {
  const evidence = grantsEvidence(facts, grants)
  const policyIndex = evidence[0]?.policyIndex
  return {
    severity,
    seen: `${grantsWords(facts, grants, accountId)}${more}.`,
    evidence,
    fix: { kind: 'edit', label, ...(policyIndex !== undefined && { policyIndex }) },
  }
}
