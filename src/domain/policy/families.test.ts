import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FAMILIES, familyOf, offeredFamilies } from '#domain/resources/families.ts'
import { canonicalPolicy } from './canonical.ts'
import { fromApi, toApi, type EditorPolicy } from './editor-policy.ts'
import { blankResources, isEditorResources } from './editor-resources.ts'
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
const open = (resources: WireResources) => fromApi([policy(resources)], account)[0]
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
    ['an id that is a word', { [accountKey]: { [`${flagship}.shop`]: '*' } }, { family: flagship, ids: ['shop'] }],
    ['a zone by its domain', { [accountKey]: { 'com.cloudflare.api.account.zone.example.com': '*' } }, 'other'],
    ['all of a kind that only its key names', { [accountKey]: { [`${flagship}.*`]: '*' } }, 'other'],
    ['a scope alone', { [accountKey]: { 'com.cloudflare.api.account.zone': '*' } }, 'other'],
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

  test('go back byte for byte, whatever their keys', () => {
    fc.assert(
      fc.property(anyResources, (resources) => {
        const [editor] = fromApi([policy(resources)], account)
        if (!editor) throw new Error('A policy is lost.')
        expect(JSON.stringify(readPolicy(toApi(editor, account)).resources)).toBe(JSON.stringify(resources))
      }),
    )
  })

  test('mean the same once they were read to targets and written again', () => {
    fc.assert(
      fc.property(anyResources, (resources) => {
        const [written, ...more] = resourcesOf(parseResources(resources))
        expect(more).toEqual([])
        expect(canonicalPolicy(policy(written ?? {}))).toBe(canonicalPolicy(policy(resources)))
      }),
    )
  })
})

test.each([
  [{ family: 'zones', zoneIds: [zone] }, false],
  [{ family: 'buckets', buckets: [] }, false],
  [{ family: 'workers', ids: [7] }, false],
  [{ family: 'nonsense', ids: [] }, false],
  [{ family: 'other' }, false],
  [null, false],
  [{ family: 'all-zones' }, true],
  [{ family: 'zones', ids: [zone] }, true],
  [{ family: flagship, ids: ['7'] }, true],
  [{ family: 'other', entries: [] }, true],
])('a draft with the resources %j is taken up only where this version wrote it', (resources, isOwn) => {
  expect(isEditorResources(resources)).toBe(isOwn)
})

describe('the families on offer', () => {
  test('are those of the table, then kinds that only the catalogue names', () => {
    const scopes = [flagship, 'com.cloudflare.api.user', 'com.cloudflare.edge.worker.script', '', 'nonsense']
    expect(offeredFamilies(scopes).map(({ id }) => id)).toEqual([...FAMILIES.map(({ id }) => id), flagship])
  })

  test('are told by the telling parts of their scope', () => {
    expect(familyOf(flagship)).toMatchObject({ label: 'Specific flagship apps', noun: 'flagship app', form: 'nested' })
    expect(familyOf('com.cloudflare.api.account.ai-gateway')).toMatchObject({ label: 'Specific ai gateways' })
    expect(familyOf('com.cloudflare.api.account.policy')).toMatchObject({ label: 'Specific policies' })
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
    ['workers', 'shop', /isn’t a Worker ID \(32 characters/],
    ['zones', 'example.com', /isn’t a zone ID/],
    ['buckets', 'eu_logs', /isn’t an R2 bucket ID/],
    [flagship, '<APP_ID>', /isn’t a flagship app ID/],
    [flagship, 'a.b', /isn’t a flagship app ID/],
    [flagship, '', /“” isn’t a flagship app ID/],
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
