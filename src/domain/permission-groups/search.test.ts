import { expect, test } from 'vitest'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, USER_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import { ALIASES } from './aliases.ts'
import { buildCatalogue, rankCatalogue } from './catalogue.ts'
import type { PermissionGroup } from './permission-group.ts'
import { buildSearchIndex, searchGroups } from './search.ts'

/** The groups of the real catalogue that resemble each other. */
const GROUPS: PermissionGroup[] = [
  group('7cf72faf220841aabcfdfab81c43c4f6', 'Billing Read', ACCOUNT_SCOPE, 'account_and_billing'),
  group('1', 'Account API Tokens Write', ACCOUNT_SCOPE, 'account_and_billing'),
  group('2', 'API Tokens Write', USER_SCOPE, 'account_and_billing'),
  group('3', 'Account Settings Read', ACCOUNT_SCOPE, 'account_and_billing'),
  group('4', 'User Details Read', USER_SCOPE, 'account_and_billing'),
  group('5', 'Logs Read', ACCOUNT_SCOPE, 'analytics_and_logs'),
  group('6', 'Logs Read', ZONE_SCOPE, 'analytics_and_logs'),
  group('7', 'Apps Write', ZONE_SCOPE, 'dns_and_zones'),
  group('8', 'Account DNS Settings Write', ACCOUNT_SCOPE, 'dns_and_zones'),
  group('9', 'Custom Errors Write', ZONE_SCOPE, 'dns_and_zones'),
  group('10', 'Custom Pages Write', ZONE_SCOPE, 'dns_and_zones'),
  group('11', 'DNS Read', ZONE_SCOPE, 'dns_and_zones'),
  group('12', 'DNS Write', ZONE_SCOPE, 'dns_and_zones'),
  group('13', 'SSL and Certificates Write', ZONE_SCOPE, 'dns_and_zones'),
  group('14', 'Zone DNS Settings Read', ZONE_SCOPE, 'dns_and_zones'),
  group('15', 'Zone DNS Settings Write', ZONE_SCOPE, 'dns_and_zones'),
  group('16', 'Zone Read', ZONE_SCOPE, 'dns_and_zones'),
  group('17', 'Zone Settings Read', ZONE_SCOPE, 'dns_and_zones'),
  group('18', 'DNS Firewall Write', ACCOUNT_SCOPE, 'network_services'),
  group('19', 'Individual Workers Editor', 'com.cloudflare.edge.worker.script', 'developer_platform'),
  group('20', 'Individual Workers Metadata Read-Only', 'com.cloudflare.edge.worker.script', 'developer_platform'),
  group('21', 'Pages Write', ACCOUNT_SCOPE, 'developer_platform'),
  group('22', 'Workers R2 Storage Bucket Item Write', BUCKET_SCOPE, 'developer_platform'),
  group('23', 'Workers R2 Storage Write', ACCOUNT_SCOPE, 'developer_platform'),
  group('30', 'Workers R2 Storage Bucket Item Read', BUCKET_SCOPE, 'developer_platform'),
  group('31', 'Workers R2 Storage Read', ACCOUNT_SCOPE, 'developer_platform'),
  group('24', 'Workers Scripts Write', ACCOUNT_SCOPE, 'developer_platform'),
  group('25', 'Workers Routes Write', ZONE_SCOPE, 'developer_platform'),
  group('26', 'Cache Purge', ZONE_SCOPE, 'cache_and_performance'),
  group('27', 'Zaraz Edit', ZONE_SCOPE, 'cache_and_performance'),
  group('28', 'Cloudflare Tunnel Write', ACCOUNT_SCOPE, 'cloudflare_one_and_zero_trust'),
  group('d8e12db741544d1586ec1d6f5d3c7786', 'Dynamic URL Redirects Read', ZONE_SCOPE, 'rules_and_configuration'),
  group('32', 'Load Balancers Write', ZONE_SCOPE, 'network_services'),
  group('33', 'Load Balancing: Monitors and Pools Write', ACCOUNT_SCOPE, 'network_services'),
  group('34', 'Turnstile Sites Write', ACCOUNT_SCOPE, 'app_security'),
  group('29', 'Foo Read', 'com.cloudflare.api.account.flagship.app', 'brand_new'),
]

function group(id: string, name: string, scope: string, category: string): PermissionGroup {
  const description = name === 'Custom Pages Write' ? 'Changes what the billing of pages says' : `Access to ${name}`
  return { id, name, scopes: [scope], category, description, isSelectable: true, deprecation: null }
}

