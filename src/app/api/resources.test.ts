import { describe, expect, test } from 'vitest'
import { fakeApi as apiOf, refusal, type Asked } from './testing.ts'
import { ApiFailure } from './errors.ts'
import { listBuckets, listWorkers, listZones } from './resources.ts'

const account = '023e105f4ecef8ad9ca31a8372d0c353'
const id = (number: number) => number.toString(16).padStart(32, '0')

const pageOf = (url: URL) => Number(url.searchParams.get('page'))
const items = (amount: number, from = 0) =>
  Array.from({ length: amount }, (_, index) => ({ id: id(from + index), name: `z${from + index}.example.com` }))
/** Pages of a list, as long as it is asked for. */
const paged = (all: unknown[], info: (total: number) => object) => (asked: Asked) => {
  const start = (pageOf(asked.url) - 1) * 50
  return { success: true, result: all.slice(start, start + 50), result_info: info(all.length) }
}

const NO_LISTS = [null, {}, 'text', 7, undefined, { zones: [] }]

describe.each([
  ['zones', listZones],
  ['Workers', listWorkers],
])('a list of %s', (_, list) => {
  test.each([0, 1, 50, 51, 430])('of %i is read whole', async (amount) => {
    const asked = apiOf(paged(items(amount), (total_count) => ({ total_count })))
    const { items: found, isWhole } = await list(account)
    expect(found.map((item) => item.id).toSorted()).toEqual(items(amount).map((item) => item.id))
    expect(isWhole).toBe(true)
    expect(asked).toHaveLength(Math.max(1, Math.ceil(amount / 50)))
  })

  test.each([
    ['no total', () => ({})],
    ['no information', () => null],
    ['a total that is text', () => ({ total_count: 'many' })],
    ['a total far too large', () => ({ total_count: 81_096_435.62 })],
  ])('with %s is read whole, and not for ever', async (_, info) => {
    const asked = apiOf(paged(items(120), (() => info()) as () => object))
    const { items: found, isWhole } = await list(account)
    expect([found.length, isWhole]).toEqual([120, false])
    expect(asked.length).toBeLessThan(12)
  })

  test('whose pages are all the same ends', async () => {
    const asked = apiOf(() => ({ success: true, result: items(50), result_info: null }))
    expect(await list(account)).toMatchObject({ items: { length: 50 }, isWhole: false })
    expect(asked.length).toBeLessThan(6)
  })

  test('in smaller pages than asked for is read whole', async () => {
    const all = items(45)
    apiOf(({ url }) => ({
      result: all.slice((pageOf(url) - 1) * 20, pageOf(url) * 20),
      result_info: { total_count: 45 },
    }))
    expect(await list(account)).toMatchObject({ items: { length: 45 }, isWhole: true })
  })

  test.each([
    ['an item that is named twice', (page: number) => (page === 1 ? items(50) : items(10, 40))],
    ['fewer items than the API counts', (page: number) => (page === 1 ? items(50) : items(9, 50))],
    ['an item that is odd', (page: number) => (page === 1 ? items(50) : [...items(9, 50), { name: 'no id' }])],
  ])('with %s is not whole', async (_, pageAt) => {
    apiOf(({ url }) => ({ result: pageAt(pageOf(url)), result_info: { total_count: 60 } }))
    expect(await list(account)).toMatchObject({ isWhole: false })
  })

  test('that changes while it is read is not whole', async () => {
    apiOf(({ url }) => ({
      result: pageOf(url) === 1 ? items(50) : items(10, 50),
      result_info: { total_count: pageOf(url) === 1 ? 60 : 59 },
    }))
    expect(await list(account)).toMatchObject({ items: { length: 60 }, isWhole: false })
  })

  test('tells when reading began', async () => {
    const before = Date.now()
    let answered = 0
    apiOf(() => {
      answered = Date.now()
      return { result: [], result_info: { total_count: 0 } }
    })
    const { since } = await list(account)
    expect(since).toBeGreaterThanOrEqual(before)
    expect(since).toBeLessThanOrEqual(answered)
  })

  test('shows the others beside odd ones, and one without a name by its id', async () => {
    apiOf(() => ({ result: [null, 'x', { name: 'no id' }, { id: id(1) }, { id: id(2), name: null }, ...items(1, 3)] }))
    expect((await list(account)).items).toEqual([
      { id: id(1), name: id(1) },
      { id: id(2), name: id(2) },
      { id: id(3), name: 'z3.example.com' },
    ])
  })

  test.each(NO_LISTS)('that is %j is a failure, not an empty list', async (result) => {
    apiOf(() => ({ success: true, result }))
    await expect(list(account)).rejects.toThrow(ApiFailure)
    await expect(list(account)).rejects.toThrow('has no list')
  })
})

