import { readToken } from '#domain/token/read-token.ts'
import { parse as parseHcl } from '@cdktf/hcl2json'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ACCOUNT, testToken } from '#domain/inventory/testing.ts'
import type { Token } from '#domain/token/token.ts'
import { exportCsv, exportJson } from './formats.ts'
import { hclValue } from './hcl.ts'
import { exportTerraform, leftOutOfTerraform } from './terraform.ts'

const context = { accountId: ACCOUNT, now: Date.parse('2026-11-26T00:00:00Z') }
const ZONE = `com.cloudflare.api.account.zone.${'2'.repeat(32)}`
const GROUPS = [{ id: 'a'.repeat(32), name: 'DNS Write', meta: { label: 'dns_write' } }]

type Parsed = {
  import?: { to: string; id: string }[]
  resource?: { cloudflare_account_token: Record<string, { name: string; policies: { resources: string }[] }[]> }
}
const read = async (hcl: string) => (await parseHcl('main.tf', hcl)) as Parsed
const addresses = async (hcl: string) => Object.keys((await read(hcl)).resource?.cloudflare_account_token ?? {})
const named = (name: string, fields: Partial<Token> = {}) => testToken(fields.id ?? 'e'.repeat(32), { name, ...fields })
/** Stored policies of any form. */
const holding = (...policies: unknown[]) => named('holds', { policies: policies as never })
const policyOn = (resources: unknown, more = {}) => ({ effect: 'allow', permission_groups: GROUPS, resources, ...more })

/** HCL strings: a parser returns templates escaped. */
const unescape = (value: unknown): unknown => {
  if (typeof value === 'string') return value.replaceAll('$${', '${').replaceAll('%%{', '%{')
  if (Array.isArray(value)) return value.map(unescape)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [unescape(key), unescape(inner)]))
}

test('any JSON is the same value in HCL', async () => {
  const text = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('${x}', '%{ if y }', '"', '\\', '\n', '$${'))
  const { json } = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.constantFrom(null, true, false),
      fc.integer(),
      text,
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(text, tie('json'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }))
  await fc.assert(
    fc.asyncProperty(json, async (value) => {
      const parsed = (await parseHcl('x.tf', `x = [${hclValue(value)}]`)) as { x: unknown[] }
      expect(unescape(parsed.x)).toEqual([value])
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['null', { [ZONE]: null }],
  ['three deep', { [`com.cloudflare.api.account.${ACCOUNT}`]: { [ZONE]: { deeper: '*' } } }],
  ['a number', { [ZONE]: 1 }],
  ['a list', { [ZONE]: ['*', null] }],
  ['a list in the place of all', ['a']],
  ['nothing in the place of all', null],
  ['a text in the place of all', '*'],
])('a resource that is %s is written as it came, and flagged', async (_, resources) => {
  const hcl = exportTerraform([holding(policyOn(resources))], context)
  const parsed = await read(hcl)
  const written = parsed.resource?.cloudflare_account_token['holds']?.[0]?.policies[0]?.resources ?? ''
  const inner = /^\$\{jsonencode\((.*)\)\}$/s.exec(written)?.[1] ?? ''
  expect(unescape(((await parseHcl('x.tf', `x = [${inner}]`)) as { x: unknown[] }).x)).toEqual([resources])
  expect(hcl).toContain('# Unknown format, written as the API returned it.')
})

test.each([
  [null, 'Policy 1 isn’t an object.'],
  ['text', 'Policy 1 isn’t an object.'],
  [{}, 'Policy 1 has no effect.'],
  [{ effect: 'allow', resources: {} }, 'Policy 1 has no list of permission groups.'],
  [{ effect: 'allow', permission_groups: 'x', resources: {} }, 'Policy 1 has no list of permission groups.'],
  [{ effect: 'allow', permission_groups: [null], resources: {} }, 'Policy 1 has a permission group without an ID.'],
  [{ effect: 'allow', permission_groups: [] }, 'Policy 1 has no resources.'],
  [
    { ...policyOn({}), effect: 'may\nbe' },
    String.raw`Policy 1 has the effect "may\nbe", which the provider doesn’t support.`,
  ],
])('a token with the policy %j is left out with the reason, and the others are not', async (policy, reason) => {
  const hcl = exportTerraform([holding(policy), named('sound')], context)
  expect(await addresses(hcl)).toEqual(['sound'])
  expect(hcl).toContain(`# Left out: "holds" (${'e'.repeat(32)}). ${reason}\n`)
})

test('policies that are no list, and limits that cannot be written, leave their token out', async () => {
  const stored = (wire: object) =>
    readToken({ id: 'f'.repeat(32), name: 'holds', policies: [], ...wire }) ?? named('holds', {})
  for (const policies of ['all', null, undefined])
    expect(await addresses(exportTerraform([stored({ policies })], context))).toEqual([])
  for (const times of [{ expires_on: 'tomorrow' }, { not_before: '2027-02-29T00:00:00Z' }])
    expect(await addresses(exportTerraform([stored(times)], context))).toEqual([])
  const conditions = [
    'x',
    { request_ip: 'x' },
    { request_ip: { in: '10.0.0.0/8' } },
    { time: {} },
    { request_ip: { at: [1] } },
  ]
  for (const condition of conditions)
    expect(await addresses(exportTerraform([stored({ condition })], context))).toEqual([])
  for (const condition of [null, {}, { request_ip: {} }, { request_ip: { in: [], not_in: [] } }])
    expect(await addresses(exportTerraform([stored({ condition })], context))).toEqual(['holds'])
})

test('JSON too deep for anything leaves its token out', async () => {
  let deep: unknown = '*'
  for (let level = 0; level < 5000; level += 1) deep = { a: deep }
  const hcl = exportTerraform([holding(policyOn({ [ZONE]: deep })), named('sound')], context)
  expect(await addresses(hcl)).toEqual(['sound'])
})

test('whatever policies a token has, every format is written and a parser of HCL reads the file', async () => {
  const policy = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.record(
      {
        effect: fc.jsonValue({ maxDepth: 1 }),
        permission_groups: fc.jsonValue({ maxDepth: 2 }),
        resources: fc.jsonValue({ maxDepth: 3 }),
      },
      { requiredKeys: [] },
    ),
    fc.jsonValue({ maxDepth: 3 }).map((resources) => policyOn(resources, { unknown: resources })),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(policy, { maxLength: 3 }), async (policies) => {
      const tokens = [holding(...policies), named('sound')]
      expect(await addresses(exportTerraform(tokens, context))).toContain('sound')
      expect(exportCsv(tokens, context)).toContain('sound')
      expect(exportJson(tokens, context)).toContain('account_id')
    }),
    { numRuns: 60 },
  )
})

