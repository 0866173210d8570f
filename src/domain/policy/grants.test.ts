import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffTokens, widens } from '#domain/token/diff.ts'
import { grantsDifference } from './grants.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'
import type { WirePolicyInput, WireResources } from './wire.ts'

const own = 'a'.repeat(32)
const foreign = 'b'.repeat(32)
const ACCOUNTS = [own, foreign]
const ZONES = ['1'.repeat(32), '2'.repeat(32)]
const GROUPS = ['8'.repeat(32), '9'.repeat(32)]
const accountKey = (id: string) => `com.cloudflare.api.account.${id}`
const zoneKey = (id: string) => `com.cloudflare.api.account.zone.${id}`
const bucketKey = (id: string) => `com.cloudflare.edge.r2.bucket.${id}_eu_logs`
const workerKey = `com.cloudflare.edge.worker.script.${'7'.repeat(32)}`

const policy = (resources: WireResources, groups: string[], effect = 'allow'): WirePolicyInput => ({
  effect,
  permission_groups: groups.map((id) => ({ id })),
  resources,
})

/**
 * Spells out by hand every effect, group, account and resource of the policies. An account has two zones, two buckets
 * and a Worker; one more of each stands for future ones.
 */
function cellsOf(policies: WirePolicyInput[], account: string): Set<string> {
  const cells = new Set<string>()
  for (const { effect, permission_groups, resources } of policies) {
    const things = Object.entries(resources).flatMap(([key, value]) => {
      const holder = key.slice('com.cloudflare.api.account.'.length)
      if (typeof value === 'object') return Object.keys(value).flatMap((inner) => nestedThings(holder, inner))
      if (key.startsWith(zoneKey(''))) return [`${account} ${key}`]
      return key.startsWith('com.cloudflare.edge.r2.bucket.')
        ? [`${key.slice(30, 62)} ${key}`]
        : [`the account ${holder}`]
    })
    for (const { id } of permission_groups) for (const thing of things) cells.add(`${effect} ${id} ${thing}`)
  }
  return cells
}

function nestedThings(account: string, key: string): string[] {
  if (key === zoneKey('*')) return [...ZONES.map(zoneKey), 'a later zone'].map((thing) => `${account} ${thing}`)
  if (key === 'com.cloudflare.edge.r2.bucket.*')
    return [bucketKey(account), 'a later bucket'].map((thing) => `${account} ${thing}`)
  return [`${account} ${key}`]
}

const anyAccount = fc.constantFrom(...ACCOUNTS)
const anyZone = fc.constantFrom(...ZONES)
const anyTarget: fc.Arbitrary<[string, string | Record<string, string>]> = fc.oneof(
  anyAccount.map((account): [string, string] => [accountKey(account), '*']),
  anyZone.map((zone): [string, string] => [zoneKey(zone), '*']),
  anyAccount.map((account): [string, string] => [bucketKey(account), '*']),
  fc
    .tuple(
      anyAccount,
      fc.subarray([zoneKey('*'), ...ZONES.map(zoneKey), 'com.cloudflare.edge.r2.bucket.*', workerKey], {
        minLength: 1,
      }),
    )
    .map(([account, inner]): [string, Record<string, string>] => [
      accountKey(account),
      Object.fromEntries(inner.map((key) => [key, '*'])),
    ]),
)
const anyPolicies = fc.array(
  fc
    .record({
      targets: fc.array(anyTarget, { minLength: 1, maxLength: 3 }),
      groups: fc.subarray(GROUPS, { minLength: 1 }),
      effect: fc.constantFrom('allow', 'allow', 'deny'),
    })
    .map(({ targets, groups, effect }) => policy(Object.fromEntries(targets), groups, effect)),
  { maxLength: 4 },
)

