import type { Settings } from '#domain/findings/context.ts'
import { SEVERITIES, type Finding } from '#domain/findings/finding.ts'
import { findingsOf, type Findings } from '#domain/findings/findings-of.ts'
import { applySuppressions, type Suppressed, type Suppression } from '#domain/findings/suppressions.ts'
import { headline } from '#domain/findings/groups.ts'
import { mayBeMoreUrgent, uncountedRules, type Uncounted } from '#domain/findings/uncounted.ts'
import { readReach } from '#domain/reach/token-reach.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { safeText } from '#domain/token/safe-text.ts'
import type { Options } from './options.ts'
import type { Source } from './source.ts'

export type Judged = {
  source: Source
  open: Finding[]
  suppressed: Suppressed[]
  silent: Findings['silent']
  uncounted: Uncounted[]
  /** Whether only some rules or severities were asked for. */
  isFiltered: boolean
  /** Whether all tokens were judged by all rules, and no finding may be more urgent than it is called. */
  isSure: boolean
  /** Ms since 1970. */
  now: number
}

type Choices = { settings: Settings; suppressions: readonly Suppression[]; now: number }

/** What is wrong with the tokens, by the rules of the app. */
export function judge(given: Source, { settings, suppressions, now }: Choices, options: Options): Judged {
  // An ID is printed, so it must not be a secret either.
  const source = { ...given, tokens: given.tokens.map((token) => ({ ...token, id: safeText(token.id) })) }
  const reach = readReach(source.tokens, source)
  const { findings, silent } = findingsOf(reach, { ...source, settings, now })
  const isAsked = ({ rule }: Pick<Finding, 'rule'>) => options.rules.length === 0 || options.rules.includes(rule)
  const isWanted = ({ rule, severity }: Finding) =>
    isAsked({ rule }) && (options.severities.length === 0 || options.severities.includes(severity))
  const { open, suppressed } = applySuppressions(findings.filter(isWanted), suppressions, now)
  const silentOnes = silent.filter(isAsked)
  return {
    source,
    open,
    suppressed,
    silent: silentOnes,
    uncounted: uncountedRules(source, reach).filter(isAsked),
    isFiltered: options.rules.length > 0 || options.severities.length > 0,
    isSure: source.isComplete && silentOnes.length === 0 && !mayBeMoreUrgent(open, source),
    now,
  }
}

/** Whether one of the findings is at least as urgent. */
export const hasUrgent = (findings: readonly Finding[], limit: Finding['severity']): boolean =>
  findings.some(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(limit))

/** "7 tokens need you today", and whether that is about all of them. */
export function titleOf({ source, open, isFiltered, isSure }: Judged): string {
  const title = isFiltered ? `${count(open.length, 'finding')} of those asked for` : headline(open, isSure)
  return source.isComplete ? title : `${title} (of the tokens read)`
}

/** "138 tokens", "50 tokens of 138". */
export function knownOf({ tokens, isComplete, totalCount }: Source): string {
  const known = count(tokens.length, 'token')
  return isComplete ? known : `${known} of ${totalCount === null ? 'an unknown number' : grouped(totalCount)}`
}
