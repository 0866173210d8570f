import { atOnce } from '#domain/reach/at-once.ts'
import { readReach, type TokenReach } from '#domain/reach/token-reach.ts'
import type { Token } from '#domain/token/token.ts'
import type { BaseContext, Context, Extent, Judging, Listed } from './context.ts'
import { factsOf, type TokenFacts } from './facts.ts'
import { NO_FIX, SEVERITIES, type Finding, type Fix, type RuleId, type Severity } from './finding.ts'
import { fingerprintOf } from './fingerprint.ts'
import { growingSort } from './growing-sort.ts'
import { byRank, bySeverity, judgedOf, withMore, type Judged } from './in-order.ts'
import { ipLimitReader } from './ip-limits.ts'
import type { Need, Rule, SeenIn } from './rule.ts'
import { RULES } from './rules.ts'

/** A rule that could not be judged, and why. */
type Silent = { rule: RuleId; why: string }

export type Findings = { findings: Finding[]; silent: Silent[] }

/**
 * What is wrong with the tokens of an account, the most urgent first. Their reach has to be read with the catalogue of
 * the context. The same for the same tokens in any order.
 */
export const findingsOf = (tokens: readonly TokenReach[], context: Context): Findings =>
  atOnce(findingsReader(context)(tokens, context))

/** What is wrong with one token as far as it alone tells, the most urgent first. */
export function findingsOfOne(token: Token, context: Judging): Finding[] {
  const { findings } = findingsOf(readReach([token], context), { ...context, isComplete: false, totalCount: null })
  return findings.filter(({ rule }) => !ACROSS.has(rule))
}

/** The rules that compare tokens: they need the others as well. */
export const ACROSS: ReadonlySet<RuleId> = new Set(RULES.flatMap((rule) => ('findAcross' in rule ? [rule.id] : [])))

/** So many tokens are judged in one go: some milliseconds on a slow laptop. */
const SLICE = 10

/**
 * Reads the findings in steps, so that a page stays usable; each yields how many tokens are judged. A token that was
 * judged before (the same reach) costs little, so a growing account costs what is new in it.
 */
export function findingsReader(
  base: BaseContext,
): (tokens: readonly TokenReach[], rest: Listed & Extent) => Generator<number, Findings, void> {
  const shared = { limitOf: ipLimitReader(), accesses: new Map<string, number>() }
  const known = new WeakMap<TokenReach, JudgedToken>()
  const rules = RULES.flatMap((rule) => ('find' in rule && !silence(rule, base) ? [rule] : []))
  const judge = (reach: TokenReach): JudgedToken => {
    const facts = factsOf(reach, base, shared)
    const findings = rules.flatMap((rule) => rule.find(facts, base).map((seen) => toFinding(rule, { ...seen, facts })))
    return judgedOf(facts, findings, base.now)
  }
  const listedReader = readerByLists(base)
  const sortById = growingSort<TokenFacts>(({ token: { id: a } }, { token: { id: b } }) => (a < b ? -1 : 1))
  const sortByRank = growingSort<Judged>(byRank)
  const account = judgedOf(null, [], base.now)
  return function* steps(tokens, rest) {
    const byLists = listedReader(rest)
    const all: JudgedToken[] = []
    for (const [index, reach] of tokens.entries()) {
      const found = known.get(reach)
      const judged = found ?? judge(reach)
      if (!found) known.set(reach, judged)
      const isKnown = found && byLists.isKnown(judged.facts)
      // Kept for the end: here, the work is in steps.
      byLists.findIn(judged.facts)
      all.push(judged)
      if (!isKnown && index % SLICE === 0) yield all.length
    }
    const whole = { ...base, ...rest }
    const across = new Map<TokenFacts | null, Finding[]>()
    const facts = sortById(all.map((one) => one.facts))
    yield all.length
    for (const rule of RULES) {
      if (!('findAcross' in rule) || silence(rule, whole)) continue
      for (const seen of rule.findAcross(facts, whole)) {
        if (seen) across.set(seen.facts, [...(across.get(seen.facts) ?? []), toFinding(rule, seen)])
        else yield all.length
      }
      yield all.length
    }
    const silent = RULES.flatMap((rule) => {
      const why = silence(rule, whole)
      return why ? [{ rule: rule.id, why }] : []
    })
    const ranked = sortByRank([...all, account])
    yield all.length
    const lists = ranked.map((one) =>
      withMore(one.findings, [...(one.facts ? byLists.findIn(one.facts) : []), ...(across.get(one.facts) ?? [])]),
    )
    return { findings: bySeverity(lists), silent }
  }
}

type JudgedToken = Judged & { facts: TokenFacts }

/** What the rules that ask for lists find in a token; judged anew when other resources are listed. */
function readerByLists(base: BaseContext) {
  let last = listedIn(base, {})
  return (listed: Listed) => {
    if (!areSame(listed, last.context)) last = listedIn(base, listed)
    return last
  }
}

function listedIn(base: BaseContext, listed: Listed) {
  const context: Judging = { ...base, ...listed }
  const known = new WeakMap<TokenFacts, Finding[]>()
  const rules = RULES.flatMap((rule) => ('findListed' in rule && !silence(rule, context) ? [rule] : []))
  const read = (facts: TokenFacts) =>
    rules.flatMap((rule) => rule.findListed(facts, context).map((seen) => toFinding(rule, { ...seen, facts })))
  const findIn = (facts: TokenFacts) => {
    const found = known.get(facts) ?? read(facts)
    known.set(facts, found)
    return found
  }
  return { context, isKnown: (facts: TokenFacts) => known.has(facts), findIn }
}

const areSame = (a: Listed, b: Listed) =>
  a.zoneCount === b.zoneCount &&
  a.bucketCount === b.bucketCount &&
  a.ownToken === b.ownToken &&
  (['zones', 'buckets', 'workers'] as const).every((kind) => a.listings?.[kind] === b.listings?.[kind])

/** Why a rule is not judged; `false` when it is. */
const silence = ({ needs }: Rule, context: Judging & Partial<Extent>): string | false =>
  needs ? WHY_SILENT[needs](context) : false

const WHY_SILENT: Record<Need, (context: Judging & Partial<Extent>) => string | false> = {
  catalogue: ({ catalogue }) => catalogue === undefined && 'The permission groups of the account can’t be read.',
  'all-tokens': ({ isComplete }) => isComplete !== true && 'Not all tokens of the account are known.',
  count: ({ totalCount }) => (totalCount ?? null) === null && 'The number of tokens is not known.',
}

function toFinding(rule: Rule, { facts, ...seen }: SeenIn): Finding {
  const tokenId = facts?.token.id ?? null
  return {
    ...seen,
    severity: facts ? eased(seen.severity, rule, facts) : seen.severity,
    fix: facts?.isOwn ? carefully(seen.fix) : seen.fix,
    rule: rule.id,
    tokenId,
    fingerprint: fingerprintOf(rule.id, tokenId, seen.evidence),
  }
}

function eased(severity: Severity, { about }: Rule, { isLive, limit }: TokenFacts): Severity {
  if (about === 'end') return severity
  if (!isLive) return 'tidy'
  return about === 'misuse' && limit.isNarrow ? lower(severity) : severity
}

const lower = (severity: Severity): Severity => SEVERITIES[SEVERITIES.indexOf(severity) + 1] ?? severity

/** The app's own token is changed by the user only: a mistake would lock the app out. */
function carefully(fix: Fix): Fix {
  if (fix.kind === 'none' || fix.kind === 'edit') return fix
  return fix.kind === 'draft' || fix.kind === 'action' ? { kind: 'edit', label: fix.label } : NO_FIX
}
