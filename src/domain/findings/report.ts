import { toCsv } from '#domain/export/formats.ts'
import { count } from '#domain/text/plural.ts'
import { commentText } from '#domain/text/quote.ts'
import { safeText } from '#domain/token/safe-text.ts'
import { wholeSeconds } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { SEVERITIES, SEVERITY_LABELS, type Evidence, type Finding } from './finding.ts'
import type { Findings } from './findings-of.ts'
import { headline, tokensBySeverity } from './groups.ts'
import { RULES } from './rules.ts'
import type { Suppressed } from './suppressions.ts'
import { namesOf } from './token-names.ts'
import type { Uncounted } from './uncounted.ts'

/** What a report tells of. */
export type Report = {
  source: {
    accountId: string
    tokens: readonly Token[]
    isComplete: boolean
    /** By the API. */
    totalCount: number | null
    /** What the reader should know of how it was read. */
    notes: readonly string[]
  }
  open: readonly Finding[]
  suppressed: readonly Suppressed[]
  silent: Findings['silent']
  uncounted: readonly Uncounted[]
  /** Whether only some findings were asked for. */
  isFiltered: boolean
  /** Whether all tokens were judged by all rules, and no finding may be more urgent than it is called. */
  isSure: boolean
  /** Ms since 1970. */
  now: number
}

const ABOUT = new Map(RULES.map(({ id, title, why, unseen }) => [id, { title, why, unseen }]))

/** Findings for programs. The names of the fields do not change within a version. */
export function reportJson({ source, open, suppressed, silent, uncounted, now }: Report): string {
  const names = namesOf(source.tokens)
  const findingOf = ({ rule, severity, tokenId, seen, evidence, fingerprint }: Finding) => ({
    rule,
    title: ABOUT.get(rule)?.title,
    severity,
    token_id: tokenId,
    token_name: tokenId === null ? null : names.get(tokenId),
    seen,
    why: ABOUT.get(rule)?.why,
    unseen: ABOUT.get(rule)?.unseen,
    evidence: evidence.map(safeEvidence),
    fingerprint,
  })
  const report = {
    version: 1,
    account_id: source.accountId,
    as_of: wholeSeconds(now),
    is_complete: source.isComplete,
    tokens_read: source.tokens.length,
    tokens_total: source.totalCount,
    tokens_by_severity: tokensBySeverity(open),
    findings: open.map(findingOf),
    suppressed: suppressed.map(({ finding, suppression: { reason, by, until } }) => ({
      ...findingOf(finding),
      suppression: { reason: safeText(reason), ...(by !== undefined && { by: safeText(by) }), until },
    })),
    not_judged: silent,
    judged_without_count: uncounted,
    notes: source.notes.map(safeText),
  }
  return `${JSON.stringify(report, null, 2)}\n`
}

function safeEvidence({ target, value, ...rest }: Evidence): Evidence {
  return {
    ...rest,
    ...(target !== undefined && { target: safeText(target) }),
    ...(value !== undefined && { value: safeText(value) }),
  }
}

/** Findings for an issue or a chat. */
export function reportMarkdown({
  source,
  open,
  suppressed,
  silent,
  uncounted,
  isFiltered,
  isSure,
  now,
}: Report): string {
  const names = namesOf(source.tokens)
  const isPart = source.isComplete ? '' : ` (${source.tokens.length} of ${source.totalCount ?? 'an unknown number'})`
  const sections = SEVERITIES.flatMap((severity) => {
    const found = open.filter((finding) => finding.severity === severity)
    if (found.length === 0) return []
    const rows = found.map(({ rule, tokenId, seen }) =>
      row([
        tokenId === null ? 'The account' : (names.get(tokenId) ?? tokenId),
        `${rule} ${ABOUT.get(rule)?.title ?? ''}`,
        seen,
      ]),
    )
    return [
      `## ${SEVERITY_LABELS[severity]}`,
      [row(['Token', 'Rule', 'What was seen']), '| --- | --- | --- |', ...rows].join('\n'),
    ]
  })
  const silentRules = silent.map(({ rule, why }) => `- Not judged: ${rule}. ${escaped(why)}`)
  const notes = [
    ...uncounted.map(({ rule, why }) => `- Judged in part: ${rule}. ${escaped(why)}`),
    ...source.notes.map((note) => `- ${escaped(note)}`),
  ]
  return `${[
    `# ${isFiltered ? 'Findings' : headline(open, isSure)}`,
    `Account \`${source.accountId}\`, ${count(source.tokens.length, 'token')}${isPart}, as of ${wholeSeconds(now)}.`,
    ...(silentRules.length > 0 ? [silentRules.join('\n')] : []),
    ...sections,
    ...(suppressed.length > 0 ? [`Suppressed: ${suppressed.length}`] : []),
    ...(notes.length > 0 ? [notes.join('\n')] : []),
  ].join('\n\n')}\n`
}

const COLUMNS = [
  'severity',
  'rule',
  'title',
  'token_id',
  'token_name',
  'seen',
  'why',
  'fix',
  'fingerprint',
  'tokens_read',
  'tokens_total',
]

/** Findings for a spreadsheet, a line each. */
export function reportCsv({ source, open }: Report): string {
  const names = namesOf(source.tokens)
  return toCsv(
    COLUMNS,
    open.map(({ severity, rule, tokenId, seen, fix, fingerprint }) => [
      severity,
      rule,
      ABOUT.get(rule)?.title ?? '',
      tokenId ?? '',
      tokenId === null ? '' : (names.get(tokenId) ?? ''),
      seen,
      ABOUT.get(rule)?.why ?? '',
      fix.kind === 'none' ? '' : fix.label,
      fingerprint,
      String(source.tokens.length),
      String(source.totalCount ?? ''),
    ]),
  )
}

const row = (cells: string[]) => `| ${cells.map(escaped).join(' | ')} |`

/** A name from outside must not become a link, an image, HTML or a new line. */
const escaped = (text: string) =>
  commentText(text)
    .replaceAll(/[\\`*_{}[\]<>()#|!~&]/g, String.raw`\$&`)
    // GitHub links addresses of any form; a word joiner ends them.
    .replaceAll(/@|:(?=\/\/)|www(?=\.)/gi, '$&\u2060')
