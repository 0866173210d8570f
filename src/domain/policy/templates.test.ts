import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { misfits } from '#domain/permission-groups/scope-fit.ts'
import { toApi } from './editor-policy.ts'
import { TEMPLATES, templatePolicies } from './templates.ts'
import { countGrants, warningsFor } from './warnings.ts'

/** The real catalogue, as the sandbox serves it. */
const catalogue = (
  JSON.parse(readFileSync('src/server/sandbox/data/permission-groups.json', 'utf8')) as {
    id: string
    name: string
    scopes: string[]
    category: string
  }[]
).map((group): PermissionGroup => ({ ...group, description: null, isSelectable: true }))
const account = '023e105f4ecef8ad9ca31a8372d0c353'

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
  const template = TEMPLATES.find(({ id }) => id === 'read-all')
  const policies = template ? templatePolicies(template, catalogue).map((policy) => toApi(policy, account)) : []
  const counted = countGrants({ policies }, catalogue)
  expect(counted.reading).toBeGreaterThan(100)
  expect(counted.changing).toBe(0)
})

const draft = {
  name: 'n',
  status: 'active',
  condition: { allowed: ['10.0.0.0/8'], exceptions: [] },
  notBefore: null,
  expiresOn: '2027-01-01T00:00:00Z',
}
const [dnsRead, dnsWrite, tokensWrite] = [
  '82e64a83756745bbbb1c9c2701bf816b',
  '4755a26eedb94da69e1066d98aa820be',
  '5bc3f8b21c554832afc660159ab75fa4',
]
const allZones = { [`com.cloudflare.api.account.${account}`]: { 'com.cloudflare.api.account.zone.*': '*' } }
const oneZone = { [`com.cloudflare.api.account.zone.${'a'.repeat(32)}`]: '*' }
const on = (resources: Record<string, string | Record<string, string>>, id: string, effect = 'allow') => ({
  policies: [{ effect, permission_groups: [{ id }], resources }],
})

test.each([
  ['reading one zone', on(oneZone, dnsRead), {}, []],
  ['writing one zone', on(oneZone, dnsWrite), {}, []],
  ['writing all zones', on(allZones, dnsWrite), {}, ['all-zones-write']],
  ['reading all zones', on(allZones, dnsRead), {}, []],
  ['writing from anywhere', on(oneZone, dnsWrite), { condition: { allowed: [], exceptions: [] } }, ['any-address']],
  ['reading from anywhere', on(oneZone, dnsRead), { condition: { allowed: [], exceptions: [] } }, []],
  ['making tokens', on({ [`com.cloudflare.api.account.${account}`]: '*' }, tokensWrite), {}, ['creates-tokens']],
  ['a group nobody knows on all zones', on(allZones, 'f'.repeat(32)), {}, ['all-zones-write']],
  ['denying alone', on(allZones, dnsWrite, 'deny'), {}, ['only-denies']],
  ['no end', on(oneZone, dnsRead), { expiresOn: null }, ['no-expiry']],
])('%s is warned of as %4$j', (_, policies, more, kinds) => {
  expect(warningsFor({ ...draft, ...policies, ...more }, catalogue).map(({ kind }) => kind)).toEqual(kinds)
})
