import { expect, test } from 'vitest'
import { TERRAFORM_RESOURCES } from '#domain/operations/terraform-resources.ts'
import { matcher } from '#domain/operations/match.ts'
import { shippedMap } from '#domain/operations/shipped-map.ts'
import { RARER } from '#domain/operations/terraform-rarer.ts'
import { readPasted } from './read-pasted.ts'
import { read } from './testing.ts'

const RECORDS = '/zones/{zone_id}/dns_records'
const RECORD = `${RECORDS}/{dns_record_id}`
const all = [`POST ${RECORDS}`, `GET ${RECORD}`, `PUT ${RECORD}`, `DELETE ${RECORD}`]
const calls = (text: string) => read(text).map((item) => item.replace(/^\d+ (.*) - Terraform cloudflare_\w+.*$/, '$1'))

test.each([
  ['a block', 'resource "cloudflare_dns_record" "www" {\n  zone_id = var.zone\n}', all],
  ['a type alone', 'cloudflare_dns_record', all],
  ['an address alone', '`cloudflare_dns_record.www["a"]`', all],
  ['a name of version 4', 'resource "cloudflare_record" "www" {', all],
  ['a step of an apply', 'module.dns["a"].cloudflare_dns_record.www: Creating...', [`POST ${RECORDS}`]],
  ['a change', 'cloudflare_dns_record.www: Modifying... [id=1]', [`PUT ${RECORD}`]],
  ['a refresh', 'cloudflare_dns_record.www: Refreshing state... [id=1]', [`GET ${RECORD}`]],
  ['a plan', '  # cloudflare_dns_record.www will be destroyed', [`DELETE ${RECORD}`]],
  ['an import', 'terraform import cloudflare_dns_record.www 1/2', [`GET ${RECORD}`]],
  ['a data source', 'data "cloudflare_dns_record" "www" {', [`GET ${RECORD}`]],
])('%s names a resource of Terraform', (_, text, expected) => {
  expect(calls(text)).toEqual(expected)
})

test('a ruleset has the permission group of its phase', () => {
  const block = (place: string) =>
    `resource "cloudflare_ruleset" "x" {\n  ${place} = "1"\n  phase   = "http_request_cache_settings"\n}`
  expect(read(block('zone_id'))).toContain('1 group Cache Settings Write')
  expect(read(block('account_id'))).toEqual(['1 unread What Terraform calls for this type isn’t known here.'])
})

test.each(['resource "cloudflare_ruleset" "x" {', 'cloudflare_no_such_thing', 'cloudflare_constructor'])(
  '%s is said to be unknown',
  (text) => {
    expect(read(text)).toEqual(['1 unread What Terraform calls for this type isn’t known here.'])
  },
)

test.each([
  '│   with cloudflare_dns_record.www,\n│   on main.tf line 3, in resource "cloudflare_dns_record" "www":',
  'I use cloudflare_dns_record for it.',
  'zone_id = cloudflare_zone.a.id',
  'terraform {\n  required_providers {\n    cloudflare = {',
])('%j only mentions a resource', (text) => {
  expect(read(text)).toEqual([])
})

test('every listed resource is read by its name', () => {
  const missed = TERRAFORM_RESOURCES.filter(({ id }) => {
    const [, data, type = '', phase] = /^(data )?(\w+)(?: (\w+))?$/.exec(id) ?? []
    const inside = phase === undefined ? '' : `  phase = "${phase}"\n`
    const items = read(`${data ? 'data' : 'resource'} "${type}" "x" {\n${inside}}`)
    return items.length === 0 || items.some((item) => item.includes('unread'))
  })
  expect(missed).toEqual([])
})

const LOCKDOWNS = '/zones/{zone_id}/firewall/lockdowns'
const LOCKDOWN = `${LOCKDOWNS}/{lock_downs_id}`

test.each([
  ['cloudflare_zone_lockdown', [`POST ${LOCKDOWNS}`, `GET ${LOCKDOWN}`, `PUT ${LOCKDOWN}`, `DELETE ${LOCKDOWN}`]],
  ['cloudflare_zone_lockdown.a: Creating...', [`POST ${LOCKDOWNS}`]],
  ['data "cloudflare_zone_lockdowns" "a" {}', [`GET ${LOCKDOWN}`]],
  ['cloudflare_zone_dns_settings.a: Modifying...', ['PATCH /zones/{zone_id}/dns_settings']],
  ['resource "cloudflare_teams_location" "a" {}', 4],
  ['resource "cloudflare_worker_secret" "a" {}', ['PUT /accounts/{account_id}/workers/scripts/{script_name}/secrets']],
  ['resource "cloudflare_access_rule" "a" {\n  account_id = "1"\n}', 4],
  ['cloudflare_access_rule.a: Creating...', ['POST /zones/{zone_id}/firewall/access_rules/rules']],
])('%s is a rarer resource', (text, expected) => {
  if (typeof expected === 'number') expect(calls(text)).toHaveLength(expected)
  else expect(calls(text)).toEqual(expected)
})

test('all that the rarer resources call is in the map', async () => {
  const match = matcher(await shippedMap())
  const missed = Object.keys(RARER).flatMap((type) =>
    readPasted(`cloudflare_${type}`).items.filter((item) => item.kind !== 'call' || !match(item.method, item.path)),
  )
  expect(missed).toEqual([])
})
