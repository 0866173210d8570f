import { expect, test } from 'vitest'
import { readOptions } from './options.ts'
import { UsageError } from './usage.ts'

test('without options the whole account is reported as a table', () => {
  expect(readOptions([])).toEqual({
    account: null,
    file: null,
    catalogue: null,
    suppressions: null,
    settings: null,
    rules: [],
    severities: [],
    format: 'table',
    failOn: null,
    now: null,
  })
})

test('rules and severities can be repeated, rules in any case', () => {
  const args = [
    '--rule',
    'd2',
    '--rule=N10',
    '--severity',
    'tidy',
    '--fail-on',
    'act-now',
    '--now',
    '2026-11-24T12:00:00Z',
  ]
  expect(readOptions(args)).toMatchObject({
    rules: ['D2', 'N10'],
    severities: ['tidy'],
    failOn: 'act-now',
    now: Date.parse('2026-11-24T12:00:00Z'),
  })
})

test('help and version come before anything else', () => {
  expect(readOptions(['--help', '--format', 'odd'])).toBe('help')
  expect(readOptions(['--version'])).toBe('version')
})

test.each([
  [['--fail-on', 'urgent'], /--fail-on takes one of: act-now, fix-soon/],
  [['--format', 'xml'], /--format takes one of: table, json/],
  [['--rule', 'D99'], /--rule takes one of: D1, D2/],
  [['--severity', 'high'], /--severity takes one of/],
  [['--account', 'northwind'], /32 hex digits/],
  [['--catalogue', 'groups.json'], /goes with --file/],
  [['--file', '-', '--suppressions', '-'], /Only one file/],
  [['--file', ''], /needs a name/],
  [['--now', 'yesterday'], /--now takes a time/],
  [['--fail-on'], /fail-on/],
  [['--unknown'], /unknown/],
  [['export.json'], /export\.json/],
])('%j is refused with a reason', (args, reason) => {
  expect(() => readOptions(args)).toThrow(UsageError)
  expect(() => readOptions(args)).toThrow(reason)
})
