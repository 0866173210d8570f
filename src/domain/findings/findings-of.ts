import type { TokenReach } from '#domain/reach/token-reach.ts'
import type { Context } from './context.ts'
import { factsOf, type TokenFacts } from './facts.ts'
import { NO_FIX, SEVERITIES, type Finding, type Fix, type RuleId, type Severity } from './finding.ts'
import { fingerprintOf } from './fingerprint.ts'
import { inOrder, type Placed } from './in-order.ts'
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
export function findingsOf(tokens: readonly TokenReach[], context: Context): Findings {
  const steps = findingSteps(tokens, context)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** So many tokens are judged in one go: some milliseconds on a slow laptop. */
const SLICE = 50

/** The same in steps, so that a page stays usable. Each yields how many tokens are judged. */
export function* findingSteps(tokens: readonly TokenReach[], context: Context): Generator<number, Findings, void> {
  const silent = RULES.flatMap(({ id, needs }) => {
    const why = needs && WHY_SILENT[needs](context)
    return why ? [{ rule: id, why }] : []
  })
  const judged = RULES.filter(({ id }) => !silent.some(({ rule }) => rule === id))
  const limitOf = ipLimitReader()
  const all: TokenFacts[] = []
  const placed: Placed[] = []
  for (let at = 0; at < tokens.length; at += SLICE) {
    for (const reach of tokens.slice(at, at + SLICE)) {
      const facts = factsOf(reach, context, limitOf)
      all.push(facts)
      for (const rule of judged)
        if ('find' in rule)
          for (const seen of rule.find(facts, context)) placed.push(toPlaced(rule, { ...seen, facts }))
    }
    yield all.length
  }
  for (const rule of judged) {
    if (!('findAcross' in rule)) continue
    for (const seen of rule.findAcross(all, context)) placed.push(toPlaced(rule, seen))
    yield all.length
  }
  return { findings: inOrder(placed, context.now), silent }
}

const WHY_SILENT: Record<Need, (context: Context) => string | false> = {
  catalogue: ({ catalogue }) => catalogue === undefined && 'The permission groups of the account can’t be read.',
  'all-tokens': ({ isComplete }) => !isComplete && 'Not all tokens of the account are known.',
  count: ({ totalCount }) => totalCount === null && 'The number of tokens is not known.',
}

function toPlaced(rule: Rule, { facts, ...seen }: SeenIn): Placed {
  const tokenId = facts?.token.id ?? null
  const finding: Finding = {
    ...seen,
    severity: facts ? eased(seen.severity, rule, facts) : seen.severity,
    fix: facts?.isOwn ? carefully(seen.fix) : seen.fix,
    rule: rule.id,
    tokenId,
    fingerprint: fingerprintOf(rule.id, tokenId, seen.evidence),
  }
  return { finding, facts }
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
