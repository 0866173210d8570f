import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import type { Need, NeedOption } from './need.ts'
import { shippedMap } from './shipped-map.ts'
import { smallestSet } from './smallest-set.ts'
import { group, needing, onAccount, onZone, ZONE_1, ZONE_2 } from './testing.ts'

const inShort = (needs: Need[]) =>
  smallestSet(needs).grants.map(({ group: { name }, ids, reason }) => [name, ids.map((id) => id[0]).join(), reason])

describe('the smallest set', () => {
  test('Read goes before Write', () => {
    expect(inShort([needing([onZone('DNS Write'), onZone('DNS Read')])])).toEqual([['DNS Read', '1', 'least-power']])
  })

  test('a Write that is needed anyway serves a request that could do with Read', () => {
    const needs = [needing([onZone('DNS Read'), onZone('DNS Write')]), needing([onZone('DNS Write')])]
    expect(inShort(needs)).toEqual([['DNS Write', '1', 'only']])
    expect(smallestSet(needs).grants[0]?.forNeeds).toEqual([0, 1])
  })

  test('a Write on one zone gives no Write on another', () => {
    const needs = [needing([onZone('DNS Write')]), needing([onZone('DNS Read', ZONE_2), onZone('DNS Write', ZONE_2)])]
    expect(inShort(needs)).toEqual([
      ['DNS Write', '1', 'only'],
      ['DNS Read', '2', 'least-power'],
    ])
  })

  test('several Reads go before one Write', () => {
    const needs = ['A', 'B', 'C'].map((name) => needing([onZone(`${name} Read`), onZone('All Write')]))
    expect(inShort(needs).map(([name]) => name)).toEqual(['A Read', 'B Read', 'C Read'])
  })

  test('what runs goes before what changes, Write before Admin, and an unknown level comes last', () => {
    const options = ['Zaraz Admin', 'Odd Thing', 'Zaraz Edit', 'Zaraz Purge'].map((name) => onZone(name))
    const best = (from: number) =>
      inShort([needing(options.toSorted((a, b) => rank(a) - rank(b)).slice(from))]).map(([name]) => name)
    const rank = ({ group: { name } }: NeedOption) =>
      ['Zaraz Purge', 'Zaraz Edit', 'Zaraz Admin', 'Odd Thing'].indexOf(name)
    expect([best(0), best(1), best(2)].flat()).toEqual(['Zaraz Purge', 'Zaraz Edit', 'Zaraz Admin'])
  })

  test('groups for a zone or a bucket go before those for the account, also when there are more of them', () => {
    const bucket = (name: string) => ({ group: group(name, BUCKET_SCOPE), on: { scope: BUCKET_SCOPE, id: null } })
    const needs = [
      needing([onAccount('R2 Read'), bucket('Item Read')]),
      needing([onAccount('R2 Read'), onZone('Zone Read')]),
    ]
    expect(inShort(needs)).toEqual([
      ['Item Read', '', 'narrowest'],
      ['Zone Read', '1', 'narrowest'],
    ])
  })

  test('one group that serves all goes before several', () => {
    const needs = ['A', 'B'].map((name) => needing([onZone(`${name} Read`), onZone('Zone Read')]))
    expect(inShort(needs)).toEqual([['Zone Read', '1', 'fewest']])
  })

  test('one group on two zones goes before two groups', () => {
    const needs = [
      needing([onZone('A Read'), onZone('Z Read')]),
      needing([onZone('B Read', ZONE_2), onZone('Z Read', ZONE_2)]),
    ]
    expect(inShort(needs)).toEqual([['Z Read', '1,2', 'fewest']])
  })

  test('of equal groups the one named like the request is taken, and the others are told', () => {
    const options = [
      onAccount('Account Rulesets Read'),
      onAccount('Workers Tail Read'),
      onAccount('Workers Scripts Read'),
    ]
    const [grant] = smallestSet([needing(options, '/accounts/{account_id}/workers/scripts/{script_name}')]).grants
    expect(grant).toMatchObject({ group: { name: 'Workers Scripts Read' }, reason: 'likeness', idsFrom: 'account' })
    expect(grant?.alternatives.map(({ name }) => name)).toEqual(['Workers Tail Read', 'Account Rulesets Read'])
  })

  test('a group that ends comes after one that does not', () => {
    const ending = { ...onZone('A Read'), group: group('A Read', ZONE_SCOPE, { deprecation: { eolAt: null } }) }
    expect(inShort([needing([ending, onZone('B Read')])])).toEqual([['B Read', '1', 'lasting']])
  })

  test('the alphabet decides last', () => {
    expect(inShort([needing([onZone('B Read'), onZone('A Read')])])).toEqual([['A Read', '1', 'name']])
  })

  test('a request without a zone takes the zones of the others, or the group on any of them', () => {
    const write = (id: string) => needing([onZone('DNS Write', id)])
    const anyZone = (name: string) => needing([onZone(name, null)])
    expect(inShort([anyZone('Zone Read'), write(ZONE_1), write(ZONE_2)])).toEqual([
      ['Zone Read', '1,2', 'only'],
      ['DNS Write', '1,2', 'only'],
    ])
    expect(smallestSet([anyZone('Zone Read'), write(ZONE_1)]).grants[0]?.idsFrom).toBe('others')
    expect(inShort([anyZone('DNS Write'), write(ZONE_2)])).toEqual([['DNS Write', '2', 'only']])
    expect(smallestSet([anyZone('DNS Write')]).grants).toMatchObject([{ ids: [], idsFrom: 'unnamed' }])
  })

  test('needs without options, and those that are met, add nothing', () => {
    const needs = [needing([], '/memberships', { state: 'user-only' }), needing([onZone('DNS Read')])]
    expect(smallestSet(needs, { met: new Set([1]) })).toEqual({ grants: [], isExact: true })
    expect(smallestSet([])).toEqual({ grants: [], isExact: true })
  })
})

