import { expect, test } from 'vitest'
import { shippedMap } from '#domain/operations/shipped-map.ts'
import { sdkPages } from './sdk-calls.ts'
import { read } from './testing.ts'

test.each([
  ['JavaScript', "const record = await client.dns.records.create({ zone_id: 'x' })", 'dns.records.create'],
  [
    'JavaScript with words in one',
    'cloudflare.zeroTrust.access.applications.list({',
    'zero_trust.access.applications.list',
  ],
  ['a list that is walked', 'for await (const zone of client.zones.list()) {', 'zones.list'],
  ['an answer as it came', 'await client.zones.get({ zone_id }).asResponse()', 'zones.get'],
  ['a client of a class', 'return this.client.kv.namespaces.values.update(', 'kv.namespaces.values.update'],
  ['Python', 'page = client.dns.records.list(zone_id="x")', 'dns.records.list'],
  ['Python with its answer', 'client.zones.with_raw_response.edit(zone_id="x")', 'zones.edit'],
  ['Python of a class', 'self.cf.zero_trust.tunnels.cloudflared.delete(', 'zero_trust.tunnels.cloudflared.delete'],
  ['Go', 'record, err := client.DNS.Records.New(ctx, dns.RecordNewParams{', 'dns.records.create'],
  [
    'Go with pages',
    'iter := client.ZeroTrust.Access.Applications.ListAutoPaging(ctx, p)',
    'zero_trust.access.applications.list',
  ],
  ['Go with capitals before a word', 'client.DNSFirewall.Get(ctx, "x", p)', 'dns_firewall.get'],
  ['Go, without its arguments', 'client.DNS.Records.New', 'dns.records.create'],
  ['any of them, without its arguments', '  `client.dns.records.create`', 'dns.records.create'],
])('reads a call of the SDK for %s', (_, text, page) => {
  expect(read(text)).toEqual([`1 operation ${page}`])
})

test('reads each call of a program', () => {
  expect(
    read('zones = client.zones.list()\nclient.cache.purge(zone_id=1)\nx(client.ips.list(), cf.dns.records.edit(1))'),
  ).toEqual([
    '1 operation zones.list',
    '2 operation cache.purge',
    '3 operation ips.list',
    '3 operation dns.records.edit',
  ])
})

test.each([
  'client.get("x")',
  'httpClient.users.list()',
  'at Client.request.send (node:http)',
  'clients.dns.records.create()',
  'It has client.dns.records',
  'client.dns',
  'cf.example.com',
  'client.dns.records (node:http)',
])('%s is no call of an operation', (text) => {
  expect(read(text)).toEqual([])
})

test('every page of the API reference is read from a call in JavaScript and Python', async () => {
  const { operations } = await shippedMap()
  const pages = operations.flatMap((operation) => operation.pages)
  const camel = (text: string) => text.replaceAll(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase())
  const missed = pages.filter((page) => sdkPages(`client.${page}(`)[0]?.page !== page)
  expect(missed).toEqual([])
  expect(pages.filter((page) => sdkPages(`client.${camel(page)}(`)[0]?.page !== page)).toEqual([])
})
