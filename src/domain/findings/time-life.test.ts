import { describe, expect, test } from 'vitest'
import type { Token } from '#domain/token/token.ts'
import { DEFAULT_SETTINGS } from './context.ts'
import { found, from, inDays, ONE_ADDRESS, severity, token } from './testing.ts'
import { emergency, ENDLESS, rule, spare, writing, type Fields } from './time-testing.ts'

describe('T1, in use and about to end', () => {
  rule('T1', [
    ['in 2 days', { expires_on: inDays(2) }, 'act-now'],
    ['in 10 days', { expires_on: inDays(10) }, 'fix-soon'],
    ['in 29 days', { expires_on: inDays(29) }, 'review'],
    ['in 31 days', { expires_on: inDays(31) }, undefined],
    ['never', ENDLESS, undefined],
    ['not used lately', { expires_on: inDays(2), last_used_on: inDays(-8) }, undefined],
    ['never used', { expires_on: inDays(2), last_used_on: null }, undefined],
    ['disabled', { expires_on: inDays(2), status: 'disabled' }, undefined],
    ['ended, whatever an unknown status means', { expires_on: inDays(-2), status: 'odd' }, undefined],
    ['few addresses do not ease it', { expires_on: inDays(2), ...ONE_ADDRESS }, 'act-now'],
    ['a last use that can’t be read may be today', { expires_on: inDays(2), last_used_on: 'odd' }, 'act-now'],
  ])

  test('says that it is in use only where its last use can be read', () => {
    const seen = (fields: Fields) => found('T1', token({ expires_on: inDays(2), ...fields }))[0]?.seen
    expect(seen({})).toBe('It ends on 26 Nov 2026, in 2 days, and is in use.')
    expect(seen({ last_used_on: 'odd' })).toBe('It ends on 26 Nov 2026, in 2 days, and may be in use.')
  })

  test('is silent beside a live token that does the same for longer', () => {
    const ending = token({ expires_on: inDays(2) })
    const heir = (fields: Fields = {}) => token({ id: 'heir', expires_on: inDays(90), ...fields })
    const seen = (other: Token) => found('T1', [ending, other]).length
    for (const same of [{}, from('0.0.0.0/0', '::/0')]) expect(seen(heir(same))).toBe(0)
    expect(seen(heir({ expires_on: inDays(1), last_used_on: null }))).toBe(1)
    expect(seen(heir({ status: 'disabled' }))).toBe(1)
    expect(seen(heir({ status: 'odd' }))).toBe(1)
    expect(seen(heir(from('192.0.2.0/24')))).toBe(1)
    expect(seen(heir({ not_before: inDays(5) }))).toBe(1)
    expect(seen({ ...writing({ id: 'heir' }), expiresOn: null })).toBe(1)
  })
})

describe('T2, ended while in use', () => {
  const ended = { expires_on: inDays(-3), last_used_on: inDays(-4) }
  rule('T2', [
    ['by the clock', ended, 'act-now'],
    ['by the API', { ...ended, status: 'expired' }, 'act-now'],
    ['whatever an unknown status means', { ...ended, status: 'odd' }, 'act-now'],
    ['long ago', { expires_on: inDays(-15), last_used_on: inDays(-16) }, undefined],
    ['unused for a week', { ...ended, last_used_on: inDays(-11) }, undefined],
    ['disabled', { ...ended, status: 'disabled' }, undefined],
    ['by the API, a little before this clock', { expires_on: inDays(0.5), status: 'expired' }, 'act-now'],
    ['by the API, far before its end', { expires_on: inDays(5), status: 'expired' }, undefined],
    ['still live', {}, undefined],
  ])

  test('is silent beside a live token that does the same', () => {
    const seen = (fields: Fields) => found('T2', [token(ended), token({ id: 'heir', ...fields })]).length
    expect(seen({})).toBe(0)
    expect(seen({ not_before: inDays(-2) })).toBe(0)
    expect(seen({ not_before: inDays(1) })).toBe(1)
  })
})

