import { describe, expect, test } from 'vitest'
import { readExport } from './read-export.ts'
import { json } from './testing.ts'

const type = 'cloudflare_account_token'
const attributes = { name: 'live', policies: [] }
const old = { name: 'old', policies: [] }

describe('of Terraform, neither a data source nor an instance that was replaced is offered', () => {
  const state = (...resources: unknown[]) => json({ version: 4, resources })
  const shown = (...resources: unknown[]) => json({ values: { root_module: { resources } } })
  const changes = (...resource_changes: unknown[]) => json({ resource_changes })
  const data = 'data.cloudflare_account_token.a: a data source is only read by Terraform.'
  const replaced = 'cloudflare_account_token.a: this instance is replaced, and Terraform will delete it.'

  test.each([
    [
      'a state',
      state(
        { mode: 'managed', type, name: 'a', instances: [{ attributes }, { deposed: 'a1b2c3d4', attributes: old }] },
        { mode: 'data', type, name: 'a', instances: [{ attributes: old }] },
      ),
    ],
    [
      'a show of a state',
      shown(
        { address: `${type}.a`, mode: 'managed', type, name: 'a', values: attributes },
        { address: `${type}.a`, mode: 'managed', type, name: 'a', deposed_key: 'a1b2c3d4', values: old },
        { address: `data.${type}.a`, mode: 'data', type, name: 'a', values: old },
      ),
    ],
    [
      'changes of a plan',
      changes(
        { address: `${type}.a`, mode: 'managed', type, change: { after: attributes } },
        { address: `${type}.a`, mode: 'managed', type, deposed: 'a1b2c3d4', change: { before: old, after: null } },
        { address: `data.${type}.a`, mode: 'data', type, change: { after: old } },
      ),
    ],
  ])('%s', (_, text) => {
    expect(readExport(text)).toMatchObject({
      tokens: [{ name: 'live', place: 'cloudflare_account_token.a' }],
      notes: [`Left out: ${replaced}`, `Left out: ${data}`],
    })
  })

  test.each([
    ['delete', ['delete'], old, null, false],
    ['create', ['create'], null, attributes, true],
    ['update', ['update'], old, attributes, true],
    ['replace', ['delete', 'create'], old, attributes, true],
    ['replace', ['create', 'delete'], old, attributes, true],
    ['no change', ['no-op'], old, old, true],
    ['forget', ['forget'], old, null, true],
  ])('a change that is a %s, %j', (_, actions, before, after, isRead) => {
    const change = { address: `${type}.b`, mode: 'managed', type, change: { actions, before, after } }
    const kept = { address: `${type}.a`, mode: 'managed', type, change: { actions: ['create'], after: attributes } }
    const places = isRead ? [`${type}.a`, `${type}.b`] : [`${type}.a`]
    expect(readExport(changes(kept, change))).toMatchObject({
      tokens: places.map((place) => ({ place })),
      notes: isRead ? [] : [`Left out: ${type}.b: Terraform will delete this token.`],
    })
  })

  test('nor is one that Pulumi will delete', () => {
    const account = { type: 'cloudflare:index/accountToken:AccountToken', urn: 'urn:x::ci' }
    const deployed = (...resources: unknown[]) => json({ version: 3, deployment: { resources } })
    const replaced = { ...account, delete: true, outputs: old }
    expect(readExport(deployed(replaced, { ...account, delete: false, outputs: attributes }))).toMatchObject({
      tokens: [{ name: 'live', place: 'ci' }],
      notes: ['Left out: ci: Pulumi will delete this token.'],
    })
  })

  test('but a data source that lists tokens is read', () => {
    const list = { mode: 'data', type: 'cloudflare_account_tokens', name: 'all' }
    expect(readExport(state({ ...list, instances: [{ attributes: { result: [attributes] } }] }))).toMatchObject({
      tokens: [{ name: 'live', place: 'data.cloudflare_account_tokens.all.result[0]' }],
    })
  })

  test('and with nothing else, it is said why', () => {
    expect(readExport(state({ mode: 'data', type, name: 'a', instances: [{ attributes }] }))).toEqual({
      problem: `This Terraform JSON has no token that can be read. Left out: ${data}`,
    })
  })
})

