import type { RuleId, Severity } from '#domain/findings/finding.ts'
import type { AccessLevel } from '#domain/reach/access-level.ts'

/** What is known of a token once its reach and its findings are read. */
export type Judged = {
  level: AccessLevel
  /** Of its findings that are not suppressed, and `null` without any. */
  worst: Severity | null
  /** How many findings there are. */
  count: number
  rules: ReadonlySet<RuleId>
}

/** By the IDs of tokens. */
export type JudgedTokens = ReadonlyMap<string, Judged>
