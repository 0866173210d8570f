import type { ReachGroup } from './group-reader.ts'

/** Products with data of their own for their Read, such as logs and personal data. */
const SEPARATE = /\b(?:Logs?|PII|Audit|Analytics)\b/i
/** Their Read allows operations that their Write does not, by the map of operations. */
const READ_ALLOWS_MORE = new Set([
  'Account Rule Lists',
  'Account Settings',
  'Page Shield',
  'SSO Connector',
  'Zero Trust',
  'Zone',
])

type Named = Pick<ReachGroup, 'product' | 'level'>

const isApart = ({ product }: Named) => SEPARATE.test(product) || READ_ALLOWS_MORE.has(product)

/** Whether a Write includes all that the Read of its product allows. */
export const includesRead = (group: Named): boolean =>
  (group.level === 'Write' || group.level === 'Edit') && !isApart(group)

/** What the Read and the Write of a product have in common. */
export const pairOf = ({ product, scopes }: Pick<ReachGroup, 'product' | 'scopes'>) =>
  `${product} of ${scopes.join(' ')}`

/** The pair of a Read that the Write of its product includes; `null` for other groups. */
export const pairOfRead = (group: ReachGroup): string | null =>
  group.level === 'Read' && !isApart(group) ? pairOf(group) : null

/** The pair of a Write that includes the Read of its product; `null` for other groups. */
export const pairOfWrite = (group: ReachGroup): string | null => (includesRead(group) ? pairOf(group) : null)
