import { describe, expect, test } from 'vitest'
import { emptyInventory, isPartial, pagesToRead, withPage, withPages, type Inventory } from './inventory.ts'
import { pageOf, readAll, tokens } from './pages-testing.ts'
import { testToken } from './testing.ts'
import { withoutToken, withStale, withToken } from './written.ts'

describe('after a write', () => {
  const whole = readAll(emptyInventory, { all: tokens(120) })

  test('a changed token is shown as changed, in its place, and only its page is read again', () => {
    const changed = { ...testToken('t70', { name: 'renamed', modifiedOn: '2026-02-01T00:00:00Z' }) }
    const inventory = withToken(whole, changed)
    expect(inventory.tokens[70]?.name).toBe('renamed')
    expect(pagesToRead(inventory)).toEqual([2])
    expect(isPartial(inventory)).toBe(false)
  })

  test('a token whose new state is not known stays as it was, and only its page is read again', () => {
    const inventory = withStale(whole, 't70')
    expect(inventory.tokens).toBe(whole.tokens)
    expect(pagesToRead(inventory)).toEqual([2])
    const unknown = withStale(whole, 'none of these')
    expect(unknown.tokens).toBe(whole.tokens)
    expect(pagesToRead(unknown)).toEqual([])
  })

  test('a new token comes first, and the first page is read again', () => {
    const inventory = withToken(whole, testToken('fresh'))
    expect(inventory.tokens[0]?.id).toBe('fresh')
    expect(inventory.totalCount).toBe(121)
    expect(pagesToRead(inventory).at(-1)).toBe(1)
  })

  test('a deleted token is gone, even when an answer asked for earlier still has it', () => {
    const inventory = withoutToken(whole, 't70')
    expect(inventory.totalCount).toBe(119)
    const late = withPage(inventory, 2, pageOf(tokens(120), 2), 99)
    expect(late.tokens.some(({ id }) => id === 't70')).toBe(false)
  })

  test('an answer asked for before a change does not take the change back', () => {
    const changed = testToken('t49', { name: 'renamed', modifiedOn: '2026-02-01T00:00:00Z' })
    const late = withPage(withToken(whole, changed), 1, pageOf(tokens(120), 1), 99)
    expect(late.tokens[49]?.name).toBe('renamed')
    const shifted = withPage(withToken(whole, changed), 2, { tokens: tokens(120).slice(49, 99), totalCount: 120 }, 99)
    expect(shifted.tokens.filter(({ id }) => id === 't49').map(({ name }) => name)).toEqual(['renamed'])
  })

  test('a page asked for before a write to one of its tokens is read again', () => {
    const late = (inventory: Inventory, number: number) =>
      withPages(inventory, [[number, pageOf(tokens(120), number)]], 99, whole.writes)
    for (const write of [withStale(whole, 't70'), withToken(whole, testToken('t70')), withoutToken(whole, 't70')]) {
      expect(pagesToRead(late(write, 2))).toEqual([2])
      expect(pagesToRead(late(late(write, 1), 3))).toEqual([2])
      expect(pagesToRead(withPage(late(write, 2), 2, pageOf(tokens(120), 2), 100))).toEqual([])
    }
    expect(pagesToRead(late(withToken(whole, testToken('fresh')), 1)).at(-1)).toBe(1)
  })

  test('so is one that was not known at the time of the write', () => {
    const begun = withPage(emptyInventory, 3, pageOf(tokens(120), 3), 1)
    const late = (inventory: Inventory) =>
      withPages(
        inventory,
        [1, 2].map((number) => [number, pageOf(tokens(120), number)] as const),
        2,
        begun.writes,
      )
    expect(pagesToRead(late(begun))).toEqual([])
    expect(pagesToRead(late(withStale(begun, 't70')))).toEqual([2])
    expect(pagesToRead(late(withToken(begun, testToken('fresh'))))).toEqual([1])
    expect(pagesToRead(late(withToken(emptyInventory, testToken('fresh'))))).toContain(1)
  })
})