const NAMES = ['A Read', 'A Write', 'B Read', 'B Purge', 'C Write', 'D Admin', 'Odd']
const anyOption = fc.oneof(
  fc.tuple(fc.constantFrom(...NAMES), fc.constantFrom(ZONE_1, ZONE_2, null)).map(([name, id]) => onZone(name, id)),
  fc.constantFrom('A Read', 'E Read', 'E Write').map((name) => onAccount(name)),
)
const anyNeeds = (maxOptions: number) =>
  fc.array(
    fc.array(anyOption, { minLength: 1, maxLength: maxOptions }).map((options) => needing(options)),
    { minLength: 1, maxLength: 6 },
  )

/** One choice as text; what gives away more comes first in `CLASSES`. */
const asText = ({ group: { name }, on }: NeedOption) =>
  `${name}|${on.scope === ACCOUNT_SCOPE ? 'account' : 'zone'}|${on.id ?? ''}`
const CLASSES = ['Odd|zone', 'Admin|zone', 'Write|account', 'Write|zone', 'Purge|zone', 'Read|account', 'Read|zone']

/** How many of each class, and of different groups. */
function costOf(choices: ReadonlySet<string>): number[] {
  const all = [...choices].map((one) => one.split('|'))
  const classes = all.map(([name = '', scope]) => `${name.split(' ').at(-1)}|${scope}`)
  return [
    ...CLASSES.map((wanted) => classes.filter((one) => one === wanted).length),
    new Set(all.map(([name]) => name)).size,
  ]
}

const less = (a: number[], b: number[]) => {
  const at = a.findIndex((value, index) => value !== b[index])
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0)
}

/** What may meet a need: its options, and for one that names no zone the group on every zone. */
function waysOf({ options }: Need, needs: Need[]): string[] {
  const all = needs.flatMap((need) => need.options.map(asText))
  return options
    .map(asText)
    .flatMap((own) => (own.endsWith('zone|') ? [own, ...all.filter((one) => one.startsWith(own))] : own))
}

