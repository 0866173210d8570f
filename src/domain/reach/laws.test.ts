import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Place } from '#domain/policy/place.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { compareLevels, compareReach, type Share } from './compare.ts'
import { groupsOf, reachReader, type GroupReach } from './reach.ts'
import { cellsSaid, oracle, thingsNamed, thingsOf } from './oracle.ts'
import { relationTo } from './relation.ts'
import { anyPolicies, anyPolicy, catalogue, OWN, placeAt, zone } from './testing.ts'

const reader = reachReader({ accountId: OWN, catalogue })
const read = (policies: WirePolicy[]) => groupsOf(reader(policies))

const thingsAt = ({ target }: Place): string[] => {
  if (target.kind === 'other') return thingsNamed(target.key, target.value)
  if (target.kind === 'whole')
    return target.family === 'account'
      ? [`${target.accountId} account`]
      : thingsOf(target.accountId, target.family === 'all-zones' ? 'zone.*' : 'bucket.*')
  const kind = { zones: 'zone', buckets: 'bucket', workers: 'worker' }[target.family as 'zones'] ?? 'app'
  return [`${target.accountId ?? OWN} ${kind} ${kind === 'bucket' ? 'logs' : target.id.at(-1)}`]
}

const cellsOf = ({ group, place, except }: Omit<Share, 'isSure'>): string[] => {
  const left = new Set(except.flatMap(thingsAt))
  return thingsAt(place).flatMap((thing) => (left.has(thing) ? [] : [`${group.name}: ${thing}`]))
}

function cellsReached(reach: readonly GroupReach[]) {
  const cells = (isWanted: (state: string) => boolean) =>
    new Set(
      reach.flatMap(({ group, places }) =>
        places.filter(({ state }) => isWanted(state)).flatMap((held) => cellsOf({ group, ...held })),
      ),
    )
  const reached = cells((state) => state === 'reached')
  const unsure = cells((state) => state === 'not-established' || state === 'unknown')
  return { reached, unsure: new Set([...unsure].filter((cell) => !reached.has(cell))) }
}

const sorted = (cells: Iterable<string>) => [...new Set(cells)].toSorted()
const isIn = (few: ReadonlySet<string>, many: ReadonlySet<string>) => [...few].every((cell) => many.has(cell))

test('reach is what an oracle finds for each single group and resource', () => {
  fc.assert(
    fc.property(anyPolicies, (policies) => {
      expect(cellsReached(read(policies))).toEqual(oracle(policies))
    }),
    { numRuns: 3000 },
  )
})