const index = buildSearchIndex(GROUPS, ALIASES)
/** The matches, best first, with the last word of their scope. */
const found = (query: string) => {
  const { ids, ranks } = searchGroups(index, query)
  return buildOrder(ranks)
    .filter(({ id }) => ids.has(id))
    .map(({ name, scopes }) => `${name} · ${scopes[0]?.split('.').at(-1)}`)
}
const buildOrder = (ranks: ReadonlyMap<string, number>) =>
  rankCatalogue(buildCatalogue(GROUPS), ranks).flatMap(({ products }) =>
    products.flatMap(({ groups }) => groups.map((one) => one.group)),
  )

test.each([
  'DNS:Edit',
  'Zone:DNS:Edit',
  'zone:dns:edit',
  'Zone - DNS - Edit',
  'Zone – DNS – Edit',
  'Zone > DNS > Edit',
  'Zone → DNS → Edit',
  'Zone » DNS » Edit',
  'Zone.DNS.Edit',
  'Zone / DNS / Write',
  'Zone | DNS | Write',
  'zone dns edit',
  'edit dns zone',
  'DNS (Edit)',
  'DNS [Edit]',
  'DNS=Edit',
  '"DNS:Edit"',
  '“Zone”, “DNS”, “Edit”',
  '`Zone:DNS:Edit`',
  "'DNS Write'",
  'dns edit',
  'dns wri',
  'dns_records:edit',
  '#dns_records:edit',
  'com.cloudflare.api.account.zone.dns:edit',
  'com.cloudflare.api.account.zone:DNS:Edit',
  'data.cloudflare_api_token_permission_groups.all.zone["DNS Write"]',
  'All zones - DNS:Edit',
  'DNS Edit permissions',
  'ＤＮＳ　Ｅｄｉｔ',
])('%s finds DNS Write first', (query) => {
  expect(found(query)[0]).toBe('DNS Write · zone')
})

test.each([
  ['Zone.DNS', 'DNS Read · zone'],
  ['#dns_records:read', 'DNS Read · zone'],
  ['DNS:Read-Only', 'DNS Read · zone'],
  ['dns read only', 'DNS Read · zone'],
  ['Workers Scripts:Edit', 'Workers Scripts Write · account'],
  ['Account > Workers Scripts > Edit', 'Workers Scripts Write · account'],
  ['Cloudflare Pages: Edit', 'Pages Write · account'],
  ['Account:Cloudflare Tunnel:Edit', 'Cloudflare Tunnel Write · account'],
  ['tunnel', 'Cloudflare Tunnel Write · account'],
  ['Zone:Zone:Read', 'Zone Read · zone'],
  ['zone read', 'Zone Read · zone'],
  ['zone.zone', 'Zone Read · zone'],
  ['Zone:Zone Settings:Read', 'Zone Settings Read · zone'],
  ['zone_settings:read', 'Zone Settings Read · zone'],
  ['Account:Account Settings:Read', 'Account Settings Read · account'],
  ['Account:Logs:Read', 'Logs Read · account'],
  ['Zone:Logs:Read', 'Logs Read · zone'],
  ['User:API Tokens:Edit', 'API Tokens Write · user'],
  ['Zone:Cache Purge:Purge', 'Cache Purge · zone'],
  ['zaraz write', 'Zaraz Edit · zone'],
  ['SSL & Certificates: Edit', 'SSL and Certificates Write · zone'],
  ['bucket write', 'Workers R2 Storage Bucket Item Write · bucket'],
  ['Worker: Editor', 'Individual Workers Editor · script'],
  ['worker script metadata', 'Individual Workers Metadata Read-Only · script'],
  ['flagship app', 'Foo Read · app'],
  ['single redirect', 'Dynamic URL Redirects Read · zone'],
  ['cron trigger edit', 'Workers Scripts Write · account'],
  ['S3', 'Workers R2 Storage Bucket Item Read · bucket'],
  ['captcha', 'Turnstile Sites Write · account'],
  ['billing', 'Billing Read · account'],
])('%s finds %s first', (query, best) => {
  expect(found(query)[0]).toBe(best)
})

test.each([
  ['Object Read', ['Bucket Item Read · bucket']],
  ['R2 Object Read only', ['Bucket Item Read · bucket']],
  ['R2:Object Read', ['Bucket Item Read · bucket']],
  ['r2 object write', ['Bucket Item Write · bucket']],
  ['r2 objects edit', ['Bucket Item Write · bucket']],
  ['Object Read & Write', ['Bucket Item Read · bucket', 'Bucket Item Write · bucket']],
  ['R2 Object Read & Write', ['Bucket Item Read · bucket', 'Bucket Item Write · bucket']],
  ['R2 admin', ['Read · account', 'Write · account']],
  ['R2 Admin Read only', ['Read · account']],
  ['Admin Read & Write', ['Read · account', 'Write · account']],
])('the R2 preset %s finds its permission groups', (query, groups) => {
  expect(found(query)).toEqual(groups.map((one) => `Workers R2 Storage ${one}`))
})

