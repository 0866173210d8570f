import { describe, expect, test } from 'vitest'
import { account, allZones, bucket, worker, zone } from '#domain/reach/testing.ts'
import { allowing, found, ONE_ADDRESS, policy, severity, token } from './testing.ts'

describe('W1, a change on all zones', () => {
  test('fires for changes only, and higher where many zones are known', () => {
    const wide = allowing(['DNS Write'], allZones)
    expect(found('W1', wide)[0]).toMatchObject({
      severity: 'fix-soon',
      seen: 'Policy 1 allows DNS Write on all zones, including future ones.',
      fix: { kind: 'edit', policyIndex: 0 },
    })
    expect(severity('W1', wide, { zoneCount: 9 })).toBe('fix-soon')
    expect(severity('W1', wide, { zoneCount: 10 })).toBe('act-now')
    expect(severity('W1', allowing(['DNS Read', 'Cache Purge'], allZones))).toBeUndefined()
    expect(severity('W1', allowing(['DNS Write'], zone('1', '2')))).toBeUndefined()
  })

  test('a level that is unknown may change something', () => {
    expect(severity('W1', allowing(['Odd Thing'], allZones))).toBe('fix-soon')
  })

  test('is lower with few addresses, and Tidy when the token does not work', () => {
    expect(severity('W1', allowing(['DNS Write'], allZones, ONE_ADDRESS), { zoneCount: 10 })).toBe('fix-soon')
    expect(severity('W1', allowing(['DNS Write'], allZones, { status: 'disabled' }))).toBe('tidy')
  })

  test('what is denied does not count', () => {
    const denied = policy(['DNS Write'], allZones, 'deny')
    expect(severity('W1', token({ policies: [policy(['DNS Write'], allZones), denied] }))).toBeUndefined()
  })
})

describe('W2, all of R2', () => {
  const storage = allowing(['Workers R2 Storage Write'], account)

  test('fires where there may be buckets', () => {
    expect(severity('W2', storage)).toBe('review')
    expect(severity('W2', storage, { bucketCount: 3 })).toBe('review')
    expect(severity('W2', storage, { bucketCount: 0 })).toBeUndefined()
    expect(severity('W2', allowing(['Workers R2 Storage Bucket Item Read'], bucket))).toBeUndefined()
  })

  test('is silent beside another permission that administers R2, and for the app', () => {
    const both = allowing(['Workers R2 Storage Write', 'Workers R2 Data Catalog Write'], account)
    expect(severity('W2', both)).toBeUndefined()
    const reading = allowing(['Workers R2 Storage Read'], account)
    expect(severity('W2', reading)).toBe('review')
    expect(severity('W2', reading, { ownTokenId: reading.id })).toBeUndefined()
  })
})

test('W3 fires for all Workers and not for single ones', () => {
  expect(severity('W3', allowing(['Workers Scripts Write'], account))).toBe('review')
  expect(severity('W3', allowing(['Workers Editor'], account))).toBe('review')
  expect(severity('W3', allowing(['Individual Workers Editor'], worker('7')))).toBeUndefined()
})

describe('W6, many jobs', () => {
  const names = ['Billing Write', 'Workers Scripts Write', 'Stream Write', 'Workers R2 Storage Write']

  test('needs four categories of changes, and the catalogue', () => {
    expect(found('W6', allowing(names, account))[0]?.seen).toBe(
      'It changes things in 4 categories: Account and billing, Developer platform and 2 more.',
    )
    expect(severity('W6', allowing(names.slice(1), account))).toBeUndefined()
    expect(severity('W6', allowing(names, account), { catalogue: undefined })).toBeUndefined()
  })
})

test('W7 is said once an account', () => {
  const deploy = allowing(['Individual Workers Editor'], worker('7'), { name: 'deploy' })
  expect(found('W7', [deploy, { ...deploy, id: 'other' }])).toMatchObject([
    { tokenId: null, severity: 'review', seen: '2 tokens may deploy single Workers: “deploy”.' },
  ])
  expect(found('W7', { ...deploy, status: 'disabled' })).toEqual([])
  expect(found('W7', token())).toEqual([])
})
