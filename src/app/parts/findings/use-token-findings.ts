import { useMemo } from 'react'
import { SEVERITIES, type Finding } from '#domain/findings/finding.ts'
import { findingsOf } from '#domain/findings/findings-of.ts'
import { RULES } from '#domain/findings/rules.ts'
import { applySuppressions } from '#domain/findings/suppressions.ts'
import { isPartial } from '#domain/inventory/inventory.ts'
import { tokenReachReader } from '#domain/reach/token-reach.ts'
import type { Token } from '#domain/token/token.ts'
import { useChoices } from './kept-choices.ts'
import { useFindings } from './use-findings.ts'
import { useJudging } from './use-judging.ts'

/** The rules that compare tokens: they need the others as well. */
const ACROSS = new Set(RULES.filter((rule) => 'findAcross' in rule).map(({ id }) => id))

/**
 * What is wrong with one token. Rules that compare tokens count where all tokens have been read by another page
 * (`isCompared`). `findings` is `undefined` while the catalogue loads.
 */
export function useTokenFindings(accountId: string, token: Token) {
  const { judging, isLoading } = useJudging(accountId)
  const { suppressions } = useChoices(accountId)
  const all = useFindings(accountId, false)
  const isCompared = !isPartial(all.inventory) && all.isCurrent && all.findings !== undefined
  const own = useMemo(() => findingsOfOne(token, { ...judging, isComplete: false, totalCount: null }), [judging, token])
  const compared = isCompared
    ? [...(all.findings?.open ?? []), ...(all.findings?.suppressed ?? []).map(({ finding }) => finding)].filter(
        ({ tokenId, rule }) => tokenId === token.id && ACROSS.has(rule),
      )
    : []

  return {
    isCompared,
    hasCatalogue: judging.catalogue !== undefined,
    findings: isLoading ? undefined : applySuppressions(bySeverity([...own, ...compared]), suppressions, judging.now),
  }
}

function findingsOfOne(token: Token, context: Parameters<typeof findingsOf>[1]): Finding[] {
  const reading = tokenReachReader(context)([token])
  for (;;) {
    const step = reading.next()
    if (step.done) return findingsOf(step.value, context).findings.filter(({ rule }) => !ACROSS.has(rule))
  }
}

const bySeverity = (findings: Finding[]) =>
  findings.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity))
