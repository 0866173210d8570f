import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNow } from '#app/parts/use-now.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { bucketsQuery, zonesQuery } from '#app/queries/resources.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { SEVERITIES, type Finding } from '#domain/findings/finding.ts'
import { findingsOf } from '#domain/findings/findings-of.ts'
import { RULES } from '#domain/findings/rules.ts'
import { applySuppressions } from '#domain/findings/suppressions.ts'
import { isPartial } from '#domain/inventory/inventory.ts'
import { tokenReachReader } from '#domain/reach/token-reach.ts'
import type { Token } from '#domain/token/token.ts'
import { useChoices } from './kept-choices.ts'
import { useFindings } from './use-findings.ts'

const SAME_NOW_MS = 5 * 60_000

/** The rules that compare tokens: they need the others as well. */
const ACROSS = new Set(RULES.filter((rule) => 'findAcross' in rule).map(({ id }) => id))

/**
 * What is wrong with one token. Rules that compare tokens count where all tokens have been read by another page
 * (`isCompared`). `findings` is `undefined` while the catalogue loads.
 */
export function useTokenFindings(accountId: string, token: Token) {
  const now = Math.floor(useNow() / SAME_NOW_MS) * SAME_NOW_MS
  const groups = useQuery({ ...permissionGroupsQuery(accountId), throwOnError: false })
  const { data: session } = useQuery({ ...sessionQuery(accountId), throwOnError: false })
  // What another part of the app has read; the findings alone are worth no request.
  const zoneCount = useQuery({ ...zonesQuery(accountId), enabled: false }).data?.length
  const bucketCount = useQuery({ ...bucketsQuery(accountId), enabled: false }).data?.length
  const { settings, suppressions } = useChoices(accountId)
  const all = useFindings(accountId, false)
  const isCompared = !isPartial(all.inventory) && all.isCurrent && all.findings !== undefined
  const ownTokenId = session?.credential?.id ?? null
  const isReadOnlyServer = session?.isReadOnly ?? false
  const catalogue = groups.data

  const own = useMemo(() => {
    const context = { now, accountId, catalogue, ownTokenId, isReadOnlyServer, settings }
    return findingsOfOne(token, {
      ...context,
      isComplete: false,
      totalCount: null,
      ...(zoneCount !== undefined && { zoneCount }),
      ...(bucketCount !== undefined && { bucketCount }),
    })
  }, [now, accountId, catalogue, ownTokenId, isReadOnlyServer, settings, zoneCount, bucketCount, token])
  const compared = isCompared
    ? [...(all.findings?.open ?? []), ...(all.findings?.suppressed ?? []).map(({ finding }) => finding)].filter(
        ({ tokenId, rule }) => tokenId === token.id && ACROSS.has(rule),
      )
    : []

  return {
    isCompared,
    hasCatalogue: catalogue !== undefined,
    findings: groups.isLoading ? undefined : applySuppressions(bySeverity([...own, ...compared]), suppressions, now),
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
