import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalPolicy } from './canonical.ts'
import { fromApi, toApi, type EditorPolicy } from './editor-policy.ts'
import { blankResources } from './editor-resources.ts'
import { FAMILIES, familyOf, offeredFamilies } from './families.ts'
import { readPolicy } from './read-policy.ts'
import { parseResources, resourcesOf } from './resource-keys.ts'
import { validatePolicy } from './validate-policy.ts'
import type { WirePolicy, WireResources } from './wire.ts'

const account = '023e105f4ecef8ad9ca31a8372d0c353'
const other = 'b'.repeat(32)
const accountKey = `com.cloudflare.api.account.${account}`
const otherKey = `com.cloudflare.api.account.${other}`
const zone = '9a7806061c88ada191ed06f989cc3dac'
const tag = 'e7a57d8746e74ae49c25994dadb421b1'
const worker = `com.cloudflare.edge.worker.script.${tag}`
const flagship = 'com.cloudflare.flagship.app'

const policy = (resources: WireResources): WirePolicy => ({
  effect: 'allow',
  permission_groups: [{ id: 'c8fed203ed3043cba015a93ad1616f1f', name: 'Zone Read' }],
  resources,
})
const open = (resources: WireResources, scopes?: Set<string>) => fromApi([policy(resources)], account, scopes)[0]
const resourcesIn = (editor: EditorPolicy | undefined) => (editor?.kind === 'visual' ? editor.resources : editor?.kind)

describe('stored policies', () => {
  test.each([
    ['single Workers', { [accountKey]: { [worker]: '*' } }, { family: 'workers', ids: [tag] }],
    [
      'several of a kind that only its key names',
      { [accountKey]: { [`${flagship}.7f3a`]: '*', [`${flagship}.0b-1`]: '*' } },
      { family: flagship, ids: ['7f3a', '0b-1'] },
    ],
    ['Workers of another account', { [otherKey]: { [worker]: '*' } }, 'advanced'],
    ['a kind that only its key names, of another account', { [otherKey]: { [`${flagship}.7f3a`]: '*' } }, 'advanced'],
    ['two kinds', { [accountKey]: { [worker]: '*', [`${flagship}.7f3a`]: '*' } }, 'advanced'],
    ['a Worker with the key of a zone', { [worker]: '*' }, { family: 'other', entries: [{ key: worker, value: '*' }] }],
    ['a word that may be part of a name', { [accountKey]: { [`${flagship}.checkout`]: '*' } }, 'other'],
    ['a Worker by its name', { [accountKey]: { 'com.cloudflare.edge.worker.script.shop1': '*' } }, 'other'],
    ['all Workers', { [accountKey]: { 'com.cloudflare.edge.worker.script.*': '*' } }, 'other'],
    ['a user', { [accountKey]: { [`com.cloudflare.api.user.${zone}`]: '*' } }, 'other'],
    ['another value', { [accountKey]: { [worker]: 'read' } }, 'other'],
    ['a name without a dot', { [accountKey]: { flagship1: '*' } }, 'other'],
    [
      'the bucket of another account',
      { [accountKey]: { [`com.cloudflare.edge.r2.bucket.${other}_eu_b`]: '*' } },
      'other',
    ],
    ['a known kind beside unknown keys', { [accountKey]: { [worker]: '*', foo: '*' } }, 'other'],
  ])('on %s open as what they are', (_, resources: WireResources, expected) => {
    const opened = resourcesIn(open(resources))
    if (expected === 'other') expect(opened).toMatchObject({ family: 'other' })
    else expect(opened).toEqual(expected)
  })

  test('any text is an id where the catalogue names the scope before it', () => {
    const resources = { [accountKey]: { [`${flagship}.checkout`]: '*' } }
    expect(resourcesIn(open(resources, new Set([flagship])))).toEqual({ family: flagship, ids: ['checkout'] })
  })

  const inner = fc.oneof(
    fc.constantFrom(worker, `${flagship}.7f3a`, `${flagship}.checkout`, 'com.cloudflare.api.account.zone.*', 'foo'),
    fc.constantFrom(`com.cloudflare.api.account.zone.${zone}`, `com.cloudflare.edge.r2.bucket.${account}_eu_b`),
    fc.constantFrom('__proto__', 'constructor', '', '.', 'com.cloudflare.flagship.app.', 'com.x.1.2'),
  )
  const nested = fc.array(fc.tuple(inner, fc.constantFrom('*', 'read')), { maxLength: 4 }).map(Object.fromEntries)
  const key = fc.oneof(fc.constantFrom(accountKey, otherKey, worker, '__proto__'), inner)
  const anyResources = fc
    .array(fc.tuple(key, fc.oneof(fc.constant('*'), nested)), { maxLength: 4 })
    .map((entries): WireResources => Object.fromEntries(entries))
  const anyScopes = fc.constantFrom(undefined, new Set([flagship]), new Set<string>())

  test('go back byte for byte, whatever their keys', () => {
    fc.assert(
      fc.property(anyResources, anyScopes, (resources, scopes) => {
        const [editor] = fromApi([policy(resources)], account, scopes)
        if (!editor) throw new Error('A policy is lost.')
        expect(JSON.stringify(readPolicy(toApi(editor, account)).resources)).toBe(JSON.stringify(resources))
      }),
    )
  })

  test('mean the same once they were read to targets and written again', () => {
    fc.assert(
      fc.property(anyResources, anyScopes, (resources, scopes) => {
        const [written, ...more] = resourcesOf(parseResources(resources, scopes))
        expect(more).toEqual([])
        expect(canonicalPolicy(policy(written ?? {}))).toBe(canonicalPolicy(policy(resources)))
      }),
    )
  })
})

