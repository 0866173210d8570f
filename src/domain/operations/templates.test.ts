import { describe, expect, test } from 'vitest'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import { misfits } from '#domain/permission-groups/scope-fit.ts'
import { countGrants } from '#domain/reach/count-grants.ts'
import { toApi } from '#domain/policy/editor-policy.ts'
import { templatePolicies } from '#domain/policy/template.ts'
import GROUP_IDS from './templates/group-ids.json' with { type: 'json' }
import { templateById, TEMPLATES } from './templates.ts'

const SCOPES = { account: ACCOUNT_SCOPE, zone: ZONE_SCOPE, bucket: BUCKET_SCOPE }
const group = (id: string, name: string, scope: string = ZONE_SCOPE): PermissionGroup => ({
  id,
  name,
  scopes: [scope],
  category: null,
  description: null,
  isSelectable: true,
  deprecation: null,
})
/** As in the real catalogue, which a test of the server's compares. */
const catalogue = (['account', 'zone', 'bucket'] as const).flatMap((kind) =>
  Object.entries(GROUP_IDS[kind]).map(([name, id]) => group(id, name, SCOPES[kind])),
)
const accountId = '023e105f4ecef8ad9ca31a8372d0c353'

describe.each(TEMPLATES.map((template) => [template.id, template] as const))('the template %s', (_, template) => {
  const policies = templatePolicies(template, catalogue)

  test('names only groups of the catalogue, each on resources of its scope', () => {
    for (const { permissionGroups, resources } of policies) {
      expect(permissionGroups.length).toBeGreaterThan(0)
      expect(permissionGroups.filter(({ name }) => name === null)).toEqual([])
      expect(misfits(permissionGroups, resources.family, catalogue)).toEqual([])
    }
  })
})

test('reading everything changes nothing', () => {
  const template = templateById('read-all')
  const policies = template ? templatePolicies(template, catalogue).map((policy) => toApi(policy, accountId)) : []
  const counted = countGrants({ policies }, catalogue, accountId)
  expect(counted.reading).toBe(catalogue.filter(({ name }) => name.endsWith('Read')).length - 1)
  expect(counted.changing).toBe(0)
})

const allZones = { [`com.cloudflare.api.account.${accountId}`]: { 'com.cloudflare.api.account.zone.*': '*' } }
test('an unknown level is told apart', () => {
  const levels = [
    group('1', 'Storage Metadata Read-Only'),
    group('2', 'Storage Editor'),
    group('3', 'Storage Transmogrify'),
  ]
  const policy = (ids: string[]) => [
    { effect: 'allow', permission_groups: ids.map((id) => ({ id })), resources: allZones },
  ]
  const counted = countGrants({ policies: policy(['1', '2', '3', 'not in the catalogue']) }, levels, accountId)
  expect(counted).toEqual({ reading: 1, changing: 1, unknown: 2, denied: 0 })
  const named = [{ ...policy([])[0], permission_groups: [{ id: 'gone', name: 'Storage Read' }] }]
  expect(countGrants({ policies: named }, levels, accountId)).toEqual({
    reading: 1,
    changing: 0,
    unknown: 0,
    denied: 0,
  })
  const perhaps = policy(['1']).map((one) => ({ ...one, effect: 'perhaps' }))
  expect(countGrants({ policies: perhaps }, levels, accountId)).toEqual({
    reading: 0,
    changing: 0,
    unknown: 1,
    denied: 0,
  })
  const taken = [...policy(['1', '2']), ...policy(['2']).map((one) => ({ ...one, effect: 'deny' }))]
  expect(countGrants({ policies: taken }, levels, accountId)).toEqual({
    reading: 1,
    changing: 0,
    unknown: 0,
    denied: 1,
  })
})

test('each template has an ID and a title of its own, that fit an address and a tile, and the example of a name', () => {
  expect(new Set(TEMPLATES.map(({ id }) => id)).size).toBe(TEMPLATES.length)
  expect(new Set(TEMPLATES.map(({ title }) => title)).size).toBe(TEMPLATES.length)
  for (const { id, title, hint, exampleName } of TEMPLATES) {
    expect(id).toMatch(/^[a-z0-9-]{1,40}$/)
    expect(exampleName).toMatch(/^\S/)
    expect(title.length).toBeLessThan(30)
    expect(hint.length).toBeLessThan(40)
  }
  expect(templateById(undefined)).toBeUndefined()
})

test('addresses of templates that became recipes still lead to them', () => {
  const before = ['dns', 'workers', 'analytics', 'load-balancing', 'wordpress', 'billing', 'tokens', 'read-all']
  const r2 = ['r2-object-write', 'r2-object-read', 'r2-admin-write', 'r2-admin-read']
  for (const id of [...before, ...r2]) expect(templateById(id)?.id).toBe(id)
})
