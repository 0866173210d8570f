import { useMemo } from 'react'
import { ACROSS, findingsOfOne } from '#domain/findings/findings-of.ts'
import { bySeverity } from '#domain/findings/in-order.ts'
import { applySuppressions } from '#domain/findings/suppressions.ts'
import { isPartial } from '#domain/inventory/inventory.ts'
import type { Token } from '#domain/token/token.ts'
import { useChoices } from '#app/parts/kept-choices.ts'
import { useFindings } from './use-findings.ts'
import { OF_ONE, useJudging } from './use-judging.ts'

/**
 * What is wrong with one token. Rules that compare tokens count where all tokens have been read by another page
 * (`isCompared`), or by `compare`. `findings` is `undefined` while the catalogue loads.
 */
export function useTokenFindings(accountId: string, token: Token) {
  const { judging, isLoading } = useJudging(accountId, OF_ONE)
  const { suppressions } = useChoices(accountId)
  const all = useFindings(accountId, false)
  const isCompared = !isPartial(all.inventory) && all.isCurrent && all.findings !== undefined
  const own = useMemo(() => findingsOfOne(token, judging), [judging, token])
  const compared = isCompared
    ? [...(all.findings?.open ?? []), ...(all.findings?.suppressed ?? []).map(({ finding }) => finding)].filter(
        ({ tokenId, rule }) => tokenId === token.id && ACROSS.has(rule),
      )
    : []

  return {
    isCompared,
    isComparing: all.activity.kind === 'reading' || (!isPartial(all.inventory) && !isCompared),
    compare: all.resume,
    hasCatalogue: judging.catalogue !== undefined,
    findings: isLoading ? undefined : applySuppressions(bySeverity([own, compared]), suppressions, judging.now),
  }
}
