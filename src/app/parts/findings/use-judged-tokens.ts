import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { levelsQuery } from '#app/queries/levels.ts'
import { SEVERITIES, type Finding } from '#domain/findings/finding.ts'
import type { Judged, JudgedTokens } from '#domain/inventory/judged.ts'
import { useFindings } from './use-findings.ts'

/**
 * What is known of each token once its reach and its findings are read; `undefined` until then, and while it is not
 * `isWanted`. `isPending` while it is missing, or of fewer tokens than are known. `silent` has the rules that cannot tell.
 */
export function useJudgedTokens(accountId: string, isWanted: boolean) {
  const { reach, findings, isCurrent } = useFindings(accountId, isWanted, isWanted)
  const { data: levels, isPlaceholderData } = useQuery({
    ...levelsQuery(accountId, reach ?? []),
    enabled: isWanted && reach !== undefined,
  })
  const judged: JudgedTokens | undefined = useMemo(() => {
    if (!isWanted || !levels || !findings) return undefined
    const byToken = new Map<string, Finding[]>()
    for (const finding of findings.open) {
      if (finding.tokenId === null) continue
      const known = byToken.get(finding.tokenId)
      if (known) known.push(finding)
      else byToken.set(finding.tokenId, [finding])
    }
    return new Map(Array.from(levels, ([id, level]) => [id, toJudged(level, byToken.get(id) ?? [])]))
  }, [isWanted, levels, findings])
  const isKnown = isCurrent && judged !== undefined && !isPlaceholderData
  return {
    judged,
    ruleTitles: isWanted ? findings?.titles : undefined,
    silent: isWanted ? findings?.silent : undefined,
    isPending: isWanted && !isKnown,
  }
}

const toJudged = (level: Judged['level'], findings: Finding[]): Judged => ({
  level,
  worst: SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null,
  count: findings.length,
  rules: new Set(findings.map(({ rule }) => rule)),
})
