import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { findingsOf } from './findings-of.ts'
import { SECRET } from './generated-tokens.ts'
import { reportCsv, reportJson, reportMarkdown, type Report } from './report.ts'
import { context, NOW, reachOf, token } from './testing.ts'

const tokens = [
  token({ id: 'a', name: '=HYPERLINK("https://evil.example") | [x](https://evil.example)\n# title' }),
  token({ id: 'b', name: `deploy ${SECRET}` }),
]
const { findings, silent } = findingsOf(reachOf(tokens), { ...context, totalCount: 3, isComplete: false })

function report(fields: Partial<Report> = {}): Report {
  const source = { accountId: context.accountId, tokens, isComplete: false, totalCount: 3, notes: [] }
  return {
    source,
    open: findings,
    suppressed: [],
    silent,
    uncounted: [],
    isFiltered: false,
    isSure: false,
    now: NOW,
    ...fields,
  }
}

const FORMATS = { reportCsv, reportJson, reportMarkdown }

describe.each(Object.entries(FORMATS))('%s', (_, write) => {
  test('has no secret, also where a name is one', () => {
    expect(findings.map(({ tokenId }) => tokenId)).toContain('b')
    expect(write(report())).not.toContain(SECRET)
  })
})

test('a name stays a text in a spreadsheet', () => {
  const { data } = Papa.parse<Record<string, string>>(reportCsv(report()), { header: true, skipEmptyLines: true })
  expect(data).toHaveLength(findings.length)
  const names = new Set(data.map(({ token_name }) => token_name ?? ''))
  expect([...names].filter((name) => /^[=+\-@\t\r]/.test(name))).toEqual([])
  expect(data.map(({ rule, fingerprint }) => [rule, fingerprint])).toEqual(
    findings.map(({ rule, fingerprint }) => [rule, fingerprint]),
  )
})

test('a name stays a text in Markdown, and a part is called one', () => {
  const text = reportMarkdown(report())
  expect(text).not.toMatch(/\]\(https:/)
  expect(text).not.toMatch(/^# title/m)
  expect(text).toContain('2 tokens (2 of 3)')
})

test('an address in a name is no link in Markdown', () => {
  const name = 'from HTTPS://evil.example, www.evil.example and me@evil.example'
  const named = [token({ id: 'a', name, status: 'revoked' })]
  const found = findingsOf(reachOf(named), { ...context, totalCount: 1, isComplete: true })
  const text = reportMarkdown(report({ source: { ...report().source, tokens: named }, open: found.findings }))
  expect(text).toContain('evil.example')
  // As GitHub links them.
  expect(text).not.toMatch(/https?:\/\/[\w.]|www\.\w|\w@\w/i)
})

test('each line of a spreadsheet says of how many tokens it is', () => {
  const { data } = Papa.parse<Record<string, string>>(reportCsv(report()), { header: true, skipEmptyLines: true })
  expect(new Set(data.map(({ tokens_read, tokens_total }) => `${tokens_read} of ${tokens_total}`))).toEqual(
    new Set(['2 of 3']),
  )
})

test('JSON has the IDs of rules, and what was suppressed with its reason', () => {
  const [first, ...open] = findings
  if (!first) throw new Error('Nothing was found.')
  const suppression = { fingerprint: first.fingerprint, reason: 'Planned', until: null }
  const read = JSON.parse(reportJson(report({ open, suppressed: [{ finding: first, suppression }] }))) as {
    findings: { rule: string }[]
    suppressed: { rule: string; suppression: { reason: string } }[]
    is_complete: boolean
  }
  expect(read.findings.map(({ rule }) => rule)).toEqual(open.map(({ rule }) => rule))
  expect(read.suppressed).toMatchObject([{ rule: first.rule, suppression: { reason: 'Planned' } }])
  expect(read.is_complete).toBe(false)
})

test('a report that has rules not judged says so first, and not that nothing needs the user', () => {
  const why = 'The permission groups of the account can’t be read.'
  const source = { ...report().source, isComplete: true, notes: ['Read from a file.'] }
  const [finding] = findings
  if (!finding) throw new Error('Nothing was found.')
  const tidy: Finding = { ...finding, severity: 'tidy' }
  const text = reportMarkdown(report({ source, open: [tidy], silent: [{ rule: 'N2', why }] }))
  expect(text).toMatch(/^# Nothing that needs you today so far\n/)
  expect(text.indexOf('- Not judged: N2.')).toBeLessThan(text.indexOf('## Tidy'))
  expect(text.indexOf('- Read from a file')).toBeGreaterThan(text.indexOf('## Tidy'))
  expect(reportMarkdown(report({ source, open: [tidy], silent: [], isSure: true }))).toMatch(
    /^# Nothing needs you today\n/,
  )
})
