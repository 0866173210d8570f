import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { levelsQuery } from '#app/queries/levels.ts'
import type { Finding } from '#domain/findings/finding.ts'
import { byToken } from '#domain/findings/groups.ts'
import type { Judged, JudgedTokens } from '#domain/inventory/judged.ts'
import { useFindings } from './use-findings.ts'

/**
 * What is known of each token once its reach and its findings are read; `undefined` until then, and while it is not
 * `isWanted`. `isPending` while it is missing, or of fewer tokens than are known. `silent` has the rules that cannot tell.
 */
export function useJudgedTokens(accountId: string, isWanted: boolean) {
  const { inventory, catalogue, isReady, findings, isCurrent } = useFindings(accountId, isWanted, isWanted)
  const { data: levels, isPlaceholderData } = useQuery({
    ...levelsQuery({ accountId, catalogue }, inventory.tokens),
    enabled: isReady,
  })
  const judged: JudgedTokens | undefined = useMemo(() => {
    if (!isWanted || !levels || !findings) return undefined
    const found = new Map(byToken(findings.open).map((one) => [one.tokenId, one.findings]))
    return new Map(Array.from(levels, ([id, level]) => [id, toJudged(level, found.get(id) ?? [])]))
  }, [isWanted, levels, findings])
  const isKnown = isCurrent && judged !== undefined && !isPlaceholderData
  return {
    judged,
    ruleTitles: isWanted ? findings?.titles : undefined,
    silent: isWanted ? findings?.silent : undefined,
    isPending: isWanted && !isKnown,
  }
}

/** The most urgent finding is the first. */
const toJudged = (level: Judged['level'], findings: Finding[]): Judged => ({
  level,
  worst: findings[0]?.severity ?? null,
  count: findings.length,
  rules: new Set(findings.map(({ rule }) => rule)),
})