describe('T3, never expires', () => {
  test('is worse with a change, and not for emergencies', () => {
    expect(severity('T3', writing(ENDLESS))).toBe('fix-soon')
    expect(severity('T3', token(ENDLESS))).toBe('review')
    expect(severity('T3', token())).toBeUndefined()
    expect(severity('T3', token({ ...ENDLESS, status: 'disabled' }))).toBeUndefined()
    expect(severity('T3', token({ ...ENDLESS, ...spare }), emergency)).toBeUndefined()
    expect(severity('T3', writing({ ...ENDLESS, ...ONE_ADDRESS }))).toBe('review')
  })

  test.each<[string, Fields, number]>([
    ['a year where that is no long life', { issued_on: inDays(-0.5) }, 365],
    ['less for an older token', { issued_on: inDays(-30) }, 180],
    ['90 days where every end makes a long life', { issued_on: inDays(-900) }, 90],
    ['a year from its start', { issued_on: inDays(-0.5), not_before: inDays(0.25) }, 365.25],
    ['a year of an unknown life', { issued_on: null }, 365],
  ])('offers %s', (_, fields, days) => {
    expect(found('T3', token({ ...ENDLESS, ...fields }))[0]?.fix).toMatchObject({
      label: `Set an expiration in ${Math.floor(days)} days`,
      action: { expiresOn: inDays(days) },
    })
  })

  test('offers no end that T4 finds too late, where there is one', () => {
    const settings = { ...DEFAULT_SETTINGS, longestLife: 200 }
    const reading = token({ ...ENDLESS, issued_on: inDays(-10) })
    const fix = found('T3', reading, { settings })[0]?.fix
    const expiresOn = fix?.kind === 'action' && fix.action.kind === 'expiry' ? fix.action.expiresOn : null
    expect(expiresOn).toBe(inDays(180))
    expect(found('T4', { ...reading, expiresOn }, { settings })).toEqual([])
  })

  test('offers an end within working hours where there are some', () => {
    const settings = { ...DEFAULT_SETTINGS, workingHours: { from: 9, to: 10 } }
    const ends = [0, 1, 2, 3, 4, 5, 6].flatMap((day) => {
      const fix = found('T3', writing(ENDLESS), { settings, now: Date.parse(inDays(day)) })[0]?.fix
      return fix?.kind === 'action' && fix.action.kind === 'expiry' ? new Date(fix.action.expiresOn) : []
    })
    expect(ends.map((end) => end.getHours())).toEqual(Array(7).fill(9))
    expect(ends.map((end) => String(end.getDay())).toSorted()).toEqual(['1', '2', '3', '4', '5', '5', '5'])
  })

  test('an end that can’t be read is none', () => {
    expect(found('T3', token({ expires_on: 'odd' }))[0]?.seen).toBe('Its expiration “odd” can’t be read.')
  })
})

describe('T4, lives too long', () => {
  rule('T4', [
    ['400 days', { issued_on: inDays(-1), expires_on: inDays(399) }, 'review'],
    ['a year', { issued_on: inDays(-1), expires_on: inDays(365) }, undefined],
    ['no end', ENDLESS, undefined],
    ['no start', { issued_on: null, expires_on: inDays(999) }, undefined],
    ['disabled', { issued_on: inDays(-1), expires_on: inDays(399), status: 'disabled' }, undefined],
  ])

  test('ends with the expiration it offers, or with another token', () => {
    const long = token({ issued_on: inDays(-1), expires_on: inDays(399) })
    const fix = found('T4', long)[0]?.fix
    const expiresOn = fix?.kind === 'action' && fix.action.kind === 'expiry' ? fix.action.expiresOn : null
    expect(found('T4', { ...long, expiresOn })).toEqual([])
    expect(found('T4', token({ issued_on: inDays(-900) }))[0]?.fix.kind).toBe('replace')
    // It would end before it starts.
    const later = token({ issued_on: inDays(-100), not_before: inDays(300), expires_on: inDays(399) })
    expect(found('T4', later)[0]?.fix.kind).toBe('replace')
  })

  test('tells more days than are allowed, however few are over', () => {
    expect(found('T4', token({ issued_on: inDays(-1), expires_on: inDays(365.25) }))[0]?.seen).toBe(
      'It lives for 367 days, until 24 Nov 2027; 366 are the most here.',
    )
  })

  test('follows the setting, and leaves tokens for emergencies', () => {
    const settings = { ...DEFAULT_SETTINGS, longestLife: 30 }
    expect(severity('T4', token(), { settings })).toBe('review')
    expect(severity('T4', token({ issued_on: inDays(-900), ...spare }), emergency)).toBeUndefined()
  })
})

describe('T11, a start that makes no sense', () => {
  rule('T11', [
    ['after the end', { not_before: inDays(61) }, 'review'],
    ['far away', { not_before: inDays(181), ...ENDLESS }, 'review'],
    ['next week', { not_before: inDays(7) }, undefined],
    ['none', {}, undefined],
    ['disabled', { not_before: inDays(61), status: 'disabled' }, 'tidy'],
  ])
})