describe('what one list of policies says grantsDifference another', () => {
  test('is nothing exactly where every single thing it says is said there as well', () => {
    fc.assert(
      fc.property(anyPolicies, anyPolicies, (ours, theirs) => {
        const said = cellsOf(theirs, own)
        const isCovered = [...cellsOf(ours, own)].every((cell) => said.has(cell))
        expect(grantsDifference(ours, theirs, own).length === 0).toBe(isCovered)
      }),
      { numRuns: 2000 },
    )
  })

  test('is said by us, and with what they say makes all that we say', () => {
    fc.assert(
      fc.property(anyPolicies, anyPolicies, (ours, theirs) => {
        const more = cellsOf(grantsDifference(ours, theirs, own), own)
        const all = cellsOf(ours, own)
        for (const cell of more) expect(all.has(cell)).toBe(true)
        const both = new Set([...more, ...cellsOf(theirs, own)])
        for (const cell of all) expect(both.has(cell)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('without the account, nothing is lost, and a flat zone is held by itself alone', () => {
    fc.assert(
      fc.property(anyPolicies, anyPolicies, (ours, theirs) => {
        const known = cellsOf(theirs, 'an unknown account')
        const isCovered = [...cellsOf(ours, 'an unknown account')].every((cell) => known.has(cell))
        expect(grantsDifference(ours, theirs).length === 0).toBe(isCovered)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('the review', () => {
  const draft = (resources: WireResources): TokenDraft => ({
    name: 'n',
    status: 'active',
    policies: [policy(resources, GROUPS)],
    condition: { allowed: [], exceptions: [] },
    notBefore: null,
    expiresOn: null,
  })
  const flat = { [zoneKey(ZONES[0] ?? '')]: '*' }
  const nested = (account: string, key: string) => ({ [accountKey(account)]: { [key]: '*' } })

  test.each([
    ['from all zones of another account to one of this', nested(foreign, zoneKey('*')), flat, own, true],
    ['from all zones of this account to one of it', nested(own, zoneKey('*')), flat, own, false],
    [
      'from all zones of this account to one of another',
      nested(own, zoneKey('*')),
      nested(foreign, zoneKey(ZONES[0] ?? '')),
      own,
      true,
    ],
    [
      'from all zones of another account to one of it',
      nested(foreign, zoneKey('*')),
      nested(foreign, zoneKey(ZONES[0] ?? '')),
      own,
      false,
    ],
    ['from a zone to the same in its account', flat, nested(own, zoneKey(ZONES[0] ?? '')), own, false],
    ['from a zone to one of another account', flat, nested(foreign, zoneKey(ZONES[0] ?? '')), own, true],
    [
      'from all buckets of another account to one of this',
      nested(foreign, 'com.cloudflare.edge.r2.bucket.*'),
      { [bucketKey(own)]: '*' },
      own,
      true,
    ],
    ['from this Worker to that of another account', nested(own, workerKey), nested(foreign, workerKey), own, true],
    ['from all zones to one, of no known account', nested(own, zoneKey('*')), flat, undefined, true],
    ['and back', flat, nested(own, zoneKey('*')), undefined, true],
  ])('%s: wider or not', (_, before, after, account, isWider) => {
    expect(widens(diffTokens(draft(before), draft(after), 0, account))).toBe(isWider)
  })

  test('shows the account and its zones, though both have one key', () => {
    const before = { ...draft({}), policies: [] }
    const after = {
      ...before,
      policies: [policy({ [accountKey(own)]: '*' }, GROUPS), policy(nested(own, zoneKey('*')), GROUPS)],
    }
    const gained = diffTokens(before, after, 0, own).map((change) => change.kind === 'grant' && change.policy.resources)
    expect(gained).toEqual([{ [accountKey(own)]: '*' }, nested(own, zoneKey('*'))])
  })
})

const AMOUNT = 200
const ids = (first: string) => Array.from({ length: AMOUNT }, (_, index) => first + String(index).padStart(31, '0'))
const many = (first: string): WirePolicyInput =>
  policy(Object.fromEntries(ids('c').map((id) => [zoneKey(id), '*'])), ids(first))

// With a step for each grant of both sides it takes minutes.
test('800,000 grants are compared, changed or not', () => {
  const stored = Array.from({ length: 20 }, (_, index) => many(index < 10 ? 'd' : 'e'))
  const extra = policy({ [zoneKey(ZONES[0] ?? '')]: '*' }, ids('f'))
  expect(grantsDifference(stored, stored, own)).toEqual([])
  expect(grantsDifference([...stored, extra], stored, own)).toEqual([extra])
  expect(grantsDifference(stored, [extra], own)).toHaveLength(1)
})
