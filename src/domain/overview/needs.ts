import type { Finding } from '#domain/findings/finding.ts'
import { byToken } from '#domain/findings/groups.ts'

/** A token with its most urgent finding. */
export type Need = { tokenId: string; worst: Finding }

/** The tokens whose most urgent finding is "Act now", in the order of the findings. Those of the account are no tokens. */
export const needsOf = (findings: readonly Finding[]): Need[] =>
  byToken(findings.filter(({ severity }) => severity === 'act-now')).flatMap(({ tokenId, worst }) =>
    tokenId === null ? [] : [{ tokenId, worst }],
  )

/** How many tokens a rule found something in. */
export const tokensOf = (findings: readonly Finding[], rule: Finding['rule']): number =>
  new Set(findings.flatMap((one) => (one.rule === rule && one.tokenId !== null ? [one.tokenId] : []))).size
