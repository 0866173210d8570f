import { expect, test } from 'vitest'
import { findingsOf } from './findings-of.ts'
import { DNS_WRITE, R2_WRITE } from './group-ids.ts'
import { OWN } from '#domain/reach/testing.ts'
import { allowing, context, reachOf } from './testing.ts'
import { uncountedRules } from './uncounted.ts'

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
  expect(uncountedRules({}).map(({ rule }) => rule)).toEqual(['W1', 'W2'])
})

test('no rule is named where all is counted', () => {
  expect(uncountedRules({ zoneCount: 0, bucketCount: 0 })).toEqual([])
  expect(uncountedRules({ zoneCount: 3 }).map(({ rule }) => rule)).toEqual(['W2'])
})
