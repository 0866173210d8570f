import { expect, test } from 'vitest'
import { shippedMap } from '#domain/operations/shipped-map.ts'
import { ACCOUNT_SCOPE } from '#domain/resources/scope.ts'
import { ALIASES } from './aliases.ts'
import { buildSearchIndex, searchGroups } from './search.ts'

const { operations } = await shippedMap()
const NAMES = [...new Set(operations.flatMap(({ groups }) => groups))]
const GROUPS = NAMES.map((name) => ({
  id: name,
  name,
  scopes: [ACCOUNT_SCOPE],
  category: 'brand_new',
  description: null,
  isSelectable: true,
  deprecation: null,
}))
const index = buildSearchIndex(GROUPS, ALIASES)

/** The names that a search finds, the best first. */
const found = (query: string) =>
  [...searchGroups(index, query).ranks].toSorted(([, a], [, b]) => a - b).map(([name]) => name)

test.each([
  ['txt record', 'DNS Write', '/dns_records'],
  ['cname', 'DNS Write', '/dns_records'],
  ['secondary dns', 'DNS Write', '/secondary_dns/'],
  ['zone transfer', 'DNS Write', '/secondary_dns/'],
  ['durable objects', 'Workers Scripts Write', '/durable_objects/'],
  ['workers for platforms', 'Workers Scripts Write', '/dispatch/namespaces'],
  ['worker secrets', 'Workers Scripts Write', '/secrets'],
  ['custom domain', 'Workers Scripts Write', '/workers/domains'],
  ['tail logs', 'Workers Tail Read', '/tails'],
  ['origin ca', 'SSL and Certificates Write', '/certificates'],
  ['keyless', 'SSL and Certificates Write', '/keyless_certificates'],
  ['tunnel token', 'Cloudflare Tunnel Write', '/cfd_tunnel/{tunnel_id}/token'],
  ['split tunnel', 'Zero Trust Write', '/devices/policy/exclude'],
  ['gateway rules', 'Zero Trust Write', '/gateway/rules'],
  ['hsts', 'Zone Settings Write', '/settings/{setting_id}'],
  ['always online', 'Zone Settings Write', '/settings/{setting_id}'],
  ['argo', 'Zone Settings Write', '/argo/'],
  ['cache reserve', 'Zone Settings Write', '/cache/cache_reserve'],
  ['zone lockdown', 'Firewall Services Write', '/firewall/lockdowns'],
  ['ip access rule', 'Account Firewall Access Rules Write', '/firewall/access_rules/rules'],
  ['block country', 'Account Firewall Access Rules Write', '/firewall/access_rules/rules'],
  ['sippy', 'Workers R2 Storage Write', '/sippy'],
  ['turn', 'Calls Write', '/calls/turn_keys'],
  ['llm', 'Workers AI Write', '/ai/run/'],
  ['crawl', 'Browser Rendering Write', '/browser-rendering/crawl'],
  ['postgres', 'Hyperdrive Write', '/hyperdrive/configs'],
  ['message queue', 'Queues Write', '/queues'],
  ['invite user', 'Account Settings Write', '/members'],
  ['error pages', 'Custom Pages Write', '/custom_pages'],
])('%s finds %s, which allows calls of %s', (query, name, path) => {
  expect(found(query)).toContain(name)
  expect(operations.some((one) => one.path.includes(path) && one.groups.includes(name))).toBe(true)
})

test.each([
  ['create token', ['Account API Tokens Write', 'API Tokens Write']],
  ['create api tokens', ['Account API Tokens Write']],
  ['list zones', ['Zone Read']],
  ['delete zone', ['Zone Write']],
  ['add domain', ['Zone Write']],
  ['add dns records', ['DNS Write']],
  ['update a dns record', ['DNS Write']],
  ['view billing', ['Billing Read']],
  ['manage members', ['Account Settings Write']],
])('%s is read as what it needs', (query, names) => {
  for (const name of names) expect(found(query)).toContain(name)
  const level = names[0]?.endsWith('Read') ? /Read/ : /Write|Edit|Admin/
  for (const name of found(query)) expect(name).toMatch(level)
  expect(searchGroups(index, query).terms).not.toContain('a')
})
