import { describe, expect, test } from 'vitest'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { account, allZones, bucket, FOREIGN, worker, zone } from '#domain/reach/testing.ts'
import type { Token } from '#domain/token/token.ts'
import type { RuleId } from './finding.ts'
import { allowing, catalogue, found, inDays, policy, saved, severity, token } from './testing.ts'

const of = (...policies: WirePolicy[]) => token({ policies })
const deny = (names: string[], resources: WirePolicy['resources']) => policy(names, resources, 'deny')
const elsewhere = { [`com.cloudflare.api.account.${FOREIGN}`]: '*' }
const oddPlace = { 'com.example.odd': '*' }

/** The token with the draft that the rule offers, or `null` if it offers none. */
function fixed(rule: RuleId, stored: Token): Token | null {
  const fix = found(rule, stored)[0]?.fix
  return fix?.kind === 'draft' ? saved(stored, fix.draft) : null
}

const without = ({ policies }: Token) =>
  policies.map(({ permission_groups, resources }) => [permission_groups, resources])

describe('N1, a token that can do nothing', () => {
  test.each<[string, Token, string | undefined]>([
    ['no policies', of(), 'It has no policies.'],
    ['only denies', of(deny(['DNS Read'], allZones)), 'None of its policies allows anything.'],
    [
      'all denied',
      of(policy(['DNS Read'], zone('1')), deny(['DNS Read'], allZones)),
      'All that its policies allow is denied by another one, or applies to nothing.',
    ],
    ['a part denied', of(policy(['DNS Read'], allZones), deny(['DNS Read'], zone('1'))), undefined],
    ['an unknown effect', of(policy(['DNS Read'], allZones, 'audit')), undefined],
    ['a policy that is not readable', token({ policies: ['odd'] }), undefined],
    ['no list of policies', token({ policies: undefined }), undefined],
    ['created today', token({ policies: [], issued_on: inDays(-0.5) }), undefined],
  ])('%s', (_, tested, seen) => {
    expect(found('N1', tested)[0]?.seen).toBe(seen)
  })

  test('the app’s own token surely can do something', () => {
    expect(found('N1', of(), { ownTokenId: 'token' })).toEqual([])
  })
})

describe('N2, a permission that never applies', () => {
  const dead = of(policy(['Workers Scripts Write'], zone('1')), policy(['DNS Read'], zone('1')))

  test('names the policy and offers to take it out', () => {
    expect(found('N2', dead)[0]?.seen).toBe('Policy 1 has Workers Scripts Write on 1 zone, where it does not apply.')
    expect(without(fixed('N2', dead) ?? dead)).toEqual(without(of(policy(['DNS Read'], zone('1')))).map(nameless))
  })

  test('keeps the rest of a policy of several kinds', () => {
    const mixed = of(policy(['Workers Scripts Write', 'DNS Read'], { ...zone('1'), ...account }))
    const after = fixed('N2', mixed)
    expect(after?.policies.map(({ permission_groups }) => permission_groups.map(({ id }) => id))).toEqual(
      [['id of DNS Read'], [catalogue.find(({ name }) => name === 'Workers Scripts Write')?.id]].toReversed(),
    )
  })

  test('a zone’s permission on the account is not established', () => {
    const unsure = allowing(['DNS Write'], account)
    expect(found('N2', unsure)[0]).toMatchObject({ fix: { kind: 'edit', policyIndex: 0 } })
    expect(found('N2', unsure)[0]?.seen).toContain('not established')
  })

  test('deletes a token with nothing else', () => {
    expect(found('N2', allowing(['Workers Scripts Write'], zone('1')))[0]?.fix).toMatchObject({
      action: { kind: 'delete' },
    })
  })

  test('is silent where it fits, on unknown resources and without the catalogue', () => {
    expect(severity('N2', token())).toBeUndefined()
    expect(severity('N2', allowing(['DNS Read'], oddPlace))).toBeUndefined()
    expect(severity('N2', dead, { catalogue: undefined })).toBeUndefined()
  })
})

describe('N3, a deny that denies nothing', () => {
  test.each<[string, Token, string | undefined]>([
    ['another zone', of(policy(['DNS Read'], zone('1')), deny(['DNS Read'], zone('2'))), 'tidy'],
    ['another permission', of(policy(['DNS Read'], zone('1')), deny(['DNS Write'], zone('1'))), 'tidy'],
    ['a part of all zones', of(policy(['DNS Read'], allZones), deny(['DNS Read'], zone('1'))), undefined],
    ['all zones over one', of(policy(['DNS Read'], zone('1')), deny(['DNS Read'], allZones)), undefined],
    ['the account over a zone', of(policy(['DNS Read'], zone('1')), deny(['DNS Read'], account)), undefined],
    ['an unknown place', of(policy(['DNS Read'], oddPlace), deny(['DNS Read'], zone('1'))), undefined],
    ['an unknown effect', of(policy(['DNS Read'], zone('1'), 'audit'), deny(['DNS Read'], zone('1'))), undefined],
  ])('%s', (_, tested, expected) => {
    expect(severity('N3', tested)).toBe(expected)
  })

  test('names the deny and takes only that out', () => {
    const idle = of(policy(['DNS Read'], zone('1')), deny(['DNS Read'], zone('1', '2')))
    expect(found('N3', idle)[0]).toMatchObject({
      seen: 'Policy 2 denies DNS Read on 1 zone, which no policy allows.',
      evidence: [{ policyIndex: 1 }],
    })
    expect(without(fixed('N3', idle) ?? idle)[1]?.[1]).toEqual(zone('1'))
  })

  test('is silent beside a policy that can’t be read', () => {
    expect(severity('N3', token({ policies: [deny(['DNS Read'], zone('2')), 'odd'] }))).toBeUndefined()
  })
})

