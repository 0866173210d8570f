import { useMemo } from 'react'
import { SEVERITIES, type Finding } from '#domain/findings/finding.ts'
import type { Judged, JudgedTokens } from '#domain/inventory/judged.ts'
import { levelOf } from '#domain/reach/level-of.ts'
import { groupsOf } from '#domain/reach/reach.ts'
import { useFindings } from './use-findings.ts'

/**
 * What is known of each token once its reach and its findings are read; `undefined` until then, and while it is not
 * `isWanted`. `isPending` while it is of fewer tokens than are known.
 */
export function useJudgedTokens(accountId: string, isWanted: boolean) {
  const { reach, findings, isCurrent } = useFindings(accountId, isWanted, isWanted)
  const judged: JudgedTokens | undefined = useMemo(() => {
    if (!isWanted || !reach || !findings) return undefined
    const byToken = new Map<string, Finding[]>()
    for (const finding of findings.open) {
      if (finding.tokenId === null) continue
      const known = byToken.get(finding.tokenId)
      if (known) known.push(finding)
      else byToken.set(finding.tokenId, [finding])
    }
    return new Map(
      reach.map((one) => [one.token.id, toJudged(levelOf(groupsOf(one)), byToken.get(one.token.id) ?? [])]),
    )
  }, [isWanted, reach, findings])
  return { judged, ruleTitles: isWanted ? findings?.titles : undefined, isPending: isWanted && !isCurrent }
}

const toJudged = (level: Judged['level'], findings: Finding[]): Judged => ({
  level,
  worst: SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? null,
  count: findings.length,
  rules: new Set(findings.map(({ rule }) => rule)),
})
