import { expect, test } from 'vitest'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, USER_SCOPE, WORKER_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import { ALIASES } from './aliases.ts'
import { buildCatalogue, categoryLabel, hasAccountTokenSupport } from './catalogue.ts'
import { parseGroupName } from './group-name.ts'
import type { PermissionGroup } from './permission-group.ts'
import { familyForScope, groupFits, scopeLabel } from './scope-fit.ts'
import { buildSearchIndex, markMatches, searchGroups } from './search.ts'

const group = (
  id: string,
  name: string,
  scope = ACCOUNT_SCOPE,
  category: string | null = 'other',
): PermissionGroup => ({
  id: id.padEnd(32, '0'),
  name,
  scopes: [scope],
  category,
  description: `What ${name} is for`,
  isSelectable: true,
  deprecation: null,
})

test.each([
  ['DNS Write', 'DNS', 'Write'],
  ['Access: SCIM logs read', 'Access: SCIM logs', 'Read'],
  ['IP Prefixes: Read', 'IP Prefixes', 'Read'],
  ['Cloud Email Security: Write', 'Cloud Email Security', 'Write'],
  ['Cache Purge', 'Cache', 'Purge'],
  ['AI Gateway Run', 'AI Gateway', 'Run'],
  ['Realtime Admin', 'Realtime', 'Admin'],
  ['Realtime', 'Realtime', ''],
  ['SCIM Provisioning', 'SCIM Provisioning', ''],
  ['Zero Trust Report', 'Zero Trust', 'Report'],
  ['Auto Rag Write Run Engine', 'Auto Rag', 'Write Run Engine'],
  ['Magic Firewall Packet Captures - Read PCAPs API', 'Magic Firewall Packet Captures - PCAPs API', 'Read'],
])('%s is the product %s with the level %j', (name, product, level) => {
  expect(parseGroupName(name)).toEqual({ product, level })
})

test('a product has one row a scope, with its levels in order', () => {
  const [category] = buildCatalogue([
    group('1', 'Logs Write'),
    group('2', 'Logs Read'),
    group('3', 'Logs Read', ZONE_SCOPE),
  ])
  expect(category?.products.map(({ name, scope, groups }) => [name, scope, groups.map(({ level }) => level)])).toEqual([
    ['Logs', ACCOUNT_SCOPE, ['Read', 'Write']],
    ['Logs', ZONE_SCOPE, ['Read']],
  ])
})

test('categories are named; absent and unknown ones are not lost', () => {
  expect(categoryLabel('dns_and_zones')).toBe('DNS and zones')
  expect(categoryLabel(null)).toBe('Other')
  expect(categoryLabel('brand_new')).toBe('brand_new')
})

const groups = [
  group('aa11', 'Workers Scripts Write', ACCOUNT_SCOPE, 'developer_platform'),
  group('bb22', 'Workers Scripts Read', ACCOUNT_SCOPE, 'developer_platform'),
  group('cc33', 'Cafés Read', ZONE_SCOPE, 'dns_and_zones'),
]
const index = buildSearchIndex(groups, [{ id: groups[2]?.id ?? '', label: 'Coffee Shops' }])
const find = (query: string) =>
  groups.filter(({ id }) => searchGroups(index, query).ids.has(id)).map(({ name }) => name)

test.each([
  ['', 3],
  ['scripts WORKERS', 2],
  ['edit workers', 1],
  ['developer platform', 2],
  ['cafes', 1],
  ['coffee', 1],
  ['bb22', 1],
  ['nothing like it', 0],
])('the search %j finds %i', (query, count) => {
  expect(find(query)).toHaveLength(count)
})

test('every alias leads to its group by name', () => {
  const aliased = buildSearchIndex(
    ALIASES.map(({ id }) => group(id, 'Some group')),
    ALIASES,
  )
  for (const { id, label } of ALIASES) expect(searchGroups(aliased, label).ids.has(id)).toBe(true)
})

test('marks are where the words are, and the text stays whole', () => {
  const marked = markMatches('Workers Scripts', ['work', 'cript'])
  expect(marked.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['Work', 'cript'])
  expect(marked.map(({ text }) => text).join('')).toBe('Workers Scripts')
})

test('a group fits the resources of its own scope, and any unknown ones', () => {
  const zoneGroup = { scopes: [ZONE_SCOPE] }
  expect(groupFits(zoneGroup, 'zones')).toBe(true)
  expect(groupFits(zoneGroup, 'all-zones')).toBe(true)
  expect(groupFits(zoneGroup, 'account')).toBe(false)
  expect(groupFits(zoneGroup, 'other')).toBe(true)
  expect(groupFits({ scopes: [BUCKET_SCOPE] }, 'buckets')).toBe(true)
  expect(familyForScope(BUCKET_SCOPE)).toBe('buckets')
  expect(groupFits({ scopes: [WORKER_SCOPE] }, 'account')).toBe(false)
})

test.each([
  [ACCOUNT_SCOPE, 'account', 'Account'],
  [ZONE_SCOPE, 'zones', 'Zone'],
  [BUCKET_SCOPE, 'buckets', 'R2 bucket'],
  [WORKER_SCOPE, 'workers', 'Worker'],
  [USER_SCOPE, null, 'User'],
  ['com.cloudflare.flagship.app', 'com.cloudflare.flagship.app', 'Flagship app'],
  ['com.cloudflare.api.account.ai_gateway', 'com.cloudflare.api.account.ai_gateway', 'Ai gateway'],
  ['com.example', 'com.example', 'Example'],
  ['', null, ''],
])('groups of the scope %s stand on the family %s and are told as %s', (scope, family, label) => {
  expect(familyForScope(scope)).toBe(family)
  expect(scopeLabel(scope)).toBe(label)
  const found = familyForScope(scope)
  if (found) expect(groupFits({ scopes: [scope] }, found)).toBe(true)
})

test('products without account-token support are known', () => {
  expect(hasAccountTokenSupport({ name: 'Page Rules Write' })).toBe(false)
  expect(hasAccountTokenSupport({ name: 'DNS Write' })).toBe(true)
})