describe('a .tf.json file is read as a configuration', () => {
  const written = (body: object) => json({ resource: { [type]: { a: { ...attributes, ...body } } } })

  test('what Terraform itself reads is no field of the token, and escapes are undone', () => {
    const body = {
      name: 'a $${x} %%{y}',
      lifecycle: { prevent_destroy: true, ignore_changes: ['${x}'] },
      depends_on: ['x.y'],
      provider: 'cloudflare.a',
      '//': { metadata: { path: '${x}' } },
    }
    expect(readExport(written(body))).toMatchObject({ tokens: [{ body: { name: 'a ${x} %{y}', policies: [] } }] })
    expect(Object.keys(bodyOf(written(body)))).toEqual(['name', 'policies'])
  })

  test('a key of any name stays a field', () => {
    const body = '{"name":"a","policies":[],"__proto__":{"condition":{}}}'
    expect(JSON.stringify(bodyOf(`{"resource":{"${type}":{"a":${body}}}}`))).toContain('"__proto__":{"condition":{}}')
  })

  test.each([
    [{ count: 2 }, '“count” creates copies that only Terraform can count.'],
    [{ for_each: { a: 1 } }, '“for_each” creates copies that only Terraform can count.'],
    [{ dynamic: { policy: {} } }, '“dynamic” creates copies that only Terraform can count.'],
    [{ condition: { dynamic: { request_ip: {} } } }, '“dynamic” creates copies that only Terraform can count.'],
    [{ not_before: '${var.start}' }, '“${var.start}” contains an expression.'],
    [{ name: '%{ if x }a%{ endif }' }, '“%{ if x }a%{ endif }” contains an expression.'],
    [{ policies: [{ resources: { 'a.${var.x}': '*' } }] }, '“a.${var.x}” contains an expression.'],
  ])('%j is refused by name and place, and takes no other token with it', (body, words) => {
    const why = `Left out: ${type}.a: ${words} Use the output of “terraform show -json” instead.`
    expect(readExport(written(body))).toEqual({
      problem: `This Terraform JSON has no token that can be read. ${why}`,
    })
    const both = json({ resource: { [type]: { a: { ...attributes, ...body }, b: old } } })
    expect(readExport(both)).toMatchObject({ tokens: [{ name: 'old', place: `${type}.b` }], notes: [why] })
  })

  const group = '4755a26eedb94da69e1066d98aa820be'
  const resources = { 'com.cloudflare.api.account.x': '*' }
  const policy = { effect: 'allow', permission_groups: [{ id: group }], resources }
  const block = { '//': 'why', permission_groups: [group], resources }

  test.each([
    ['one block as an object', { policy: block }],
    ['one block in a list', { policy: [block] }],
    ['an attribute', { policies: [{ ...block, permission_groups: [{ '//': 'DNS', id: group }] }] }],
    ['comments in the resources', { policy: { ...block, resources: { '//': { a: '${x}' }, ...resources } } }],
  ])('%s is a list of policies, without comments', (_, nested) => {
    const read = bodyOf(json({ resource: { [type]: { a: { name: 'live', ...nested } } } }))
    expect(read).toEqual({ name: 'live', policies: [policy] })
  })

  test.each([
    '${jsonencode({"com.cloudflare.api.account.x" = "*"})}',
    '${ jsonencode(\n{\n  "com.cloudflare.api.account.x" : "*",\n}\n) }',
    '${jsonencode({"com.cloudflare.api.account.$${x}" = "*"})}',
  ])('the literal value of %j is read', (written) => {
    const name = written.includes('$$') ? '${x}' : 'x'
    const read = bodyOf(json({ resource: { [type]: { a: { policies: [{ ...policy, resources: written }] } } } }))
    expect(read).toEqual({ policies: [{ ...policy, resources: { [`com.cloudflare.api.account.${name}`]: '*' } }] })
  })

  test.each([
    ['${jsonencode({"a.${var.x}" = "*"})}', '“a.${var.x}” contains an expression.'],
    ['${jsonencode(local.resources)}', '“local.resources” is a reference'],
    ['${jsonencode({})}${jsonencode({})}', 'Unexpected “}”.'],
    ['${jsonencode({}) == ""}', 'contains an expression.'],
    ['${jsonencode({', 'contains an expression.'],
    ['a ${jsonencode({})}', 'contains an expression.'],
  ])('but %j is refused', (written, words) => {
    const read = readExport(json({ resource: { [type]: { a: { policies: [{ ...policy, resources: written }] } } } }))
    expect(read).toMatchObject({ problem: expect.stringContaining(words) as string })
  })

  test('two blocks stay two, and those of a condition lose their comments', () => {
    const condition = { '//': 'office', request_ip: { '//': 'x', in: ['192.0.2.1/32'] } }
    const read = bodyOf(json({ resource: { [type]: { a: { policy: [block, block], condition } } } }))
    expect(read).toEqual({ policies: [policy, policy], condition: { request_ip: { in: ['192.0.2.1/32'] } } })
  })

  test.each([
    [[{ request_ip: { in: ['192.0.2.1/32'] } }, { request_ip: { in: ['192.0.2.2/32'] } }]],
    [{ request_ip: [{ in: ['192.0.2.1/32'] }, { in: ['192.0.2.2/32'] }] }],
  ])('a limit of two blocks, %j, is no limit of one', (condition) => {
    expect(bodyOf(written({ condition }))).toMatchObject({ condition })
  })

  test('a comment beside tokens is none', () => {
    const read = readExport(json({ resource: { [type]: { '//': { name: 'why' }, a: attributes } } }))
    expect(read).toMatchObject({ tokens: [{ place: `${type}.a` }], notes: [] })
  })

  test('in a state, the same texts are values', () => {
    const values = { name: '${x} $${y}', policies: [], count: 2 }
    const text = json({ version: 4, resources: [{ type, name: 'a', instances: [{ attributes: values }] }] })
    expect(bodyOf(text)).toEqual(values)
  })
})

function bodyOf(text: string): Record<string, unknown> {
  const read = readExport(text)
  return ('tokens' in read && read.tokens[0]?.body) || {}
}
