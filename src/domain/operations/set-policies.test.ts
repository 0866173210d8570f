import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { reachReader } from '#domain/reach/reach.ts'
import { allZones, anyPolicies, catalogue, OWN, policy, zone } from '#domain/reach/testing.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { BUCKET_SCOPE, USER_SCOPE, WORKER_SCOPE } from '#domain/resources/scope.ts'
import { addedTo } from './added-to.ts'
import { canCall } from './can-call.ts'
import type { Need } from './need.ts'
import { setPolicies } from './set-policies.ts'
import { smallestSet } from './smallest-set.ts'
import { group, needing, onAccount, onZone, ZONE_1, ZONE_2 } from './testing.ts'

const read = reachReader({ accountId: OWN, catalogue })
const reachOf = (policies: WirePolicy[]): TokenReach => ({
  token: testToken('x', { policies }),
  ...read(policies),
  isCut: false,
})

const inShort = (needs: Need[]) =>
  setPolicies(smallestSet(needs).grants).map(({ resources, permissionGroups }) => [
    resources,
    permissionGroups.map(({ name }) => name).join(', '),
  ])

describe('policies for a new token', () => {
  test('one for the account, and one for each set of zones', () => {
    const needs = [
      needing([onZone('DNS Write')]),
      needing([onZone('Cache Purge')]),
      needing([onZone('Zone Read', ZONE_1)]),
      needing([onZone('Zone Read', ZONE_2)]),
      needing([onAccount('Workers Scripts Write', OWN)]),
      needing([onAccount('Account Settings Read')]),
    ]
    expect(inShort(needs)).toEqual([
      [{ family: 'account' }, 'Workers Scripts Write, Account Settings Read'],
      [{ family: 'zones', ids: [ZONE_1] }, 'DNS Write, Cache Purge'],
      [{ family: 'zones', ids: [ZONE_1, ZONE_2] }, 'Zone Read'],
    ])
  })

  test('resources that no request names by ID are left to the user', () => {
    const on = (name: string, scope: string, id: string | null) =>
      needing([{ group: group(name, scope), on: { scope, id } }])
    expect(inShort([needing([onZone('DNS Write', null)])])).toEqual([[{ family: 'zones', ids: [] }, 'DNS Write']])
    expect(inShort([on('Item Read', BUCKET_SCOPE, 'logs'), on('Editor', WORKER_SCOPE, 'edge-router')])).toEqual([
      [{ family: 'buckets', ids: [] }, 'Item Read'],
      [{ family: 'workers', ids: [] }, 'Editor'],
    ])
    expect(inShort([on('Item Read', BUCKET_SCOPE, 'eu/logs')])).toEqual([
      [{ family: 'buckets', ids: ['eu/logs'] }, 'Item Read'],
    ])
  })

  test('a kind of resources that only the catalogue knows has a family of its own, and user groups have none', () => {
    const scope = 'com.cloudflare.flagship.app'
    const needs = [scope, USER_SCOPE].map((one) =>
      needing([{ group: group('X Read', one), on: { scope: one, id: 'a1' } }]),
    )
    expect(inShort(needs)).toEqual([[{ family: scope, ids: ['a1'] }, 'X Read']])
  })
})

describe('what is added to a token', () => {
  const dnsWrite = needing([onZone('DNS Write')])
  const dnsRead = needing([onZone('DNS Read'), onZone('DNS Write')])
  const names = (needs: Need[], policies: WirePolicy[]) =>
    addedTo(reachOf(policies), needs, OWN).grants.map((grant) => grant.group.name)

  test('nothing that it has, also as a Write where Read would do', () => {
    expect(names([dnsRead], [policy(['DNS Write'], allZones)])).toEqual([])
    expect(names([dnsWrite, dnsRead], [policy(['DNS Read'], zone('1'))])).toEqual(['DNS Write'])
    expect(addedTo(reachOf([policy(['DNS Write'], zone('1'))]), [dnsWrite], OWN)).toMatchObject({
      held: [0],
      toChoose: [],
    })
  })

  test('a policy on the same resources takes it, else there is a new one', () => {
    const reads = policy(['DNS Read'], zone('1'))
    const added = (policies: WirePolicy[]) => addedTo(reachOf(policies), [dnsWrite], OWN).draft.policies
    const ids = (...all: string[]) => all.map((name) => ({ id: `id of ${name}` }))
    expect(added([reads])).toEqual([{ ...reads, permission_groups: ids('DNS Read', 'DNS Write') }])
    const other = policy(['DNS Read'], zone('1', '2'))
    expect(added([other])).toEqual([
      { ...other, permission_groups: ids('DNS Read') },
      { effect: 'allow', permission_groups: ids('DNS Write'), resources: zone('1') },
    ])
    expect(added([{ ...reads, odd: 1 } as WirePolicy])).toHaveLength(2)
    expect(added([{ ...reads, effect: 'deny' }])).toHaveLength(2)
  })

  test('what it denies itself is told, and another permission is taken where one will do', () => {
    const denies = policy(['DNS Read', 'DNS Write'], zone('1'), 'deny')
    expect(addedTo(reachOf([denies]), [dnsRead], OWN)).toMatchObject({ grants: [], denied: [0] })
    expect(names([dnsRead], [policy(['DNS Read'], allZones, 'deny')])).toEqual(['DNS Write'])
  })

  test('a permission on a zone that no request names is left to the user', () => {
    const { draft, toChoose } = addedTo(reachOf([]), [needing([onZone('DNS Write', null)])], OWN)
    expect(draft.policies).toEqual([])
    expect(toChoose).toMatchObject([{ resources: { family: 'zones', ids: [] } }])
  })

  test('then it can make every request that is not denied and names its resources', () => {
    const option = fc.oneof(
      fc
        .tuple(fc.constantFrom('DNS Read', 'DNS Write', 'Cache Purge'), fc.constantFrom(ZONE_1, ZONE_2))
        .map(([name, id]) => onZone(name, id)),
      fc.constant(onAccount('Workers Scripts Write')),
    )
    const needs = fc.array(
      fc.array(option, { minLength: 1, maxLength: 3 }).map((options) => needing(options)),
      { maxLength: 5 },
    )
    fc.assert(
      fc.property(anyPolicies, needs, (policies, needs) => {
        const { draft, denied, toChoose } = addedTo(reachOf(policies), needs, OWN)
        // What the editor sends is in the documented form here, because all that was stored is.
        const after = reachOf(draft.policies as WirePolicy[])
        expect(toChoose).toEqual([])
        for (const [index, need] of needs.entries())
          expect(canCall(after, need, { accountId: OWN, moment: null }).can === 'yes').toBe(!denied.includes(index))
      }),
      { numRuns: 300 },
    )
  })
})
