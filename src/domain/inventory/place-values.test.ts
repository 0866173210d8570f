import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseResources } from '#domain/policy/resource-keys.ts'
import { placeOf } from '#domain/policy/place.ts'
import { placeOfValue, valueOfPlace } from './place-values.ts'
import {
  account,
  allWorkers,
  allZones,
  anyPolicy,
  apps,
  bucket,
  FOREIGN,
  OWN,
  placeAt,
  worker,
  zone,
} from '#domain/reach/testing.ts'

test.each([
  ['account', account],
  ['all-zones', allZones],
  [`zone:${'1'.repeat(32)}`, zone('1')],
  ['bucket:eu/logs', bucket],
  [`worker:${'7'.repeat(32)}`, worker('7')],
  ['all-workers', allWorkers],
  ['com.cloudflare.edge.flagship.app:7', apps('7')],
  ['com.cloudflare.edge.flagship.app:*', apps('*')],
  [`account:${FOREIGN}`, { [`com.cloudflare.api.account.${FOREIGN}`]: '*' }],
] as const)('%s names one place', (value, resources) => {
  const place = placeAt(resources)
  expect(placeOfValue(value, OWN)?.key).toBe(place.key)
  expect(valueOfPlace(place, OWN)).toBe(value)
})

test.each([
  '',
  'zone',
  'zone:',
  'zone:x',
  'all-things',
  'key:com.example',
  'account:x',
  `account:${FOREIGN}/`,
  ':',
  'com.cloudflare.api.account.zone.x:*',
])('%j names none', (value) => expect(placeOfValue(value, OWN)).toBeNull())

test('every place that a policy names and the app knows has a value that names it', () => {
  fc.assert(
    fc.property(anyPolicy(fc.constant('allow')), ({ resources }) => {
      for (const target of parseResources(resources)) {
        const place = placeOf(target, OWN)
        const value = valueOfPlace(place, OWN)
        if (value === null) expect(place.kind).toBe('unknown')
        else expect(placeOfValue(value, OWN)?.key).toBe(place.key)
      }
    }),
  )
})
