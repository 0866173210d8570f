import type { TokenReach } from '#domain/reach/token-reach.ts'
import type { Context } from './context.ts'
import { factsOf, type TokenFacts } from './facts.ts'
import { NO_FIX, SEVERITIES, type Finding, type Fix, type RuleId, type Severity } from './finding.ts'
import { fingerprintOf } from './fingerprint.ts'
import { inOrder, type Placed } from './in-order.ts'
import type { Need, Rule, SeenIn } from './rule.ts'
import { RULES } from './rules.ts'

/** A rule that could not be judged, and why. */
export type Silent = { rule: RuleId; why: string }

export type Findings = { findings: Finding[]; silent: Silent[] }

/**
 * What is wrong with the tokens of an account, the most urgent first. Their reach has to be read with the catalogue of
 * the context. The same for the same tokens in any order.
 */
export function findingsOf(tokens: readonly TokenReach[], context: Context): Findings {
  const all = tokens.map((reach) => factsOf(reach, context))
  const silent = RULES.flatMap(({ id, needs }) => {
    const why = needs && WHY_SILENT[needs](context)
    return why ? [{ rule: id, why }] : []
  })
  const unjudged = new Set(silent.map(({ rule }) => rule))
  const placed = RULES.filter(({ id }) => !unjudged.has(id)).flatMap((rule) =>
    seenBy(rule, all, context).map((seen) => ({ finding: toFinding(rule, seen), facts: seen.facts })),
  )
  return { findings: inOrder(placed satisfies Placed[], context.now), silent }
}

const WHY_SILENT: Record<Need, (context: Context) => string | false> = {
  catalogue: ({ catalogue }) => catalogue === undefined && 'The permission groups of the account can’t be read.',
  'all-tokens': ({ isComplete }) => !isComplete && 'Not all tokens of the account are known.',
  count: ({ totalCount }) => totalCount === null && 'The number of tokens is not known.',
}

const seenBy = (rule: Rule, all: readonly TokenFacts[], context: Context): SeenIn[] =>
  'findAcross' in rule
    ? rule.findAcross(all, context)
    : all.flatMap((facts) => rule.find(facts, context).map((seen) => ({ ...seen, facts })))

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

function eased(severity: Severity, { about }: Rule, { isLive, isNarrow }: TokenFacts): Severity {
  if (about === 'end') return severity
  if (!isLive) return 'tidy'
  return about === 'misuse' && isNarrow ? lower(severity) : severity
}

const lower = (severity: Severity): Severity => SEVERITIES[SEVERITIES.indexOf(severity) + 1] ?? severity

/** The app's own token is changed by the user only: a mistake would lock the app out. */
function carefully(fix: Fix): Fix {
  if (fix.kind === 'none' || fix.kind === 'edit') return fix
  return fix.kind === 'draft' || fix.kind === 'action' ? { kind: 'edit', label: fix.label } : NO_FIX
}