test('what has ended or was revoked is in comments alone, and what is disabled stays so', async () => {
  const tokens = [
    named('works', { id: '1' }),
    named('is off', { id: '2', status: 'disabled' }),
    named('was exposed', { id: '3', status: 'revoked (exposed)' }),
    named('has ended', { id: '4', status: 'expired' }),
    named('ended by the clock', { id: '5', expiresOn: '2026-11-25T00:00:00Z' }),
    named('odd\n}', { id: '6', status: 'sus\npended' }),
  ]
  const hcl = exportTerraform(tokens, context)
  const parsed = await read(hcl)
  expect(parsed.import?.map(({ id }) => id)).toEqual(['1', '2', '6'].map((id) => `${ACCOUNT}/${id}`))
  expect(Object.keys(parsed.resource?.cloudflare_account_token ?? {}).toSorted()).toEqual(['is_off', 'odd', 'works'])
  expect(hcl).toContain('  status     = "disabled"')
  expect(hcl).toContain('# resource "cloudflare_account_token" "was_exposed" {')
  expect(leftOutOfTerraform(tokens, context).map(({ token, reason }) => [token.id, reason])).toEqual([
    ['3', 'revoked'],
    ['4', 'expired'],
    ['5', 'expired'],
  ])
})

test('it says which provider it is for, warns of -replace, and has no meta', () => {
  const hcl = exportTerraform([holding(policyOn({ [ZONE]: '*' }))], context)
  expect(hcl).toContain('version = ">= 5.13"')
  expect(hcl).toContain('-replace')
  expect(hcl).not.toContain('meta')
  expect(hcl).not.toContain('dns_write')
})

test('every resource has an address of its own, whatever names and ids there are', async () => {
  const id = 'd'.repeat(32)
  const awkward = [
    named('deploy', { id: 'c'.repeat(32) }),
    named(`deploy ${id}`, { id: 'b'.repeat(32) }),
    named('deploy', { id }),
    named('deploy', { id }),
    named('déploy', { id: '${x}"' }),
  ]
  const hcl = exportTerraform(awkward, context)
  expect(await addresses(hcl)).toHaveLength(awkward.length)
  const word = fc.constantFrom('deploy', 'deploy 1', 'deploy_1', 'deploy-1_2', '1', '', 'é', '${1}')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 6 }), async (pairs) => {
      const tokens = pairs.map(([name, one]) => named(name, { id: one || '0' }))
      const parsed = await read(exportTerraform(tokens, context))
      expect(Object.keys(parsed.resource?.cloudflare_account_token ?? {})).toHaveLength(tokens.length)
      expect(new Set(parsed.import?.map(({ to }) => to)).size).toBe(tokens.length)
    }),
    { numRuns: 40 },
  )
})

test('nothing that the API sends ends a comment or a quote', async () => {
  const evil = '\n}\nresource "evil" "x" {}\r\u2028"${file("x")}"'
  const tokens = [
    named(evil, {
      id: evil,
      status: evil,
      policies: [policyOn({ [evil]: evil }, { [evil]: evil })] as never,
    }),
    named(evil, { id: evil, status: 'expired' }),
    named(evil, { id: evil, policies: [null] as never }),
    named('groups', { policies: [{ ...policyOn({}), permission_groups: [{ id: evil, name: evil }] }] as never }),
  ]
  const parsed = await read(exportTerraform(tokens, context))
  expect(Object.keys(parsed.resource ?? {})).toEqual(['cloudflare_account_token'])
  expect(Object.keys(parsed.resource?.cloudflare_account_token ?? {})).toHaveLength(2)
})
