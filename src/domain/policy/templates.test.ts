import { describe, expect, test } from 'vitest'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import { misfits } from '#domain/permission-groups/scope-fit.ts'
import { countGrants } from '#domain/reach/count-grants.ts'
import { toApi } from './editor-policy.ts'
import { TEMPLATES, templatePolicies } from './templates.ts'

const [account, zone, bucket] = [ACCOUNT_SCOPE, ZONE_SCOPE, BUCKET_SCOPE]
/** As in the real catalogue. The end-to-end tests check that this still holds. */
const catalogue = (
  [
    ['4755a26eedb94da69e1066d98aa820be', 'DNS Write', zone],
    ['e086da7e2179491d91ee5f35b3ca210a', 'Workers Scripts Write', account],
    ['f7f0eda5697f475c90846e879bab8666', 'Workers KV Storage Write', account],
    ['05880cd1bdc24d8bae0be2136972816b', 'Workers Tail Read', account],
    ['bf7481a1826f439697cb59a20b22293e', 'Workers R2 Storage Write', account],
    ['c1fde68c7bcc44588cbb6ddbc16d6480', 'Account Settings Read', account],
    ['28f4b596e7d643029c524985477ae49a', 'Workers Routes Write', zone],
    ['9c88f9c5bce24ce7af9a958ba9c504db', 'Analytics Read', zone],
    ['c4a30cd58c5d42619c86a3c36c441e2d', 'Logs Read', zone],
    ['d2a1802cc9a34e30852f8b33869b2f3c', 'Load Balancing: Monitors and Pools Write', account],
    ['6d7f2f5f5b1d4a0e9081fdc98d432fd1', 'Load Balancers Write', zone],
    ['c8fed203ed3043cba015a93ad1616f1f', 'Zone Read', zone],
    ['3030687196b94b638145a3953da2b699', 'Zone Settings Write', zone],
    ['82e64a83756745bbbb1c9c2701bf816b', 'DNS Read', zone],
    ['e17beae8b8cb423a99b1730f21238bed', 'Cache Purge', zone],
    ['7cf72faf220841aabcfdfab81c43c4f6', 'Billing Read', account],
    ['5bc3f8b21c554832afc660159ab75fa4', 'Account API Tokens Write', account],
    ['2efd5506f9c8494dacb1fa10a3e7d5b6', 'Workers R2 Storage Bucket Item Write', bucket],
    ['6a018a9f2fc74eb6b293b0c548f38b39', 'Workers R2 Storage Bucket Item Read', bucket],
    ['b4992e1108244f5d8bfbd5744320c2e1', 'Workers R2 Storage Read', account],
  ] as const
).map(([id, name, scope]): PermissionGroup => ({
  id,
  name,
  scopes: [scope],
  category: null,
  description: null,
  isSelectable: true,
  deprecation: null,
}))
const accountId = '023e105f4ecef8ad9ca31a8372d0c353'

describe.each(TEMPLATES.map((template) => [template.id, template] as const))('the template %s', (_, template) => {
  const policies = templatePolicies(template, catalogue)

  test('names only groups of the catalogue, each on resources of its scope', () => {
    for (const { permissionGroups, resources } of policies) {
      expect(permissionGroups.length).toBeGreaterThan(0)
      expect(permissionGroups.filter(({ name }) => name === null)).toEqual([])
      expect(misfits(permissionGroups, resources.family, catalogue)).toEqual([])
    }
  })
})

test('reading everything changes nothing', () => {
  const template = TEMPLATES.find(({ id }) => id === 'read-all')
  const policies = template ? templatePolicies(template, catalogue).map((policy) => toApi(policy, accountId)) : []
  const counted = countGrants({ policies }, catalogue, accountId)
  expect(counted.reading).toBe(catalogue.filter(({ name }) => name.endsWith('Read')).length - 1)
  expect(counted.changing).toBe(0)
})

const allZones = { [`com.cloudflare.api.account.${accountId}`]: { 'com.cloudflare.api.account.zone.*': '*' } }
test('an unknown level is told apart', () => {
  const group = (id: string, name: string): PermissionGroup => ({
    id,
    name,
    scopes: [zone],
    category: null,
    description: null,
    isSelectable: true,
    deprecation: null,
  })
  const levels = [
    group('1', 'Storage Metadata Read-Only'),
    group('2', 'Storage Editor'),
    group('3', 'Storage Transmogrify'),
  ]
  const policy = (ids: string[]) => [
    { effect: 'allow', permission_groups: ids.map((id) => ({ id })), resources: allZones },
  ]
  const counted = countGrants({ policies: policy(['1', '2', '3', 'not in the catalogue']) }, levels, accountId)
  expect(counted).toEqual({ reading: 1, changing: 1, unknown: 2, denied: 0 })
  const perhaps = policy(['1']).map((one) => ({ ...one, effect: 'perhaps' }))
  expect(countGrants({ policies: perhaps }, levels, accountId)).toEqual({
    reading: 0,
    changing: 0,
    unknown: 1,
    denied: 0,
  })
  const taken = [...policy(['1', '2']), ...policy(['2']).map((one) => ({ ...one, effect: 'deny' }))]
  expect(countGrants({ policies: taken }, levels, accountId)).toEqual({
    reading: 1,
    changing: 0,
    unknown: 0,
    denied: 1,
  })
})
