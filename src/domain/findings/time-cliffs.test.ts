import { describe, expect, test } from 'vitest'
import { cliffsOf } from '#domain/expiry/cliffs.ts'
import { expiryOf } from '#domain/expiry/expiry.ts'
import { zone } from '#domain/reach/testing.ts'
import { allowing, found, inDays, NOW, token } from './testing.ts'

type Fields = Parameters<typeof token>[0]

describe('T12, many end together', () => {
  const tokens = (amount: number, fields: Fields = {}) =>
    Array.from({ length: amount }, (_, index) =>
      token({ id: `t${index}`, name: `n${index}`, expires_on: inDays(9 + index / 10), ...fields }),
    )
  const others = (amount: number) =>
    Array.from({ length: amount }, (_, index) => token({ id: `o${index}`, expires_on: inDays(30 + 3 * index) }))

  test('needs five, or a tenth of all in use', () => {
    expect(found('T12', [...tokens(5), ...others(95)])).toMatchObject([
      {
        tokenId: null,
        severity: 'review',
        seen: '5 tokens in use end on 3 Dec 2026: “n0”, “n1” and 3 more.',
      },
    ])
    expect(found('T12', [...tokens(4), ...others(30)])).toHaveLength(1)
    expect(found('T12', [...tokens(4), ...others(40)])).toEqual([])
    expect(found('T12', tokens(2))).toEqual([])
  })

  test('in a large account takes more than an ordinary day has', () => {
    const everyDay = Array.from({ length: 730 }, (_, index) =>
      allowing(['DNS Read'], zone(`${index}`), { id: `d${index}`, expires_on: inDays(20 + Math.floor(index / 2)) }),
    )
    expect(found('T12', [...everyDay, ...tokens(6)])).toEqual([])
    expect(found('T12', [...everyDay, ...tokens(7)])).toHaveLength(1)
  })

  test('is what the expiry page shows: in use is what was used in the last seven days', () => {
    const across = tokens(7).concat(token({ id: 'idle', expires_on: inDays(9.1), last_used_on: inDays(-8) }))
    expect(found('T12', across)).toMatchObject([
      { seen: '7 tokens in use end within 24 hours of each other, 5 of them on 3 Dec 2026: “n0”, “n1” and 5 more.' },
    ])
    const shown = cliffsOf(expiryOf(across, NOW), NOW).map(({ endings }) => endings.map(({ token: { id } }) => id))
    expect(found('T12', across).map(({ evidence }) => evidence.map(({ value }) => value))).toEqual(shown)
  })

  test('needs tokens in use, within a day, and all tokens', () => {
    expect(found('T12', tokens(5, { last_used_on: null }))).toEqual([])
    expect(found('T12', tokens(5, { status: 'disabled' }))).toEqual([])
    expect(found('T12', others(5))).toEqual([])
    expect(found('T12', tokens(5), { isComplete: false })).toEqual([])
  })
})
