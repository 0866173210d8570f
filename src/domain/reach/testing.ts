import fc from 'fast-check'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { placeOf, type Place } from '#domain/policy/place.ts'
import { parseResource } from '#domain/policy/resource-keys.ts'
import type { WirePolicy, WireResourceValue } from '#domain/policy/wire.ts'
import { ACCOUNT_SCOPE, BUCKET_SCOPE, WORKER_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'

export const OWN = 'a'.repeat(32)
export const FOREIGN = 'b'.repeat(32)

const APP_SCOPE = 'com.cloudflare.edge.flagship.app'

const accountKey = (id: string) => `com.cloudflare.api.account.${id}`
const zoneKey = (digit: string) => `com.cloudflare.api.account.zone.${digit.repeat(32)}`
const bucketKey = (account: string) => `com.cloudflare.edge.r2.bucket.${account}_eu_logs`
const workerKey = (digit: string) => `com.cloudflare.edge.worker.script.${digit.repeat(32)}`
const all = (scope: string) => ({ [`${scope}.*`]: '*' })

export const account = { [accountKey(OWN)]: '*' }
export const allZones = { [accountKey(OWN)]: all(ZONE_SCOPE) }
export const allWorkers = { [accountKey(OWN)]: all(WORKER_SCOPE) }
export const zone = (...digits: string[]) => Object.fromEntries(digits.map((digit) => [zoneKey(digit), '*']))
export const worker = (digit: string) => ({ [accountKey(OWN)]: { [workerKey(digit)]: '*' } })
/** Of a kind that only the catalogue and the key name; `*` for all of it. */
export const apps = (...ids: string[]) => ({
  [accountKey(OWN)]: Object.fromEntries(ids.map((id) => [`${APP_SCOPE}.${id}`, '*'])),
})
export const bucket = { [bucketKey(OWN)]: '*' }

/** The place of the one resource that is named. */
export function placeAt(resources: WirePolicy['resources']): Place {
  const [target] = Object.entries(resources).flatMap(([key, value]) => parseResource(key, value))
  if (!target) throw new Error('names nothing')
  return placeOf(target, OWN)
}

const group = (name: string, scopes: string[]): PermissionGroup => ({
  id: `id of ${name}`,
  name,
  scopes,
  category: null,
  description: null,
  isSelectable: true,
  deprecation: null,
})

export const catalogue = [
  group('DNS Read', [ZONE_SCOPE]),
  group('DNS Write', [ZONE_SCOPE]),
  group('Cache Purge', [ZONE_SCOPE]),
  group('Workers Scripts Write', [ACCOUNT_SCOPE]),
  group('Bucket Item Read', [BUCKET_SCOPE]),
  group('Individual Workers Editor', [WORKER_SCOPE]),
  group('Odd Thing', [ZONE_SCOPE]),
  group('Flagship Write', [APP_SCOPE]),
]

export const policy = (names: string[], resources: WirePolicy['resources'], effect = 'allow'): WirePolicy => ({
  effect,
  permission_groups: names.map((name) => ({ id: `id of ${name}`, name })),
  resources,
})

const anyTarget: fc.Arbitrary<[string, WireResourceValue]> = fc.oneof(
  fc.constantFrom(OWN, FOREIGN).map((id): [string, WireResourceValue] => [accountKey(id), '*']),
  fc.constantFrom('1', '2').map((digit): [string, WireResourceValue] => [zoneKey(digit), '*']),
  fc.constantFrom(OWN, FOREIGN).map((id): [string, WireResourceValue] => [bucketKey(id), '*']),
  fc.constant<[string, WireResourceValue]>(['com.example.odd', '*']),
  fc
    .tuple(
      fc.constantFrom(OWN, OWN, FOREIGN),
      fc.subarray(
        [
          `${ZONE_SCOPE}.*`,
          zoneKey('1'),
          `${BUCKET_SCOPE}.*`,
          `${WORKER_SCOPE}.*`,
          workerKey('7'),
          workerKey('8'),
          `${APP_SCOPE}.*`,
          `${APP_SCOPE}.9`,
        ],
        { minLength: 1 },
      ),
    )
    .map(([id, inner]): [string, WireResourceValue] => [
      accountKey(id),
      Object.fromEntries(inner.map((key) => [key, '*'])),
    ]),
)

export const anyPolicy = (effect: fc.Arbitrary<string>): fc.Arbitrary<WirePolicy> =>
  fc
    .record({
      names: fc.subarray(
        catalogue.map(({ name }) => name),
        { minLength: 1, maxLength: 4 },
      ),
      targets: fc.array(anyTarget, { minLength: 1, maxLength: 3 }),
      effect,
    })
    .map(({ names, targets, effect }) => policy(names, Object.fromEntries(targets), effect))

export const anyPolicies = fc.array(anyPolicy(fc.constantFrom('allow', 'allow', 'deny', 'audit')), { maxLength: 5 })
