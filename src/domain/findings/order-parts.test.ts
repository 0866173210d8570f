import { describe, expect, test } from 'vitest'
import { addressesOf, rangesOf } from '#domain/condition/address-set.ts'
import { canonicalCondition } from '#domain/condition/condition.ts'
import { compareReach } from '#domain/reach/compare.ts'
import { groupsOf } from '#domain/reach/reach.ts'
import { account, allZones } from '#domain/reach/testing.ts'
import { ZONE_SCOPE } from '#domain/resources/scope.ts'
import type { Token } from '#domain/token/token.ts'
import { factsOf } from './facts.ts'
import { randomTokens } from './generated-tokens.ts'
import { ipLimitReader } from './ip-limits.ts'
import { findParts } from './order-parts.ts'
import { allowing, context, inDays, policy, reachOf, token } from './testing.ts'

const UNUSED = { issued_on: inDays(-200), last_used_on: inDays(-100) }

const read = (tokens: Token[]) => {
  const shared = { limitOf: ipLimitReader(), accesses: new Map<string, number>() }
  const byId = tokens.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return reachOf(byId).map((reach) => factsOf(reach, context, shared))
}

/** What is found, and in how many steps. */
function parts(tokens: Token[]) {
  const all = [...findParts(read(tokens), context)]
  return {
    found: all.flatMap((seen) => seen?.facts?.token.id ?? []),
    steps: all.filter((seen) => seen === null).length,
  }
}

/** The fewest ranges of the addresses that a token works from, or what is written where they can't be read. */
function addressesIn({ condition, wire }: Token): string {
  const set = addressesOf(condition)
  return set ? rangesOf(set).join() : canonicalCondition(wire.condition)
}

test('finds what comparing each pair of tokens finds', () => {
  const tokens = randomTokens(700).map(({ wire }) =>
    token({ ...wire, status: 'active', not_before: null, ...UNUSED, expires_on: null }),
  )
  const live = read(tokens).filter(({ access }) => access !== null)
  const reach = new Map(live.map((facts) => [facts, groupsOf(facts.reach)]))
  const from = new Map(live.map((facts) => [facts, addressesIn(facts.token)]))
  const expected = live.filter((part) =>
    live.some((whole) => {
      if (from.get(part) !== from.get(whole)) return false
      const { onlyA, onlyB } = compareReach(reach.get(part) ?? [], reach.get(whole) ?? [])
      return onlyA.length === 0 && onlyB.length > 0
    }),
  )
  expect(expected.length).toBeGreaterThan(20)
  expect(parts(tokens).found).toEqual(expected.map((facts) => facts.token.id))
})

describe('many unused tokens with the same groups', () => {
  const AMOUNT = 200
  const many = (resources: (index: number) => Parameters<typeof policy>[1]) =>
    Array.from({ length: AMOUNT }, (_, index) =>
      allowing(['DNS Read'], resources(index), { ...UNUSED, id: `t${String(index).padStart(5, '0')}` }),
    )
  const own = (index: number) => ({ [`${ZONE_SCOPE}.${index.toString(16).padStart(32, '0')}`]: '*' })

  test('are not compared where each is on a place of its own', () => {
    const { found, steps } = parts(many(own))
    expect(found).toEqual([])
    expect(steps).toBeLessThan(AMOUNT / 5)
  })

  const allBut = (index: number) => [policy(['DNS Read'], allZones), policy(['DNS Read'], own(index), 'deny')]
  const manyBut = (indexOf: (index: number) => number) =>
    many(own).map(({ wire }, index) => token({ ...wire, policies: allBut(indexOf(index)) }))

  test('are compared once where they have few accesses', () => {
    const facts = read(manyBut((index) => index % 2))
    const stepsOf = () => [...findParts(facts, context)].filter((seen) => seen === null).length
    const first = stepsOf()
    expect(stepsOf()).toBeLessThan(first)
    expect(first).toBeLessThan(AMOUNT / 5)
  })

  test('leave the page time where all have to be compared', () => {
    const { found, steps } = parts(manyBut((index) => index))
    expect(found).toEqual([])
    expect(steps).toBeGreaterThan((AMOUNT * (AMOUNT - 1)) / 50)
  })

  test('are found where another has all zones, and not where it has the account alone', () => {
    const tokens = many(own)
    expect(parts([...tokens, allowing(['DNS Read'], allZones, { id: 'wide' })]).found).toHaveLength(AMOUNT)
    expect(parts([...tokens, allowing(['DNS Read'], account, { id: 'wide' })]).found).toEqual([])
  })
})
