import { describe, expect, test } from 'vitest'
import { allZones, zone } from '#domain/reach/testing.ts'
import { applySuppressions, readSuppressions, writeSuppressions, type Suppression } from './suppressions.ts'
import { allowing, found, inDays, NOW, policy, token } from './testing.ts'

const accepted = (fingerprint: string, fields: Partial<Suppression> = {}): Suppression => ({
  fingerprint,
  reason: 'Needed by external-dns',
  until: null,
  ...fields,
})

describe('a suppression', () => {
  const wide = allowing(['DNS Write'], allZones)
  const findings = found('D8', wide)
  const fingerprint = findings[0]?.fingerprint ?? ''
  const openOf = (all: typeof findings, fields: Partial<Suppression> = {}) =>
    applySuppressions(all, [accepted(fingerprint, fields)], NOW).open.length

  test('takes the finding out of the list, until its end', () => {
    expect(openOf(findings)).toBe(0)
    expect(openOf(findings, { until: inDays(1) })).toBe(0)
    expect(openOf(findings, { until: inDays(0) })).toBe(1)
    expect(applySuppressions(findings, [accepted(fingerprint)], NOW).suppressed).toMatchObject([
      { finding: { rule: 'D8' }, suppression: { reason: 'Needed by external-dns' } },
    ])
  })

  test('survives edits of other parts and another order of policies', () => {
    const later = token({ ...wide.wire, name: 'renamed', expires_on: inDays(9), modified_on: inDays(0) })
    expect(openOf(found('D8', later))).toBe(0)
    const more = [policy(['Zone Read'], zone('1')), policy(['DNS Write'], allZones)]
    expect(openOf(found('D8', token({ policies: more })))).toBe(0)
    const withIds = more.map((one, index) => ({ ...one, id: `policy ${index}` }))
    expect(openOf(found('D8', token({ policies: withIds.toReversed() })))).toBe(0)
  })

  test('ends when the fact changes, and is for one token', () => {
    const elsewhere = {
      'com.cloudflare.api.account.bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb': { 'com.cloudflare.api.account.zone.*': '*' },
    }
    expect(openOf(found('D8', allowing(['DNS Write'], { ...allZones, ...elsewhere })))).toBe(1)
    expect(openOf(found('D8', { ...wide, id: 'another' }))).toBe(1)
  })
})

describe('a file of suppressions', () => {
  const all = [accepted('b', { by: 'mara', until: inDays(30) }), accepted('a')]

  test('reads what it wrote, in an order of its own', () => {
    const text = writeSuppressions(all)
    expect(readSuppressions(text)).toEqual({ ok: true, suppressions: all.toReversed() })
    expect(writeSuppressions(all.toReversed())).toBe(text)
  })

  test.each<[string, unknown]>([
    ['no JSON', 'odd'],
    ['a list', [accepted('a')]],
    ['another version', { version: 2, suppressions: [] }],
    ['an unknown field', { version: 1, suppressions: [], odd: true }],
    ['an unknown field inside', { version: 1, suppressions: [{ ...accepted('a'), odd: true }] }],
    ['no reason', { version: 1, suppressions: [accepted('a', { reason: ' ' })] }],
    ['no fingerprint', { version: 1, suppressions: [accepted('')] }],
    ['an end that is no time', { version: 1, suppressions: [accepted('a', { until: 'tomorrow' })] }],
    ['no end', { version: 1, suppressions: [{ fingerprint: 'a', reason: 'b' }] }],
  ])('is refused as a whole: %s', (_, value) => {
    expect(readSuppressions(typeof value === 'string' ? value : JSON.stringify(value)).ok).toBe(false)
  })

  test('is refused with the place that is wrong', () => {
    const text = JSON.stringify({ version: 1, suppressions: [accepted('a'), accepted('b', { until: 'tomorrow' })] })
    expect(readSuppressions(text)).toEqual({
      ok: false,
      message: 'suppressions.1.until: is no time, such as 2026-11-24T12:00:00Z',
    })
    expect(readSuppressions('odd')).toEqual({ ok: false, message: 'This is not a file of suppressions.' })
  })
})
