import { expect, test } from 'vitest'
import { shippedMap } from '#domain/operations/shipped-map.ts'
import { sdkReader } from './sdk-calls.ts'
import { readPasted } from './read-pasted.ts'
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

test.each([
  ['TypeScript', 'const records = await client\n  .dns\n  .records\n  .list({ zone_id })', 'dns.records.list'],
  ['TypeScript with the beginning on one line', 'await cf.dns.records\n  .create({', 'dns.records.create'],
  ['TypeScript with marks', 'await this.client!\n  ?.dns\n  ?.records\n  .get(', 'dns.records.get'],
  ['TypeScript with comments', 'client // mine\n  .zones // all\n\n  .list()', 'zones.list'],
  ['Python in brackets', '# cloudflare\npage = (\n    client\n    .zones\n    .list()\n)', 'zones.list'],
  ['Python with line ends', 'page = client.dns \\\n    .records \\\n    .list(zone_id="x")', 'dns.records.list'],
  ['Python with arguments below', 'page = client.dns.records.list(\n    zone_id="x",\n)', 'dns.records.list'],
  ['Go', 'record, err := client.DNS.\n\tRecords.\n\tNew(ctx, p)', 'dns.records.create'],
  ['another name in TypeScript', 'const api = new Cloudflare({})\nawait api.zones\n  .get({', 'zones.get'],
  ['another name in Python', 'api: Cloudflare = AsyncCloudflare()\nawait api.zones.get(', 'zones.get'],
  ['another name in Go', 'c := cloudflare.NewClient()\nc.Zones.Get(ctx, p)', 'zones.get'],
  ['a longer name', 'await cloudflareClient\n  .zones\n  .get({', 'zones.get'],
])('reads a call over several lines, or by another client: %s', (_, text, page) => {
  expect(read(text).map((one) => one.replace(/^\d+ /, ''))).toEqual([`operation ${page}`])
})

test('a client that is Cloudflare’s by its text is no guess', () => {
  const [named] = readPasted('import Cloudflare from "cloudflare"\nclient.no.such.page()').items
  expect(named).toMatchObject({ page: 'no.such.page' })
  expect(named).not.toHaveProperty('isGuess')
  expect(readPasted('client\n  .no\n  .such()').items).toMatchObject([{ isGuess: true }])
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
  'the client\n.gitignore (x)',
  'client\n\nThen zones.list()',
])('%s is no call of an operation', (text) => {
  expect(read(text)).toEqual([])
})

test('every page of the API reference is read from a call in JavaScript and Python', async () => {
  const { operations } = await shippedMap()
  const pages = operations.flatMap((operation) => operation.pages)
  const camel = (text: string) => text.replaceAll(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase())
  const missed = (written: (page: string) => string[]) =>
    pages.filter((page) => sdkReader('')(written(page), 0)[0]?.page !== page)
  expect(missed((page) => [`client.${page}(`])).toEqual([])
  expect(missed((page) => [`client.${camel(page)}(`])).toEqual([])
  expect(missed((page) => `x = await client.${page}(`.replaceAll('.', '\n  .').split('\n'))).toEqual([])
  expect(missed((page) => `x := client.${page}(`.replaceAll('.', '.\n  ').split('\n'))).toEqual([])
})
