import { describe, expect, test } from 'vitest'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { account, allZones, bucket, FOREIGN, OWN, worker, zone } from '#domain/reach/testing.ts'
import type { Token } from '#domain/token/token.ts'
import type { Context } from './context.ts'
import { allowing, found, inDays, LISTED, NOW, policy, saved, token } from './testing.ts'

const { listings, ownToken } = LISTED
const ownWith = (...policies: unknown[]) => ({ ...LISTED, ownToken: token({ id: 'own', policies }) })
const seen = (tested: Token, fields: Partial<Context> = LISTED) => found('N8', tested, fields)[0]?.seen

const reading = (resources: WirePolicy['resources'], fields = {}) => allowing(['DNS Read'], resources, fields)
const gone = reading(zone('1', '3'))
const [ID_3, ID_7] = ['3', '7'].map((digit) => digit.repeat(32))
const bucketAt = (jurisdiction: string, owner = OWN) => ({
  [`com.cloudflare.edge.r2.bucket.${owner}_${jurisdiction}_logs`]: '*',
})
const nestedZone = { [`com.cloudflare.api.account.${OWN}`]: zone('3') }

describe('N8, a resource that is gone', () => {
  test.each<[string, Token, string | undefined]>([
    ['a zone', gone, `Policy 1 names 1 zone that this account does not list: ${ID_3}.`],
    [
      'a zone under the account',
      reading(nestedZone),
      `Policy 1 names 1 zone that this account does not list: ${ID_3}.`,
    ],
    [
      'a bucket',
      allowing(['Workers R2 Storage Bucket Item Read'], bucket),
      'Policy 1 names 1 R2 bucket that this account does not list: eu/logs.',
    ],
    [
      'a Worker',
      allowing(['Individual Workers Editor'], worker('7')),
      `Policy 1 names 1 Worker that this account does not list: ${ID_7}.`,
    ],
    [
      'several in several policies',
      token({ policies: [policy(['DNS Read'], zone('3')), policy(['Zone Read'], { ...zone('3'), ...bucket })] }),
      `Policies 1 and 2 name 1 zone, 1 R2 bucket that this account does not list: ${ID_3} and eu/logs.`,
    ],
    ['zones that are there', reading(zone('1', '2')), undefined],
    ['a bucket that is there', allowing(['Workers R2 Storage Bucket Item Read'], bucketAt('default')), undefined],
    ['a Worker that is there', allowing(['Individual Workers Editor'], worker('8')), undefined],
    ['all zones and the account', reading({ ...allZones, ...account }), undefined],
    [
      'a bucket of another account',
      allowing(['Workers R2 Storage Bucket Item Read'], bucketAt('eu', FOREIGN)),
      undefined,
    ],
    ['a zone under another account', reading({ [`com.cloudflare.api.account.${FOREIGN}`]: zone('3') }), undefined],
    ['a bucket where the list has none', allowing(['Workers R2 Storage Bucket Item Read'], bucketAt('us')), undefined],
    ['an unknown key', reading({ 'com.example.odd': '*' }), undefined],
    [
      'an unknown kind',
      reading({ [`com.cloudflare.api.account.${OWN}`]: { 'com.cloudflare.flagship.app.7f3a': '*' } }),
      undefined,
    ],
    [
      'a deny',
      token({ policies: [policy(['DNS Read'], allZones), policy(['DNS Read'], zone('3'), 'deny')] }),
      undefined,
    ],
    ['an unknown effect', token({ policies: [policy(['DNS Read'], zone('3'), 'audit')] }), undefined],
    ['a token that changed since', reading(zone('3'), { modified_on: inDays(0) }), undefined],
    ['a token that changed at an unknown time', reading(zone('3'), { modified_on: 'odd' }), undefined],
  ])('%s', (_, tested, expected) => {
    expect(seen(tested)).toBe(expected)
  })

  test.each<[string, Partial<Context>]>([
    ['was not read', { ownToken }],
    ['was not read to its end', { ownToken, listings: { zones: { ...listings.zones, isWhole: false } } }],
    ['is empty', { ownToken, listings: { zones: { ...listings.zones, items: [] } } }],
    ['is of another kind', { ownToken, listings: { buckets: listings.buckets } }],
    ['is seen by a token that is not known', { listings }],
    ['is seen by a token for one zone', ownWith(policy(['Zone Read'], zone('1')))],
    ['is seen by a token that may not list', ownWith(policy(['DNS Read'], allZones), policy(['Zone Read'], account))],
    ['lacks a zone by a deny', ownWith(policy(['Zone Read'], allZones), policy(['Zone Read'], zone('2'), 'deny'))],
    ['lacks what a deny may take', ownWith(policy(['Zone Read'], allZones), policy(['Zone Read'], account, 'deny'))],
    [
      'is seen by a token for another account',
      ownWith(policy(['Zone Read'], { [`com.cloudflare.api.account.${FOREIGN}`]: Object.values(allZones)[0] ?? '' })),
    ],
    ['is seen by an unknown effect', ownWith(policy(['Zone Read'], allZones, 'audit'))],
    ['is seen under a condition', ownWith({ ...policy(['Zone Read'], allZones), odd: 1 })],
    ['is seen beside a policy that can’t be read', ownWith(policy(['Zone Read'], allZones), 'odd')],
  ])('is silent where the list of zones %s', (_, fields) => {
    expect(found('N8', gone, fields)).toEqual([])
  })

  test('judges each kind alone, also without the catalogue', () => {
    const mixed = reading({ ...zone('3'), ...bucket })
    const onlyZones = { ...LISTED, listings: { zones: listings.zones }, catalogue: undefined }
    expect(seen(mixed, onlyZones)).toBe(`Policy 1 names 1 zone that this account does not list: ${ID_3}.`)
  })

  test('has an evidence for each resource, and the same fingerprint in another order', () => {
    const policies = [policy(['DNS Read'], { ...zone('3', '4') }), policy(['Zone Read'], zone('3'))]
    const [first] = found('N8', token({ policies: [{ ...policies[0], id: 'p' }, policies[1]] }), LISTED)
    expect(first?.evidence).toEqual([
      { policyIndex: 0, policyId: 'p', target: expect.stringContaining(ID_3 ?? '') },
      { policyIndex: 0, policyId: 'p', target: expect.stringContaining('4'.repeat(32)) },
    ])
    const [again] = found('N8', token({ policies: policies.toReversed() }), LISTED)
    expect(again?.fingerprint).toBe(first?.fingerprint)
  })
})

