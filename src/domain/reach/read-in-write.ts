import type { ReachGroup } from './group-reader.ts'

/** Their Write does not include reading all that their Read does. */
const SEPARATE = /\b(?:Logs?|PII|Audit|Analytics)\b/i

type Named = Pick<ReachGroup, 'product' | 'level' | 'scopes'>

/** What a Read and the Write that includes it have in common. */
const pairOf = ({ product, scopes }: Named) => `${product} of ${scopes.join(' ')}`

/** The pair of a Read that a Write of the same product includes; `null` for other groups. */
export const pairOfRead = (group: Named): string | null =>
  group.level === 'Read' && !SEPARATE.test(group.product) ? pairOf(group) : null

/** The pair of a Write that includes the Read of the same product; `null` for other groups. */
export const pairOfWrite = (group: Named): string | null =>
  group.level === 'Write' || group.level === 'Edit' ? pairOf(group) : null