describe('reach', () => {
  const shape = (policies: WirePolicy[]) =>
    read(policies)
      .flatMap(({ group, places, denies }) => [
        ...places.map(({ place, state, except }) =>
          [group.id, place.key, state, ...except.map(({ key }) => key).toSorted()].join(' | '),
        ),
        ...denies.map(({ key }) => `${group.id} | denies | ${key}`),
      ])
      .toSorted()

  /** One policy for each group on each key. */
  const split = (policies: WirePolicy[]): WirePolicy[] =>
    policies.flatMap(({ effect, permission_groups, resources }) =>
      permission_groups.flatMap((group) =>
        Object.entries(resources).map(([key, value]) => ({
          effect,
          permission_groups: [group],
          resources: { [key]: value },
        })),
      ),
    )

  test('is the same with policies in another order, split, or repeated', () => {
    fc.assert(
      fc.property(anyPolicies, (policies) => {
        expect(shape(policies.toReversed())).toEqual(shape(policies))
        expect(shape(split(policies))).toEqual(shape(policies))
        expect(shape([...policies, ...split(policies)])).toEqual(shape(policies))
      }),
      { numRuns: 1000 },
    )
  })

  test('never shrinks with an allow more, and never grows with a deny more', () => {
    fc.assert(
      fc.property(
        anyPolicies,
        anyPolicy(fc.constant('allow')),
        anyPolicy(fc.constant('deny')),
        (policies, allow, deny) => {
          const [now, more, less] = [policies, [...policies, allow], [deny, ...policies]].map((list) =>
            cellsReached(read(list)),
          )
          if (!now || !more || !less) throw new Error('unreachable')
          const any = ({ reached, unsure }: typeof now) => new Set([...reached, ...unsure])
          expect(isIn(now.reached, more.reached) && isIn(any(now), any(more))).toBe(true)
          expect(isIn(less.reached, now.reached) && isIn(any(less), any(now))).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('is never made smaller or surer by an unknown effect', () => {
    fc.assert(
      fc.property(anyPolicies, anyPolicy(fc.constant('maybe')), (policies, odd) => {
        const [now, then] = [cellsReached(read(policies)), cellsReached(read([odd, ...policies]))]
        expect(then.reached).toEqual(now.reached)
        expect(isIn(now.unsure, then.unsure)).toBe(true)
      }),
    )
  })
})

test('a zone is named, included, held back or unsure just as its cells are', () => {
  const asked = placeAt(zone('1'))
  fc.assert(
    fc.property(anyPolicies, (policies) => {
      const { reached, unsure } = oracle(policies)
      const denied = cellsSaid(policies, 'deny')
      for (const { group, places } of read(policies)) {
        const relations = places.map((held) => relationTo(held, group, asked))
        const cell = `${group.name}: ${OWN} zone 1`
        const isReached = relations.includes('named') || relations.includes('wildcard')
        expect(isReached).toBe(reached.has(cell))
        if (unsure.has(cell)) expect(relations).toContain('unsure')
        const isDenied = denied.has(cell) || denied.has(`${group.name}: ${OWN} account`)
        if (relations.includes('denied')) expect(isDenied).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('a comparison divides the cells of two tokens', () => {
  const onlyKnown = anyPolicies.map((policies) => policies.filter(({ effect }) => effect !== 'audit'))
  fc.assert(
    fc.property(onlyKnown, onlyKnown, (a, b) => {
      const [ours, theirs] = [cellsReached(read(a)), cellsReached(read(b))]
      const [mine, other] = [ours, theirs].map(({ reached, unsure }) => [...reached, ...unsure])
      const { onlyA, both, onlyB } = compareReach(read(a), read(b))
      expect(sorted(onlyA.flatMap(cellsOf))).toEqual(sorted(mine?.filter((cell) => !other?.includes(cell)) ?? []))
      expect(sorted(both.flatMap(cellsOf))).toEqual(sorted(mine?.filter((cell) => other?.includes(cell)) ?? []))
      expect(sorted(onlyB.flatMap(cellsOf))).toEqual(sorted(other?.filter((cell) => !mine?.includes(cell)) ?? []))
    }),
    { numRuns: 2000 },
  )
})

test('a comparison by level divides the same cells, and a Write counts as its Read', () => {
  const onlyKnown = anyPolicies.map((policies) => policies.filter(({ effect }) => effect !== 'audit'))
  fc.assert(
    fc.property(onlyKnown, onlyKnown, (a, b) => {
      const [ours, theirs] = [a, b].map((policies) => {
        const { reached, unsure } = cellsReached(read(policies))
        const mayRead = [...cellsSaid(policies, 'deny')].every((cell) => !cell.startsWith('DNS Read'))
        const reads = [...reached].filter((cell) => mayRead && cell.startsWith('DNS Write'))
        const held = [...reached, ...unsure]
        return { held, can: [...held, ...reads.map((cell) => cell.replace('Write', 'Read'))] }
      })
      if (!ours || !theirs) throw new Error('unreachable')
      const { onlyA, both, onlyB } = compareLevels(read(a), read(b))
      const cells = (shares: Share[]) => sorted(shares.flatMap(cellsOf))
      expect(cells(onlyA)).toEqual(sorted(ours.held.filter((cell) => !theirs.can.includes(cell))))
      expect(cells(onlyB)).toEqual(sorted(theirs.held.filter((cell) => !ours.can.includes(cell))))
      const inBoth = [...ours.held, ...theirs.held].filter(
        (cell) => ours.can.includes(cell) && theirs.can.includes(cell),
      )
      expect(cells(both)).toEqual(sorted(inBoth))
    }),
    { numRuns: 2000 },
  )
})

test('two tokens of the same policies share all, and nothing is only in one', () => {
  fc.assert(
    fc.property(anyPolicies, (policies) => {
      const { onlyA, onlyB } = compareReach(read(policies), read(policies.toReversed()))
      expect([...onlyA, ...onlyB]).toEqual([])
    }),
  )
})