describe('the fix of N8', () => {
  const fixed = (stored: Token) => {
    const fix = found('N8', stored, LISTED)[0]?.fix
    return fix?.kind === 'draft' ? saved(stored, fix.draft).policies.map(({ resources }) => resources) : fix
  }

  test('takes the resource out, and leaves the others', () => {
    expect(fixed(gone)).toEqual([zone('1')])
    expect(fixed(reading({ ...zone('1', '3'), ...account }))).toEqual([{ ...zone('1'), ...account }])
  })

  test('takes a policy with nothing else out, and keeps what denies', () => {
    const deny = policy(['DNS Read'], zone('3'), 'deny')
    const several = token({ policies: [policy(['DNS Read'], zone('3')), deny, policy(['Zone Read'], zone('2'))] })
    expect(fixed(several)).toEqual([zone('3'), zone('2')])
  })

  test('deletes a token with nothing else', () => {
    expect(fixed(reading(zone('3')))).toMatchObject({ kind: 'action', action: { kind: 'delete' } })
  })

  test('is not prepared for the app’s own token', () => {
    expect(found('N8', { ...gone, id: 'own' }, { ...LISTED, ownTokenId: 'own' })[0]?.fix).toMatchObject({
      kind: 'edit',
    })
  })
})

test('what a token names that does not work is Tidy', () => {
  expect(found('N8', { ...gone, status: 'disabled' }, LISTED)[0]?.severity).toBe('tidy')
  expect(found('N8', gone, { ...LISTED, now: NOW + 1 })[0]?.severity).toBe('review')
})
