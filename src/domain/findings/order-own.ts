import { grantsOf, type TokenFacts } from './facts.ts'
import type { Judging } from './context.ts'
import { daysSince, dayText } from './days.ts'
import type { Evidence, Seen } from './finding.ts'
import { APP_NEEDS, TOKENS_WRITE } from './group-ids.ts'
import { groupsWords, namingEvidence } from './words.ts'

/** What the token of the app itself should not be. */
export function findOwn(facts: TokenFacts, { now, isReadOnlyServer }: Judging): Seen[] {
  if (!facts.isOwn) return []
  const { expiresOn } = facts.token
  const left = -(daysSince(expiresOn, now) ?? Number.NaN)
  const further = new Map(grantsOf(facts, ({ id }) => !APP_NEEDS.has(id)).map(({ group }) => [group.id, group]))
  const isWriting = isReadOnlyServer && grantsOf(facts, ({ id }) => id === TOKENS_WRITE).length > 0
  const faults: { words: string; evidence: Evidence[] }[] = [
    ...(expiresOn !== null && left <= 14
      ? [{ words: `ends on ${dayText(expiresOn)}`, evidence: [{ field: 'expiresOn', at: expiresOn }] }]
      : []),
    ...(isWriting
      ? [{ words: 'may change tokens, although this server is read-only', evidence: [{ groupId: TOKENS_WRITE }] }]
      : []),
    ...(further.size > 0
      ? [
          {
            words: `has more than Token Desk needs: ${groupsWords(further.values())}`,
            evidence: namingEvidence(facts, new Set(further.keys())),
          },
        ]
      : []),
  ]
  if (faults.length === 0) return []
  return [
    {
      severity: 'fix-soon',
      seen: `It ${faults.map(({ words }) => words).join('; it ')}.`,
      evidence: faults.flatMap(({ evidence }) => evidence),
      fix: { kind: 'edit', label: 'Correct the token of Token Desk' },
    },
  ]
}
