import { SEVERITIES, type Finding, type RuleId, type Severity } from '#domain/findings/finding.ts'
import type { Rule } from '#domain/findings/rule.ts'
import { RULES } from '#domain/findings/rules.ts'
import type { Token } from '#domain/token/token.ts'
import type { Many } from './many-at-once.ts'

/** What the lines of findings need besides their finding. */
export type FindingView = {
  tokens: ReadonlyMap<string, Token>
  /** The severity of the most urgent finding of each token, whatever is shown. */
  worst: ReadonlyMap<string, Severity>
  isReadOnly: boolean
  onSuppress: (finding: Finding) => void
  onBulk: (many: Many) => void
}

/** Where the focus goes from a control of the findings that is about to go. */
export const TO_SEARCH = { within: 'main', otherwise: '[role="search"] input' }

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]))

/** A rule that an address names; without one of that ID, all of them. */
export const ruleNamed = (id: string | undefined): string => RULES.find((rule) => rule.id === id)?.id ?? ''

/** The same for a severity. */
export const severityNamed = (name: string | undefined): Severity | '' => SEVERITIES.find((one) => one === name) ?? ''

export function ruleOf(id: RuleId): Rule {
  const rule = BY_ID.get(id)
  if (!rule) throw new Error(`There is no rule ${id}`)
  return rule
}

/** What each severity means. */
export const MEANINGS: Record<Severity, string> = {
  'act-now': 'A risk today, or already broken.',
  'fix-soon': 'Wider or older than it should be.',
  review: 'Probably fine. Look once.',
  tidy: 'Clutter. Nothing at risk.',
}
