import fc from 'fast-check'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import type { Token } from '#domain/token/token.ts'
import { ACCOUNT, testToken } from './testing.ts'

/** The current time of the tests. */
export const NOW = Date.parse('2026-11-24T00:00:00Z')
/** A time this many days after it. */
export const day = (offset: number) => new Date(NOW + offset * 86_400_000).toISOString()
export const GROUPS = ['DNS Read', 'DNS Write', 'Workers Scripts Write', 'Zone Read', 'Cache Purge']
/** Each of the groups applies to some of these, and none of them is listed if it applies to nothing. */
export const catalogue: fc.Arbitrary<PermissionGroup[]> = fc
  .tuple(...GROUPS.map(() => fc.subarray([ACCOUNT_SCOPE, ZONE_SCOPE, BUCKET_SCOPE])))
  .map((scopes) =>
    GROUPS.flatMap((name, index) => {
      const own = scopes[index] ?? []
      const rest = { category: null, description: null, isSelectable: true, deprecation: null }
      return own.length > 0 ? [{ id: `id of ${name}`, name, scopes: own, ...rest }] : []
    }),
  )
export const ZONES = ['1', '2', '3'].map((digit) => digit.repeat(32))
export const zoneNames = new Map([
  [ZONES[0] ?? '', 'shop.example.com'],
  [ZONES[1] ?? '', 'blog.example.com'],
])

const policy = fc.record({
  effect: fc.constantFrom('allow', 'allow', 'deny', 'maybe'),
  permission_groups: fc
    .subarray(GROUPS, { minLength: 1 })
    .map((names) => names.map((name) => ({ id: `id of ${name}`, name }))),
  resources: fc.constantFrom(
    { [`com.cloudflare.api.account.${ACCOUNT}`]: '*' },
    { [`com.cloudflare.api.account.${ACCOUNT}`]: { 'com.cloudflare.api.account.zone.*': '*' } },
    ...ZONES.map((id) => ({ [`com.cloudflare.api.account.zone.${id}`]: '*' })),
    { [`com.cloudflare.edge.r2.bucket.${ACCOUNT}_eu_backups`]: '*' },
    { 'com.cloudflare.api.account.flagship.app.7f3a': '*' },
  ),
})

const offset = fc.option(fc.integer({ min: -120, max: 120 }), { nil: null })

const token: fc.Arbitrary<Token> = fc
  .record({
    id: fc.uuid().map((id) => id.replaceAll('-', '')),
    name: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.constantFrom('deploy-2', 'deploy-10', 'Café')),
    status: fc.constantFrom('active', 'active', 'disabled', 'revoked (exposed)', 'odd'),
    modified: offset,
    used: offset,
    expires: offset,
    creatorEmail: fc.constantFrom(null, 'mara@northwind.example', 'a,b%@example.com'),
    allowed: fc.subarray(['192.0.2.0/24']),
    exceptions: fc.subarray(['192.0.2.1/32']),
    policies: fc.array(policy, { maxLength: 4 }),
  })
  .map(({ id, modified, used, expires, allowed, exceptions, ...fields }) =>
    testToken(id, {
      ...fields,
      modifiedOn: modified === null ? null : day(modified),
      lastUsedOn: used === null ? null : day(-Math.abs(used)),
      expiresOn: expires === null ? null : day(expires),
      condition: { allowed, exceptions },
    }),
  )

/** The tokens of an account, of every kind. */
export const inventory = fc.uniqueArray(token, { maxLength: 25, selector: ({ id }) => id })
