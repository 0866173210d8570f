import { expect, test } from 'vitest'
import type { WirePolicy } from '#domain/policy/wire.ts'
import type { Context } from './context.ts'
import { findingsOf } from './findings-of.ts'
import { DNS_WRITE, R2_WRITE } from './group-ids.ts'
import { allZones, bucket, FOREIGN, OWN, worker, zone } from '#domain/reach/testing.ts'
import { allowing, context, LISTED, reachOf } from './testing.ts'
import { mayBeMoreUrgent, uncountedRules } from './uncounted.ts'

test('the rules that change without a count are those that are named', () => {
  const reach = reachOf([
    allowing([DNS_WRITE], { [`com.cloudflare.api.account.${OWN}`]: { 'com.cloudflare.api.account.zone.*': '*' } }),
    allowing([R2_WRITE], { [`com.cloudflare.api.account.${OWN}`]: '*' }, { id: 'buckets' }),
  ])
  const seenWith = (counts: { zoneCount?: number; bucketCount?: number }) => {
    const { findings } = findingsOf(reach, { ...context, ...counts })
    return new Set(findings.map(({ rule, severity }) => `${rule} ${severity}`))
  }
  const unknown = seenWith({})
  const known = seenWith({ zoneCount: 10, bucketCount: 0 })
  const changed = [...unknown].filter((one) => !known.has(one))
  expect(changed.map((one) => one.split(' ')[0])).toEqual(['W1', 'W2'])
  expect(uncountedRules(context, []).map(({ rule }) => rule)).toEqual(['W1', 'W2', 'N8'])
})

test('no rule is named where all is counted', () => {
  expect(uncountedRules({ ...context, zoneCount: 0, bucketCount: 0 }, [])).toEqual([])
  expect(uncountedRules({ ...context, ...LISTED, zoneCount: 2, bucketCount: 2 }, [])).toEqual([])
  expect(uncountedRules({ ...context, zoneCount: 3 }, []).map(({ rule }) => rule)).toEqual(['W2', 'N8'])
})

test('lists that are not known to be complete are named', () => {
  const { listings, ownToken } = LISTED
  const whyWith = (fields: Partial<Context>) =>
    uncountedRules({ ...context, zoneCount: 2, bucketCount: 2, ...fields }, []).map(({ why }) => why)
  const all = 'Whether all zones and R2 buckets are listed is not known, so none is called gone.'
  expect(whyWith({ listings })).toEqual([all])
  expect(whyWith({ ownToken })).toEqual([all])
  expect(whyWith({ ownToken, listings: { zones: listings.zones } })).toEqual([
    'Whether all R2 buckets are listed is not known, so none is called gone.',
  ])
})

test('an empty list is named where a token names something in it, because it calls nothing gone', () => {
  const { listings, ownToken } = LISTED
  const whyOf = (resources: WirePolicy['resources'], fields: Partial<Context> = {}) =>
    uncountedRules(
      { ...context, ...LISTED, zoneCount: 2, bucketCount: 2, ...fields },
      reachOf([allowing(['DNS Read'], resources)]),
    ).map(({ why }) => why)
  const unsure = (what: string) => [`Whether all ${what} are listed is not known, so none is called gone.`]
  const noZones = { listings: { ...listings, zones: { ...listings.zones, items: [] } }, zoneCount: 0 }
  expect(whyOf(zone('1'), noZones)).toEqual(unsure('zones'))
  expect(whyOf(zone('1'), { ...noZones, ownToken: allowing(['DNS Read'], zone('1')) })).toEqual(
    unsure('zones and R2 buckets'),
  )
  expect(whyOf({ [`com.cloudflare.api.account.${FOREIGN}`]: zone('1') }, noZones)).toEqual([])
  expect(whyOf(zone('1'))).toEqual([])
  const noBuckets = { listings: { ...listings, buckets: { ...listings.buckets, items: [] } }, bucketCount: 0 }
  expect(whyOf(bucket, noBuckets)).toEqual(unsure('R2 buckets'))
  const oneBucket = { listings: { ...listings, buckets: { ...listings.buckets, items: ['default/logs'] } } }
  expect(whyOf(bucket, oneBucket)).toEqual(unsure('R2 buckets in eu'))
  const noWorkers = { listings: { zones: listings.zones, buckets: listings.buckets }, ownToken }
  expect(whyOf(worker('7'), noWorkers)).toEqual(unsure('Workers'))
  expect(whyOf(zone('1'), noWorkers)).toEqual([])
})

test('few zones may be more than are listed, unless the token of the app sees all of them', () => {
  const everywhere = allowing([DNS_WRITE], allZones)
  const isUnsure = (fields: Partial<Context>, tested = everywhere) => {
    const judging = { ...context, bucketCount: 2, ...fields }
    const reach = reachOf([tested], judging)
    const isNamed = uncountedRules(judging, reach).some(({ rule }) => rule === 'W1')
    expect(mayBeMoreUrgent(findingsOf(reach, judging).findings, judging)).toBe(isNamed)
    return isNamed
  }
  // Cloudflare answers a credential that may see no zone with an empty list.
  expect(isUnsure({ zoneCount: 0 })).toBe(true)
  expect(isUnsure({ ...LISTED, zoneCount: 2, ownToken: allowing([DNS_WRITE], zone('1')) })).toBe(true)
  expect(isUnsure({ ...LISTED, zoneCount: 2 })).toBe(false)
  expect(isUnsure({ zoneCount: 10 })).toBe(false)
  expect(isUnsure({ zoneCount: 2 }, allowing([DNS_WRITE], zone('1')))).toBe(false)
  expect(isUnsure({ zoneCount: 2 }, allowing(['DNS Read'], allZones))).toBe(false)
})