test('Load Balancing has permissions for zones, too', () => {
  expect(found('Load Balancing: Edit').toSorted()).toEqual([
    'Load Balancers Write · zone',
    'Load Balancing: Monitors and Pools Write · account',
  ])
})

test('a name in full comes before its beginning, words in it, and a category', () => {
  expect(found('dns edit')).toEqual([
    'DNS Write · zone',
    'Account DNS Settings Write · account',
    'Zone DNS Settings Write · zone',
    'Apps Write · zone',
    'Custom Errors Write · zone',
    'Custom Pages Write · zone',
    'SSL and Certificates Write · zone',
    // The best category comes first, with all its matches.
    'DNS Firewall Write · account',
  ])
})

test('of two categories with as good a product the one with more of them comes first', () => {
  const more = [
    group('40', 'Workers AI Write', ACCOUNT_SCOPE, 'ai_and_machine_learning'),
    ...GROUPS.filter(({ name }) => name.startsWith('Workers ')),
  ]
  const { ranks } = searchGroups(buildSearchIndex(more), 'workers')
  expect(rankCatalogue(buildCatalogue(more), ranks).map(({ id }) => id)).toEqual([
    'developer_platform',
    'ai_and_machine_learning',
  ])
})

test('a scope’s word leaves out what is of another scope', () => {
  expect(found('Account:Logs')).not.toContain('Logs Read · zone')
  expect(found('Zone:Logs')).not.toContain('Logs Read · account')
  expect(found('Account:DNS:Edit')).not.toContain('DNS Write · zone')
  expect(new Set(found('com.cloudflare.api.account.zone').map((one) => one.split(' · ')[1]))).toEqual(new Set(['zone']))
})

test.each([
  ['dns and zones account', ['Account DNS Settings Write · account']],
  ['DNS and zones Account DNS Settings Write', ['Account DNS Settings Write · account']],
  ['Account DNS Settings Write, DNS and zones', ['Account DNS Settings Write · account']],
  ['account and billing user details', ['User Details Read · user']],
  ['Account and billing API Tokens Write', ['API Tokens Write · user', 'Account API Tokens Write · account']],
])('%s finds groups of the category', (query, groups) => {
  expect(found(query)).toEqual(groups)
})

test('several permissions in one text are all found, and marks alone find nothing', () => {
  expect(found('Zone:DNS:Edit, Zone:Zone:Read').slice(0, 2)).toEqual(['DNS Write · zone', 'Zone Read · zone'])
  // With the same level, a single group also has all the words.
  const named = ['DNS Read · zone', 'DNS Write · zone', 'Zone Read · zone']
  expect(found('Zone.Zone, Zone.DNS').slice(0, 3).toSorted()).toEqual(named)
  expect(found('Zone:DNS:Read + Zone:Zone:Read').slice(0, 2)).toEqual(['DNS Read · zone', 'Zone Read · zone'])
  expect(found('Zone:Zone:Read')).not.toContain('DNS Read · zone')
  expect(found('???')).toEqual([])
  expect(found(' ')).toHaveLength(GROUPS.length)
})

test.each([
  'DNS Read & Write',
  'DNS Read + Write',
  'DNS read, write',
  'DNS: Read, Edit',
  'DNS (Read, Edit)',
  'Read & Write DNS',
  'DNS; Read; Write',
  'DNS Read/Write',
  'DNS Read and Write',
  'DNS Read or Edit',
  'read/write dns',
  'Zone:DNS:Read,Write',
  'Zone | DNS | Read | Write',
])('%s finds the product with either level, and nothing else', (query) => {
  expect(found(query).slice(0, 2).toSorted()).toEqual(['DNS Read · zone', 'DNS Write · zone'])
  const each = new Set([...found('DNS Read'), ...found('DNS Write')])
  expect(found(query).filter((one) => !each.has(one))).toEqual([])
})

test('a level alone belongs to the permission before it, in a list of several', () => {
  expect(found('Zone:DNS:Read, Edit, Zone:Zone:Read').slice(0, 3).toSorted()).toEqual([
    'DNS Read · zone',
    'DNS Write · zone',
    'Zone Read · zone',
  ])
  expect(found('Workers Scripts Read & Write')[0]).toBe('Workers Scripts Write · account')
  expect(found('Cache Purge, Read')).toEqual(['Cache Purge · zone'])
})

test('without a search the catalogue keeps its order', () => {
  const catalogue = buildCatalogue(GROUPS)
  expect(rankCatalogue(catalogue, new Map())).toBe(catalogue)
})

test.each(['read write', 'purge read', 'Read & Write'])('%s names no product, and finds nothing', (query) => {
  expect(found(query)).toEqual([])
})