describe('the families on offer', () => {
  test('are those of the table, then kinds that only the catalogue names', () => {
    const scopes = [flagship, 'com.cloudflare.api.user', 'com.cloudflare.edge.worker.script', '', 'nonsense']
    expect(offeredFamilies(scopes).map(({ id }) => id)).toEqual([...FAMILIES.map(({ id }) => id), flagship])
  })

  test('are told by the telling parts of their scope', () => {
    expect(familyOf(flagship)).toMatchObject({ label: 'Chosen flagship apps', noun: 'flagship app', form: 'nested' })
    expect(familyOf('com.cloudflare.api.account.ai-gateway')).toMatchObject({ label: 'Chosen ai gateways' })
    expect(familyOf('com.cloudflare.api.account.policy')).toMatchObject({ label: 'Chosen policies' })
  })

  test.each(offeredFamilies([flagship]))('$label is written as the API takes it, and read back', (family) => {
    const ids = family.reach === 'chosen' ? { ids: [family.id === 'buckets' ? 'eu/logs' : 'a1'.repeat(16)] } : {}
    const resources = { ...blankResources(family.id), ...ids }
    const chosen = { kind: 'visual' as const, effect: 'allow' as const, permissionGroups: [{ id: zone, name: null }] }
    const written = readPolicy(toApi({ ...chosen, resources, source: null }, account))
    expect(resourcesIn(open(written.resources))).toEqual(resources)
    expect(Object.keys(written.resources)).toHaveLength(1)
    expect(validatePolicy({ ...chosen, resources, source: null })).toEqual([])
  })

  test.each([
    ['workers', 'shop', /not a Worker id \(32 characters/],
    ['zones', 'example.com', /not a zone id/],
    ['buckets', 'eu_logs', /not an R2 bucket id/],
    [flagship, '<APP_ID>', /not a flagship app id/],
    [flagship, 'a.b', /not a flagship app id/],
    [flagship, '', /An empty text is not/],
  ] as const)('an id of %s that cannot be one is refused: %s', (family, id, message) => {
    const problems = validatePolicy({
      kind: 'visual',
      effect: 'allow',
      permissionGroups: [{ id: zone, name: null }],
      resources: { family, ids: [id] },
      source: null,
    })
    expect(problems).toEqual([{ field: 'resources', message: expect.stringMatching(message) }])
  })
})
