import { fold } from '#domain/text/fold.ts'
import type { Finding } from './finding.ts'
import { RULES } from './rules.ts'

/** What narrows findings; empty texts narrow nothing. `token` is an ID, `rule` a rule's. */
export type FindingFilter = { severity: string; rule: string; token: string; words: string }

const TITLES = new Map<string, string>(RULES.map(({ id, title }) => [id, title]))

/** The findings that a filter leaves, in their order. Words are looked for in names of tokens and titles of rules. */
export function filterFindings<Found extends Pick<Finding, 'rule' | 'severity' | 'tokenId'>>(
  findings: readonly Found[],
  { severity, rule, token, words }: FindingFilter,
  nameOf: (tokenId: string) => string,
): Found[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  const textOf = (one: Found) =>
    fold(`${one.rule} ${TITLES.get(one.rule) ?? ''} ${one.tokenId ?? ''} ${one.tokenId ? nameOf(one.tokenId) : ''}`)
  return findings.filter((one) => {
    const isOf =
      (severity === '' || one.severity === severity) &&
      (rule === '' || one.rule === rule) &&
      (token === '' || one.tokenId === token)
    if (!isOf || wanted.length === 0) return isOf
    const text = textOf(one)
    return wanted.every((word) => text.includes(word))
  })
}
