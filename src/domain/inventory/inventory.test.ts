import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allStale,
  emptyInventory,
  hasAllTokens,
  INVENTORY_PAGE_SIZE,
  isPartial,
  missingCount,
  pagesToRead,
  readSince,
  withCheck,
  withPage,
  withPages,
} from './inventory.ts'
import { pageOf, readAll, tokens } from './pages-testing.ts'
import { testToken } from './testing.ts'

describe('loading', () => {
  test('before the first answer only the first page is asked for, then all others', () => {
    expect(pagesToRead(emptyInventory)).toEqual([1])
    const first = withPage(emptyInventory, 1, pageOf(tokens(143), 1), 1)
    expect(pagesToRead(first)).toEqual([2, 3])
    expect(isPartial(first)).toBe(true)
  })

  test.each([0, 1, 49, 50, 51, 100, 143])('without a count %i tokens are read until a page is not full', (amount) => {
    const all = tokens(amount)
    let inventory = emptyInventory
    const asked: number[] = []
    for (let [next] = pagesToRead(inventory); next !== undefined; [next] = pagesToRead(inventory)) {
      asked.push(next)
      const { tokens } = pageOf(all, next)
      const isLast = tokens.length < INVENTORY_PAGE_SIZE && (tokens.length > 0 || next === 1)
      const totalCount = tokens.length === 0 ? 0 : (next - 1) * INVENTORY_PAGE_SIZE + tokens.length
      inventory = withPage(inventory, next, { tokens, totalCount, isCounted: isLast }, next)
    }
    expect(asked).toHaveLength(Math.max(1, Math.floor(amount / INVENTORY_PAGE_SIZE) + 1))
    expect(inventory).toMatchObject({ totalCount: amount, isCounted: true })
    expect(inventory.tokens).toHaveLength(amount)
    expect(missingCount(inventory)).toBe(0)
    // Reading a page again does not change the count.
    const again = withPage(inventory, 1, { ...pageOf(all, 1), totalCount: Math.min(50, amount), isCounted: false }, 99)
    expect(again).toMatchObject({ totalCount: amount, isCounted: true })
    expect(again.tokens).toHaveLength(amount)
  })

  test.each([0, 20, 50, 70])('of %i tokens without a count, the second page may be known first', (amount) => {
    const all = tokens(amount)
    let inventory = emptyInventory
    for (const number of [2, 1]) {
      const { tokens } = pageOf(all, number)
      const totalCount = tokens.length === 0 ? 0 : (number - 1) * INVENTORY_PAGE_SIZE + tokens.length
      const isCounted = tokens.length < INVENTORY_PAGE_SIZE && (tokens.length > 0 || number === 1)
      inventory = withPage(inventory, number, { tokens, totalCount, isCounted }, number)
    }
    expect(inventory).toMatchObject({ totalCount: amount, isCounted: true })
    expect(pagesToRead(inventory)).toEqual([])
    expect(inventory.tokens).toHaveLength(amount)
  })

  test('a count that no page bears out is not followed beyond the first empty page', () => {
    let inventory = emptyInventory
    let reads = 0
    for (;;) {
      const [next] = pagesToRead(inventory)
      if (next === undefined) {
        const checked = withCheck(inventory)
        if (checked === inventory) break
        inventory = checked
        continue
      }
      reads += 1
      inventory = withPage(inventory, next, { ...pageOf(tokens(60), next), totalCount: 900_000 }, reads)
    }
    expect(reads).toBe(9)
    expect(inventory.tokens).toHaveLength(60)
    expect(missingCount(inventory)).toBe(899_940)
  })

  test('an empty account is known whole after one page', () => {
    const inventory = withPage(emptyInventory, 1, { tokens: [], totalCount: 0 }, 1)
    expect(pagesToRead(inventory)).toEqual([])
    expect(isPartial(inventory)).toBe(false)
  })

  test('in whatever order pages arrive, every token is there once and in the order of the API', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 260 }), fc.infiniteStream(fc.nat()), (amount, random) => {
        const all = tokens(amount)
        let inventory = withPage(emptyInventory, 1, pageOf(all, 1), 0)
        for (let left = pagesToRead(inventory); left.length > 0; left = pagesToRead(inventory)) {
          const number = left[(random.next().value ?? 0) % left.length] ?? 1
          inventory = withPage(inventory, number, pageOf(all, number), 1)
        }
        expect(inventory.tokens.map(({ id }) => id)).toEqual(all.map(({ id }) => id))
      }),
    )
  })

  test.each(['created', 'deleted'])(
    'when tokens are %s while pages are read, in the end each is there once',
    (what) => {
      const changes = fc.uniqueArray(fc.record({ at: fc.nat({ max: 3 }), place: fc.nat({ max: 200 }) }), {
        maxLength: 4,
        selector: ({ at }) => at,
      })
      fc.assert(
        fc.property(fc.integer({ min: 60, max: 220 }), changes, (amount, moments) => {
          const server = { all: tokens(amount) }
          const inventory = readAll(emptyInventory, server, (reads, left) => {
            // A change after the last answer cannot be noticed.
            if (left === 0) return
            for (const { at, place } of moments) {
              if (at !== reads) continue
              if (what === 'created') server.all = [testToken(`new${at}`), ...server.all]
              else server.all = server.all.filter((_, index) => index !== place)
            }
          })
          const ids = inventory.tokens.map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
          expect(ids.toSorted()).toEqual(server.all.map(({ id }) => id).toSorted())
        }),
      )
    },
  )

  test('a token that slips between two pages because another is deleted is found, though the count agrees', () => {
    const server = { all: tokens(65) }
    const inventory = readAll(emptyInventory, server, (reads) => {
      if (reads === 0) server.all = server.all.filter(({ id }) => id !== 't3')
    })
    expect(inventory.tokens.some(({ id }) => id === 't3')).toBe(false)
    expect(inventory.tokens.some(({ id }) => id === 't50')).toBe(true)
  })

  test('a list that never adds up is read three times, and what is missing is counted', () => {
    let reads = 0
    let inventory = emptyInventory
    while (reads < 20) {
      const [next] = pagesToRead(inventory)
      if (next === undefined) {
        const checked = withCheck(inventory)
        if (checked === inventory) break
        inventory = checked
      } else {
        reads += 1
        inventory = withPage(inventory, next, { tokens: tokens(10), totalCount: 12 }, reads)
      }
    }
    expect(reads).toBe(3)
    expect(missingCount(inventory)).toBe(2)
    expect([isPartial(inventory), hasAllTokens(inventory)]).toEqual([false, false])
  })

  test('pages beyond a shorter end are forgotten', () => {
    const long = readAll(emptyInventory, { all: tokens(120) })
    const short = withPage(long, 1, pageOf(tokens(40), 1), 99)
    expect([...short.pages.keys()]).toEqual([1])
    expect(short.tokens).toHaveLength(40)
  })
})

describe('known pages', () => {
  test('that come together give what they give one after another', () => {
    const all = tokens(230)
    const answers = [3, 1, 5, 2].map((number) => [number, pageOf(all, number)] as const)
    const oneByOne = answers.reduce((inventory, [number, page]) => withPage(inventory, number, page, 7), emptyInventory)
    expect(withPages(emptyInventory, answers, 7)).toEqual(oneByOne)
  })

  test('are kept until they are read again', () => {
    const whole = readAll(emptyInventory, { all: tokens(120) })
    const stale = allStale(whole)
    expect(stale.tokens).toHaveLength(120)
    expect(pagesToRead(stale)).toEqual([1, 2, 3])
    expect(readSince(whole)).toBe(1)
  })
})
