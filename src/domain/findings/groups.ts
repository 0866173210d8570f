import { grouped as thousands } from '#domain/text/plural.ts'
import { SEVERITIES, type Finding, type RuleId, type Severity } from './finding.ts'

/** The findings of one token, or of the account where there is no token. */
export type TokenFindings = { tokenId: string | null; worst: Finding; more: number; findings: Finding[] }

/** One line a token with its worst finding, in the order of those. */
export const byToken = (findings: readonly Finding[]): TokenFindings[] =>
  grouped(findings, ({ tokenId }) => tokenId).map(([tokenId, [worst, ...others]]) => ({
    tokenId,
    worst,
    more: others.length,
    findings: [worst, ...others],
  }))

/** The findings of each rule, the rule with the most urgent one first. */
export const byRule = (findings: readonly Finding[]): { rule: RuleId; findings: Finding[] }[] =>
  grouped(findings, ({ rule }) => rule).map(([rule, found]) => ({ rule, findings: found }))

function grouped<Key>(
  findings: readonly Finding[],
  keyOf: (finding: Finding) => Key,
): [Key, [Finding, ...Finding[]]][] {
  const groups = new Map<Key, [Finding, ...Finding[]]>()
  for (const finding of findings) {
    const known = groups.get(keyOf(finding))
    if (known) known.push(finding)
    else groups.set(keyOf(finding), [finding])
  }
  return [...groups]
}

/** How many tokens have a finding of each severity as their worst one. Findings of the account do not count. */
export const tokensBySeverity = (findings: readonly Finding[]): Record<Severity, number> =>
  countWorst(worstByToken(findings))

/** How many tokens there are of each severity, by the worst of each. */
export function countWorst(worst: ReadonlyMap<string, Severity>): Record<Severity, number> {
  const counts: Record<Severity, number> = { 'act-now': 0, 'fix-soon': 0, review: 0, tidy: 0 }
  for (const severity of worst.values()) counts[severity] += 1
  return counts
}

/** The most urgent severity of each token that has findings, by its ID. */
export function worstByToken(findings: readonly Finding[]): ReadonlyMap<string, Severity> {
  const worst = new Map<string, Severity>()
  for (const { tokenId, severity } of findings) {
    if (tokenId === null) continue
    const known = worst.get(tokenId)
    if (!known || rankOf(severity) < rankOf(known)) worst.set(tokenId, severity)
  }
  return worst
}

const rankOf = (severity: Severity) => SEVERITIES.indexOf(severity)

/**
 * "7 tokens need you today": what the page starts with. Unless all is known (`isWhole`: all tokens, by all rules),
 * it doesn't say that nothing does.
 */
export function headline(findings: readonly Finding[], isWhole: boolean): string {
  const { 'act-now': urgent } = tokensBySeverity(findings)
  if (urgent === 0) return isWhole ? 'Nothing needs you today' : 'Nothing that needs you today so far'
  return urgent === 1 ? '1 token needs you today' : `${thousands(urgent)} tokens need you today`
}