describe('N4, Read beside Write', () => {
  test.each<[string, Token, string | undefined]>([
    ['in one policy', of(policy(['DNS Read', 'DNS Write'], zone('1'))), 'tidy'],
    ['in two policies', of(policy(['DNS Read'], zone('1')), policy(['DNS Write'], allZones)), 'tidy'],
    ['Read is wider', of(policy(['DNS Read'], allZones), policy(['DNS Write'], zone('1'))), undefined],
    ['a Write that allows less', of(policy(['Zone Read', 'Zone Write'], zone('1'))), undefined],
    ['another product', of(policy(['Zone Read', 'DNS Write'], zone('1'))), undefined],
    [
      'Write is denied there',
      of(policy(['DNS Read', 'DNS Write'], zone('1')), deny(['DNS Write'], zone('1'))),
      undefined,
    ],
    [
      'Write is denied on that zone of all',
      of(policy(['DNS Read'], zone('1')), policy(['DNS Write'], allZones), deny(['DNS Write'], zone('1'))),
      undefined,
    ],
    [
      'Write is denied on one zone of all',
      of(policy(['DNS Read', 'DNS Write'], allZones), deny(['DNS Write'], zone('1'))),
      undefined,
    ],
    ['separate data', of(policy(['read logs of accounts', 'logs of accounts'], account)), undefined],
    ['unknown fields', token({ policies: [{ ...policy(['DNS Read', 'DNS Write'], zone('1')), odd: 1 }] }), undefined],
  ])('%s', (_, tested, expected) => {
    expect(severity('N4', tested)).toBe(expected)
  })

  test('takes the Read out', () => {
    const both = of(policy(['DNS Read', 'DNS Write'], zone('1')))
    expect(without(fixed('N4', both) ?? both)).toEqual(without(of(policy(['DNS Write'], zone('1')))).map(nameless))
  })
})

describe('N5, allowed twice', () => {
  test.each<[string, Token, string | undefined]>([
    ['a zone beside all', of(policy(['DNS Read'], zone('1')), policy(['DNS Read'], allZones)), 'tidy'],
    ['the same twice', of(policy(['DNS Read'], zone('1')), policy(['DNS Read'], zone('1'))), 'tidy'],
    ['two zones', of(policy(['DNS Read'], zone('1')), policy(['DNS Read'], zone('2'))), undefined],
    ['another permission', of(policy(['DNS Read'], zone('1')), policy(['Zone Read'], allZones)), undefined],
    [
      'held back from all',
      of(policy(['DNS Read'], zone('1')), policy(['DNS Read'], allZones), deny(['DNS Read'], zone('1'))),
      undefined,
    ],
  ])('%s', (_, tested, expected) => {
    expect(severity('N5', tested)).toBe(expected)
  })

  test('takes the narrow part or the repetition out', () => {
    const narrow = of(policy(['DNS Read'], zone('1')), policy(['DNS Read'], allZones))
    expect(without(fixed('N5', narrow) ?? narrow)).toEqual(without(of(policy(['DNS Read'], allZones))).map(nameless))
    const twice = of(policy(['DNS Read'], zone('1')), policy(['DNS Read', 'Zone Read'], zone('1')))
    expect(fixed('N5', twice)?.policies.map(({ permission_groups }) => permission_groups.length)).toEqual([1, 1])
  })
})

/** As a request names groups: by id only. */
function nameless([groups, resources]: unknown[]): unknown[] {
  return [(groups as { id: string }[]).map(({ id }) => ({ id })), resources]
}

describe('N6, an unknown permission', () => {
  test('is one that is not in the catalogue', () => {
    expect(found('N6', allowing(['Gone Write'], account))[0]?.seen).toBe(
      'It has Gone Write, not in the list of permission groups.',
    )
    expect(severity('N6', token())).toBeUndefined()
    expect(severity('N6', allowing(['Gone Write'], account), { catalogue: undefined })).toBeUndefined()
  })
})

test('N9 finds another account, and takes it out', () => {
  const both = of(policy(['DNS Read'], zone('1')), policy(['Billing Write'], elsewhere))
  expect(found('N9', both)[0]?.seen).toBe('Policy 2 names another account.')
  expect(fixed('N9', both)?.policies).toHaveLength(1)
  expect(severity('N9', token())).toBeUndefined()
  expect(severity('N9', allowing(['DNS Read'], oddPlace))).toBeUndefined()
})

test('N10 finds the twin that fits', () => {
  const wrong = allowing(['logs of zones'], account)
  expect(severity('N10', wrong)).toBe('review')
  expect(fixed('N10', wrong)?.policies[0]?.permission_groups).toEqual([{ id: 'logs of accounts' }])
  expect(severity('N10', allowing(['logs of accounts'], account))).toBeUndefined()
  expect(severity('N10', allowing(['DNS Write'], account))).toBeUndefined()
  expect(found('N10', allowing(['logs of zones'], { ...account, ...zone('1') }))[0]?.fix.kind).toBe('edit')
})

test('N11 finds products that take no account tokens', () => {
  expect(severity('N11', allowing(['Page Rules Write'], allZones))).toBe('review')
  expect(severity('N11', allowing(['DNS Write'], allZones))).toBeUndefined()
})

test('what a token without use holds is at most Tidy', () => {
  expect(severity('N7', allowing(['Images Write'], account, { status: 'disabled' }))).toBe('tidy')
  expect(severity('N6', allowing(['Gone Write'], worker('7'), { status: 'expired' }))).toBe('tidy')
  expect(severity('N2', allowing(['DNS Read'], bucket, { status: 'revoked' }))).toBe('tidy')
})