test('Workers stand by name', async () => {
  const workers = ['web', 'cart-api', 'checkout'].map((name, index) => ({ id: id(index), name }))
  const asked = apiOf(() => ({ result: workers, result_info: { total_count: 3 } }))
  expect((await listWorkers(account)).items.map(({ name }) => name)).toEqual(['cart-api', 'checkout', 'web'])
  expect(asked[0]?.url.pathname).toBe(`/api/v4/accounts/${account}/workers/workers`)
})

describe('a list of buckets', () => {
  const jurisdictionOf = ({ init }: Asked) => new Headers(init.headers).get('cf-r2-jurisdiction')

  test('is read in all jurisdictions side by side, past the browser’s cache', async () => {
    const asked = apiOf((one) => ({
      result: { buckets: [{ name: `in-${jurisdictionOf(one)}` }, null, {}, { name: 7 }] },
    }))
    expect((await listBuckets(account)).items).toEqual(['default/in-default', 'eu/in-eu', 'fedramp/in-fedramp'])
    expect(asked.map(({ init }) => init.cache)).toEqual(['no-store', 'no-store', 'no-store'])
  })

  test('is read to the end of its cursor, and no further when that leads back', async () => {
    const next: Record<string, string> = { '': 'a', a: 'b', b: 'a' }
    apiOf(({ url }) => {
      const cursor = url.searchParams.get('cursor') ?? ''
      return { result: { buckets: [{ name: `after-${cursor || 'none'}` }] }, result_info: { cursor: next[cursor] } }
    })
    const { items: found, isWhole } = await listBuckets(account)
    expect(found.slice(0, 3)).toEqual(['default/after-none', 'default/after-a', 'default/after-b'])
    expect(isWhole).toBe(false)
  })

  const one = { result: { buckets: [{ name: 'one' }] } }
  const onlyDefault = (answer: (asked: Asked) => unknown) => (asked: Asked) =>
    jurisdictionOf(asked) === 'default' ? answer(asked) : refusal(400, 10001)

  test.each<[string, (asked: Asked) => unknown, string[], boolean]>([
    ['a single page', onlyDefault(() => one), ['default/one'], true],
    ['an account without R2', () => refusal(403, 10042), [], true],
    ['an empty cursor', onlyDefault(() => ({ ...one, result_info: { cursor: '' } })), ['default/one'], true],
    ['something odd', onlyDefault(() => ({ result: { buckets: [{ name: 'one' }, null] } })), ['default/one'], false],
    [
      'a jurisdiction that is refused after its first page',
      (asked) =>
        asked.url.searchParams.has('cursor')
          ? refusal(403, 10000)
          : { ...one, ...(jurisdictionOf(asked) === 'eu' && { result_info: { cursor: 'a' } }) },
      ['default/one', 'eu/one', 'fedramp/one'],
      false,
    ],
  ])('of %s', async (_, answer, found, isWhole) => {
    apiOf(answer)
    expect(await listBuckets(account)).toMatchObject({ items: found, isWhole })
  })

  test('whose full page has no cursor may have been cut', async () => {
    const buckets = Array.from({ length: 1000 }, (_, index) => ({ name: `b${index}` }))
    apiOf(onlyDefault(() => ({ result: { buckets } })))
    expect(await listBuckets(account)).toMatchObject({ items: { length: 1000 }, isWhole: false })
  })

  test('that is refused is a failure', async () => {
    apiOf(() => refusal(403, 10000))
    await expect(listBuckets(account)).rejects.toThrow(ApiFailure)
  })

  test.each([...NO_LISTS, { buckets: null }, { buckets: {} }, []])('that is %j is a failure', async (result) => {
    apiOf(() => ({ success: true, result }))
    await expect(listBuckets(account)).rejects.toThrow('has no list')
  })
})
