import { expect, test } from 'vitest'
import { lifeLeft } from './life.ts'
import { validateName } from './name.ts'
import { revealHidden } from '#domain/text/hidden.ts'
import { deriveStatus } from './status.ts'
import { msOf, readTime } from './time.ts'

const now = Date.UTC(2026, 10, 23, 12)
const at = (days: number) => new Date(now + days * 86_400_000).toISOString()
const token = { status: 'active', notBefore: null, expiresOn: null }

test.each([
  ['active without limits', token, 'active', 'Active'],
  ['disabled, whatever the clock says', { ...token, status: 'disabled', expiresOn: at(-1) }, 'disabled', 'Disabled'],
  ['expired by the API', { ...token, status: 'expired' }, 'expired', 'Expired'],
  ['expired by the clock while the API still says active', { ...token, expiresOn: at(-1) }, 'expired', 'Expired'],
  ['expired at the very moment of its expiry', { ...token, expiresOn: at(0) }, 'expired', 'Expired'],
  ['scheduled before its start', { ...token, notBefore: at(2) }, 'scheduled', 'Scheduled'],
  ['started', { ...token, notBefore: at(-2) }, 'active', 'Active'],
  ['expiring within a week', { ...token, expiresOn: at(6.5) }, 'expiring', 'Expires in 6 days'],
  ['expiring within a day', { ...token, expiresOn: at(0.2) }, 'expiring', 'Expires in 4 hours'],
  ['not yet expiring', { ...token, expiresOn: at(8) }, 'active', 'Active'],
  ['revoked after a leak', { ...token, status: 'revoked (exposed)' }, 'revoked', 'Revoked (exposed)'],
  ['of a status nobody knows', { ...token, status: 'quarantined' }, 'unknown', 'Quarantined'],
])('a token is %s', (_, subject, kind, label) => {
  expect(deriveStatus(subject, now)).toMatchObject({ kind, label })
})

test.each([[undefined], [null], [''], ['0001-01-01T00:00:00Z']])('%j is no time', (value) => {
  expect(readTime(value)).toBeNull()
})

test.each([
  ['2026-11-23T12:00:00Z', '2026-11-23T12:00:00Z'],
  ['2026-11-23T12:00:00.5+01:00', '2026-11-23T12:00:00.5+01:00'],
  ['2026-11-23t12:00:00z', '2026-11-23T12:00:00Z'],
  ['2026-11-23 12:00:00Z', '2026-11-23T12:00:00Z'],
  ['2026-11-23', '2026-11-23T00:00:00Z'],
  ['2026-12-31T23:59:60Z', '2027-01-01T00:00:00Z'],
])('the time %s reads as %s', (value, time) => {
  expect(readTime(value)).toBe(time)
})

test.each([
  ['soon', 'soon'],
  ['none 1', 'none 1'],
  ['2026-11-23T12:00:00', '2026-11-23T12:00:00'],
  ['2026-13-01T00:00:00Z', '2026-13-01T00:00:00Z'],
  ['2031-02-30T00:00:00Z', '2031-02-30T00:00:00Z'],
  ['2031-02-30', '2031-02-30'],
  ['2031-02-28T24:00:00Z', '2031-02-28T24:00:00Z'],
  ['9999-12-31T23:59:60Z', '9999-12-31T23:59:60Z'],
  ['9999-12-31T23:59:59-08:00', '9999-12-31T23:59:59-08:00'],
  [1803859200, '1803859200'],
  [{ at: 1 }, '{"at":1}'],
])('%j is not understood, and is shown as it came instead of as "never"', (value, text) => {
  expect(readTime(value)).toBe(text)
  expect(msOf(text)).toBeNaN()
})

test('life is told from the later of issue and start to the expiry, and never below zero', () => {
  expect(lifeLeft({ issuedOn: at(-100), notBefore: at(-50), expiresOn: at(50) }, now)).toEqual({
    fraction: 0.5,
    daysLeft: 50,
    daysTotal: 100,
  })
  expect(lifeLeft({ issuedOn: at(-100), notBefore: null, expiresOn: at(-10) }, now)?.fraction).toBe(0)
  expect(lifeLeft({ issuedOn: at(-100), notBefore: null, expiresOn: null }, now)).toBeNull()
})

test.each([
  ['', 'Enter a name.'],
  ['   ', 'Enter a name.'],
  ['n'.repeat(121), 'Max 120 characters.'],
])('the name %j is refused in plain words', (name, message) => {
  expect(validateName(name)).toBe(message)
})

test('a name of 120 characters is fine, and an emoji counts as one', () => {
  expect(validateName('🔑'.repeat(120))).toBeUndefined()
})

test('what a name hides is spelled out, and nothing of it is lost', () => {
  expect(revealHidden('a\u202Eb\u200B')).toEqual([
    { text: 'a', hidden: false },
    { text: 'U+202E', hidden: true },
    { text: 'b', hidden: false },
    { text: 'U+200B', hidden: true },
  ])
  expect(revealHidden('❤️').some(({ hidden }) => hidden)).toBe(false)
  for (const emoji of ['👩‍👩‍👧', '🏳️‍🌈', '👩🏽‍💻', '❤️‍🔥'])
    expect(revealHidden(`team ${emoji}`)).toEqual([{ text: `team ${emoji}`, hidden: false }])
  // A joiner that joins no two of them.
  for (const text of ['a\u200Db', '👩\u200D', '👩\u200Da', '1\uFE0F\u200D👩'])
    expect(revealHidden(text).some(({ hidden }) => hidden)).toBe(true)
  expect(revealHidden('plain')).toEqual([{ text: 'plain', hidden: false }])
})
