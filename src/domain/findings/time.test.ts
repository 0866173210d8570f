import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from './context.ts'
import { found, inDays, severity, token } from './testing.ts'
import { emergency, ENDLESS, rule, spare, writing, type Fields } from './time-testing.ts'

const aged = (days: number) => ({ issued_on: inDays(-days), modified_on: inDays(-days) })

describe('T5, an old secret', () => {
  rule('T5', [
    ['a year', aged(366), 'review'],
    ['two years', aged(731), 'fix-soon'],
    ['not yet', aged(364), undefined],
    ['edited since', { ...aged(900), modified_on: inDays(-9) }, undefined],
    ['of a pipeline', { ...aged(91), name: 'ci-production' }, 'review'],
    ['of a pipeline, by another word', { ...aged(91), name: 'GitHub actions' }, 'review'],
    ['of no pipeline', { ...aged(91), name: 'pricing' }, undefined],
    ['without a date', { issued_on: null, modified_on: null }, undefined],
    ['without a change', { ...aged(400), modified_on: null }, 'review'],
    ['changed nobody knows when', { ...aged(400), modified_on: 'odd' }, undefined],
    ['disabled', { ...aged(900), status: 'disabled' }, undefined],
  ])

  test('a token in use is replaced, another one rolled', () => {
    expect(found('T5', token(aged(400)))[0]?.fix.kind).toBe('replace')
    expect(found('T5', token({ ...aged(400), last_used_on: inDays(-31) }))[0]?.fix).toMatchObject({
      action: { kind: 'roll' },
    })
  })
})

describe('T6, a secret of the old form', () => {
  const old = { issued_on: '2026-02-28T23:59:59Z', modified_on: '2026-02-28T23:59:59Z' }
  rule('T6', [
    ['with an end', old, 'tidy'],
    ['without an end', { ...old, ...ENDLESS }, 'review'],
    ['changed since', { ...old, modified_on: '2026-03-01T00:00:00Z' }, undefined],
    ['changed nobody knows when', { ...old, modified_on: 'odd' }, undefined],
    ['new', {}, undefined],
    ['disabled', { ...old, status: 'disabled' }, undefined],
  ])

  test('names the creation, or the last change where only that is known', () => {
    expect(found('T6', token(old))[0]?.seen).toMatch(/: it was created on 28 Feb 2026\.$/)
    expect(found('T6', token({ ...old, issued_on: null }))[0]?.seen).toMatch(/: it was last changed on 28 Feb 2026\.$/)
  })
})

describe('T7, unused', () => {
  const unused = { issued_on: inDays(-200), last_used_on: inDays(-91) }
  rule('T7', [
    ['91 days', unused, 'review'],
    ['89 days', { ...unused, last_used_on: inDays(-89) }, undefined],
    ['younger than that', { ...unused, issued_on: inDays(-80) }, undefined],
    ['never used', { ...unused, last_used_on: null }, undefined],
    ['unreadable', { ...unused, last_used_on: 'odd' }, undefined],
    ['disabled', { ...unused, status: 'disabled' }, undefined],
  ])

  test('is worse with a change, follows the setting, and leaves tokens for emergencies', () => {
    expect(severity('T7', writing(unused))).toBe('fix-soon')
    const settings = { ...DEFAULT_SETTINGS, unusedAfter: 180 }
    expect(severity('T7', writing(unused), { settings })).toBeUndefined()
    expect(severity('T7', writing({ ...unused, ...spare }), emergency)).toBeUndefined()
  })

  test('ends when the token is disabled', () => {
    const stored = token(unused)
    expect(found('T7', stored)[0]?.fix).toMatchObject({ action: { kind: 'disable' } })
    expect(found('T7', { ...stored, status: 'disabled' })).toEqual([])
  })
})

describe('T8, never used', () => {
  const never = { last_used_on: null }
  rule('T8', [
    ['15 days', { ...never, issued_on: inDays(-15) }, 'review'],
    ['91 days', { ...never, issued_on: inDays(-91) }, 'fix-soon'],
    ['13 days', { ...never, issued_on: inDays(-13) }, undefined],
    ['not started', { ...never, not_before: inDays(3) }, undefined],
    ['a start that can’t be read', { ...never, issued_on: inDays(-91), not_before: 'odd' }, undefined],
    ['started lately', { ...never, not_before: inDays(-3) }, undefined],
    ['used', {}, undefined],
    ['no date', { ...never, issued_on: null }, undefined],
    ['disabled', { ...never, status: 'disabled' }, undefined],
  ])

  test('leaves tokens for emergencies', () => {
    expect(severity('T8', token({ ...never, ...spare }), emergency)).toBeUndefined()
  })
})

describe('T10, dead weight', () => {
  rule('T10', [
    ['expired', { expires_on: inDays(-31) }, 'tidy'],
    ['expired lately', { expires_on: inDays(-29) }, undefined],
    ['disabled', { status: 'disabled', modified_on: inDays(-61) }, 'tidy'],
    ['disabled lately', { status: 'disabled', modified_on: inDays(-59) }, undefined],
    ['disabled, then expired', { status: 'disabled', modified_on: inDays(-45), expires_on: inDays(-31) }, 'tidy'],
    ['expired, then disabled', { status: 'disabled', modified_on: inDays(-2), expires_on: inDays(-31) }, 'tidy'],
    [
      'disabled and expired lately',
      { status: 'disabled', modified_on: inDays(-45), expires_on: inDays(-29) },
      undefined,
    ],
    ['disabled, with an odd end', { status: 'disabled', modified_on: inDays(-45), expires_on: 'soon' }, undefined],
    ['live', {}, undefined],
  ])

  test('of a disabled token says that it expired, and stays the same finding', () => {
    const of = (fields: Fields) => found('T10', token({ status: 'disabled', ...fields }))[0]
    const both = of({ modified_on: inDays(-61), expires_on: inDays(-31) })
    expect(both?.seen).toMatch(/^It is disabled, and expired on /)
    expect(both?.fingerprint).toBe(of({ modified_on: inDays(-61) })?.fingerprint)
  })
})
