import { expect, test } from 'vitest'
import { shippedMap } from '#domain/operations/shipped-map.ts'
import { foundNames, namesIndex } from '#domain/operations/testing-search.ts'
import { searchGroups } from './search.ts'

const { operations } = await shippedMap()

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
  expect(foundNames(query)).toContain(name)
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
  for (const name of names) expect(foundNames(query)).toContain(name)
  const level = names[0]?.endsWith('Read') ? /Read/ : /Write|Edit|Admin/
  for (const name of foundNames(query)) expect(name).toMatch(level)
  expect(searchGroups(namesIndex, query).terms).not.toContain('a')
})
