import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { WirePolicy, WirePolicyInput } from '#domain/policy/wire.ts'
import { combinedName } from './combined-name.ts'
import { differencePolicies, unionPolicies } from './combine.ts'
import { compareLevels, compareReach, type Share } from './compare.ts'
import { groupsOf, reachReader } from './reach.ts'
import { account, allZones, anyPolicies, catalogue, OWN, policy, zone } from './testing.ts'

const reader = reachReader({ accountId: OWN, catalogue })
const read = (policies: WirePolicy[]) => groupsOf(reader(policies))
const union = (a: WirePolicy[], b: WirePolicy[]) => unionPolicies(read(a), read(b))
const difference = (a: WirePolicy[], b: WirePolicy[]) => differencePolicies(read(a), read(b))
const sure = (shares: Share[]) => shares.filter(({ isSure }) => isSure)
/** What `b` surely reaches and `a` does not. */
const beyond = (a: WirePolicyInput[], b: WirePolicyInput[]) => sure(compareLevels(read(a), read(b)).onlyB)
const shared = (a: WirePolicyInput[], b: WirePolicyInput[]) => sure(compareReach(read(a), read(b)).both)

const words = (policies: WirePolicyInput[]) =>
  policies.map(({ effect, permission_groups, resources }) => [
    effect,
    permission_groups.map(({ id }) => id.replace('id of ', '')),
    Object.keys(resources).length,
  ])

describe('the union', () => {
  test('keeps what a deny in one takes from the other alone', () => {
    const a = [policy(['DNS Write'], allZones), policy(['DNS Write'], zone('1'), 'deny')]
    expect(words(union(a, []))).toEqual([
      ['allow', ['DNS Write'], 1],
      ['deny', ['DNS Write'], 1],
    ])
    expect(words(union(a, [policy(['DNS Write'], zone('1'))]))).toEqual([['allow', ['DNS Write'], 1]])
  })

  test('puts groups with the same resources into one policy', () => {
    const made = union([policy(['DNS Read'], zone('1', '2'))], [policy(['DNS Write'], zone('2', '1'))])
    expect(words(made)).toEqual([['allow', ['DNS Read', 'DNS Write'], 2]])
  })

  test('leaves out unknown effects, grants that reach nothing and denies of nothing', () => {
    const odd = [policy(['DNS Read'], zone('1'), 'audit'), policy(['Bucket Item Read'], allZones)]
    expect(union(odd, [policy(['DNS Read'], zone('2'), 'deny')])).toEqual([])
  })

  test('reaches what either reaches, and nothing else', () => {
    fc.assert(
      fc.property(anyPolicies, anyPolicies, (a, b) => {
        const both = union(a, b)
        expect(beyond(both, a)).toEqual([])
        expect(beyond(both, b)).toEqual([])
        // Nothing is left once what each of them has is taken away.
        expect(beyond(b, difference(a, both))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the difference', () => {
  test('is what the second has beyond the first', () => {
    const made = difference(
      [policy(['DNS Write'], zone('1'))],
      [policy(['DNS Write'], zone('1', '2')), policy(['Workers Scripts Write'], account)],
    )
    expect(words(made)).toEqual([
      ['allow', ['DNS Write'], 1],
      ['allow', ['Workers Scripts Write'], 1],
    ])
    expect(made[0]?.resources).toEqual(zone('2'))
  })

  test('leaves out the Read of what the first may write', () => {
    const made = difference(
      [policy(['DNS Write'], zone('1'))],
      [policy(['DNS Read'], zone('1', '2')), policy(['Cache Purge'], zone('1'))],
    )
    expect(words(made)).toEqual([
      ['allow', ['DNS Read'], 1],
      ['allow', ['Cache Purge'], 1],
    ])
    expect(made[0]?.resources).toEqual(zone('2'))
  })

  test('of all zones and one of them denies that one', () => {
    const made = difference([policy(['DNS Write'], zone('1'))], [policy(['DNS Write'], allZones)])
    expect(words(made)).toEqual([
      ['allow', ['DNS Write'], 1],
      ['deny', ['DNS Write'], 1],
    ])
  })

  test('shares nothing with the first, and leaves nothing else out', () => {
    fc.assert(
      fc.property(anyPolicies, anyPolicies, (a, b) => {
        const rest = difference(a, b)
        expect(shared(a, rest)).toEqual([])
        expect(beyond(b, rest)).toEqual([])
        // What the second has besides, the first can do.
        expect(beyond(a, difference(rest, b))).toEqual([])
      }),
      { numRuns: 1000 },
    )
  })
})

test('a draft of two tokens has a name that the API takes', () => {
  expect(combinedName('ci', 'and', 'backup')).toBe('ci and backup')
  expect(combinedName('a'.repeat(120), 'without', 'b'.repeat(120)).length).toBeLessThanOrEqual(120)
})
