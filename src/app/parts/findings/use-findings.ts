import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { findingsQuery } from '#app/queries/findings.ts'
import { hasAllTokens } from '#domain/inventory/inventory.ts'
import { mayBeMoreUrgent } from '#domain/findings/uncounted.ts'
import { applySuppressions } from '#domain/findings/suppressions.ts'
import { useChoices } from '#app/parts/kept-choices.ts'
import { useAccountTokens } from './use-account-tokens.ts'
import { useJudging } from './use-judging.ts'

/**
 * What is wrong with the tokens of an account, the most urgent first, without what is suppressed. `findings` is
 * `undefined` at first. While it belongs to tokens or lists of before, `isJudging`; `isCurrent` is false then, and also
 * while a list that it is judged by is on its way. `isSure`: none of them may be more urgent than it is called.
 */
export function useFindings(accountId: string, isWanted = true, isComputed = true) {
  const state = useAccountTokens(accountId, isWanted, isComputed)
  const { inventory, isReady } = state
  const { suppressions } = useChoices(accountId)
  const isAsked = isWanted && isComputed
  const { judging, isListing } = useJudging(accountId, { groups: isAsked, counts: isAsked })
  const { data, isPlaceholderData } = useQuery({
    ...findingsQuery(inventory.tokens, {
      ...judging,
      isComplete: hasAllTokens(inventory),
      totalCount: inventory.isCounted ? inventory.totalCount : null,
    }),
    enabled: isReady,
  })
  const findings = useMemo(
    () =>
      data && {
        ...applySuppressions(data.findings, suppressions, judging.now),
        silent: data.silent,
        titles: data.titles,
      },
    [data, suppressions, judging.now],
  )
  const isSure = state.catalogue !== undefined && findings !== undefined && !mayBeMoreUrgent(findings.open, judging)
  return {
    ...state,
    findings,
    isSure,
    isJudging: isPlaceholderData,
    isCurrent: data !== undefined && !isPlaceholderData && !isListing,
  }
}
