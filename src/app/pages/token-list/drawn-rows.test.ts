import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstRows, nextRows } from './drawn-rows.ts'

const list = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 50 }).map((ids) => ids.map(row))
const row = (id: number) => ({ id: String(id) })

test('every step has more of the new rows on top, none twice, none too many, and the last has them all', () => {
  fc.assert(
    fc.property(list, list, (tokens, before) => {
      let drawn = firstRows(tokens, before)
      for (; drawn.count < tokens.length; drawn = nextRows(drawn)) {
        const { rows, count } = drawn
        expect(rows.slice(0, count)).toEqual(tokens.slice(0, count))
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        expect(rows.length).toBeLessThanOrEqual(tokens.length)
      }
      expect(drawn.rows).toEqual(tokens)
    }),
  )
})

test('rows that are still to come leave what stood there', () => {
  const before = Array.from({ length: 20 }, (_, id) => row(id))
  const tokens = Array.from({ length: 20 }, (_, id) => row(100 + id))
  const { rows } = firstRows(tokens, before)
  expect(rows).toEqual([...tokens.slice(0, 4), ...before.slice(4)])
})

test('a list that only lost a row has all its rows at once', () => {
  const before = Array.from({ length: 20 }, (_, id) => row(id))
  const tokens = before.filter(({ id }) => id !== '3')
  expect(firstRows(tokens, before)).toEqual({ tokens, rows: tokens, count: tokens.length })
})

test('a token that comes up is not further down as well', () => {
  const before = Array.from({ length: 10 }, (_, id) => row(id))
  const tokens = [...before.slice(8), ...before.slice(0, 8)]
  const { rows } = firstRows(tokens, before)
  expect(rows.map(({ id }) => id).join('')).toBe('89014567')
})

test('rows that stand in their places already are no part of a step', () => {
  const before = Array.from({ length: 10 }, (_, id) => row(id))
  const tokens = [...before.slice(0, 6), ...Array.from({ length: 4 }, (_, id) => row(100 + id))]
  expect(firstRows(tokens, before).rows).toEqual(tokens)
})