/** Every way to meet the needs, one after the other. */
function cheapestByForce(needs: Need[]): number[] {
  let ways = new Map([['', new Set<string>()]])
  for (const need of needs) {
    const next = new Map<string, Set<string>>()
    for (const chosen of ways.values()) {
      for (const way of waysOf(need, needs)) {
        const more = new Set([...chosen, way])
        next.set([...more].toSorted().join(' '), more)
      }
    }
    ways = next
  }
  return [...ways.values()].map(costOf).reduce((best, one) => (less(one, best) ? one : best))
}

const chosenIn = (needs: Need[]) =>
  new Set(
    smallestSet(needs).grants.flatMap(({ group, scope, ids, idsFrom }) =>
      (idsFrom === 'named' ? ids : [null]).map((id) => asText({ group, on: { scope, id } })),
    ),
  )

describe('for all needs', () => {
  test('the set costs what the best of all ways costs', () => {
    fc.assert(
      fc.property(anyNeeds(4), (needs) => {
        const chosen = chosenIn(needs)
        expect(needs.every((need) => waysOf(need, needs).some((way) => chosen.has(way)))).toBe(true)
        expect(costOf(chosen)).toEqual(cheapestByForce(needs))
      }),
      { numRuns: 500 },
    )
  })

  test('the order and the repetition of needs and options do not matter', () => {
    fc.assert(
      fc.property(anyNeeds(5), fc.infiniteStream(fc.nat()), (needs, numbers) => {
        const shuffled = <Item>(all: Item[]) =>
          all
            .map((item) => ({ item, at: numbers.next().value }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ item }) => item)
        const others = shuffled(needs).map((need) => ({ ...need, options: shuffled(need.options) }))
        expect(chosenIn(others)).toEqual(chosenIn(needs))
        expect(chosenIn([...others, ...needs])).toEqual(chosenIn(needs))
      }),
    )
  })

  test('every need is told with the grants that meet it, and no grant is needless', () => {
    fc.assert(
      fc.property(anyNeeds(4), (needs) => {
        const { grants } = smallestSet(needs)
        expect(new Set(grants.flatMap(({ forNeeds }) => forNeeds))).toEqual(new Set(needs.keys()))
        for (const grant of grants) {
          const others = new Set(grants.filter((one) => one !== grant).flatMap(({ forNeeds }) => forNeeds))
          const own = grant.forNeeds.filter((index) => !others.has(index))
          expect(own).not.toEqual([])
          for (const { id } of grant.alternatives)
            expect(own.every((at) => needs[at]?.options.some((option) => option.group.id === id))).toBe(true)
        }
      }),
    )
  })

  test('a search that is cut short still meets every need, and says that it is not exact', () => {
    // No reduction helps here: each need shares a group with the next.
    const ring = Array.from({ length: 60 }, (_, at) =>
      needing([0, 1, 7, 19].map((step) => onZone(`G${(at + step) % 60} Read`))),
    )
    const { grants, isExact } = smallestSet(ring, { maxSteps: 100 })
    expect(isExact).toBe(false)
    expect(new Set(grants.flatMap(({ forNeeds }) => forNeeds)).size).toBe(60)
  })
})

test('a thousand requests of the map on ten zones have an exact answer, whatever they are', async () => {
  const { operations } = await shippedMap()
  const known = operations.filter(({ groups }) => groups.length > 0)
  fc.assert(
    fc.property(fc.nat(5000), fc.constantFrom(1, 2, 10), (seed, zones) => {
      const needs = Array.from({ length: 1000 }, (_, index): Need => {
        const operation = known[(seed + index * 577) % known.length] ?? null
        const id = String(index % zones).repeat(32)
        const isZone = operation?.path.startsWith('/zones')
        const options = operation?.groups.map((name) => (isZone ? onZone(name, id) : onAccount(name)))
        return { ...needing(options ?? []), operation }
      })
      const { grants, isExact } = smallestSet(needs)
      expect(isExact).toBe(true)
      expect(new Set(grants.flatMap(({ forNeeds }) => forNeeds)).size).toBe(1000)
    }),
    { numRuns: 6 },
  )
})
