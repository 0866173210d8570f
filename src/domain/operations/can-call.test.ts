import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { testToken } from '#domain/inventory/testing.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { answer } from '#domain/reach/question.ts'
import { reachReader } from '#domain/reach/reach.ts'
import * as reach from '#domain/reach/testing.ts'
import { account, allZones, FOREIGN, OWN, placeAt, policy, worker, zone } from '#domain/reach/testing.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { WORKER_SCOPE } from '#domain/resources/scope.ts'
import type { Token } from '#domain/token/token.ts'
import { canCallWords } from './can-call-words.ts'
import { canCall } from './can-call.ts'
import type { Need, NeedOption } from './need.ts'
import { group, needing, onAccount, onZone, ZONE_1 } from './testing.ts'
import { tokensThatCan } from './tokens-that-can.ts'

const NOW = Date.parse('2026-11-24T00:00:00Z')
const names = new Map([[ZONE_1, 'example.com']])
const read = reachReader({ accountId: OWN, catalogue: reach.catalogue })
const reachOf = (policies: readonly WirePolicy[], fields: Partial<Token> = {}): TokenReach => {
  const token = testToken('x', { ...fields, policies: [...policies] })
  return { token, ...read(policies), isCut: false }
}
const ask = (need: Need, policies: readonly WirePolicy[], fields: Partial<Token> = {}, address?: string) =>
  canCall(reachOf(policies, fields), need, { accountId: OWN, moment: { now: NOW, ...(address && { address }) } })
const say = (...asked: Parameters<typeof ask>) => canCallWords(ask(...asked), names)

const dns = needing([onZone('DNS Write')])
const written = policy(['DNS Write'], zone('1'))

describe('whether a token can make a request', () => {
  test.each([
    ['names the zone', [policy(['DNS Read'], allZones), written], 'Yes. Policy 2 allows DNS Write on example.com.'],
    ['has all zones', [policy(['DNS Write'], allZones)], 'Yes. Policy 1 allows DNS Write on example.com.'],
    ['has it twice', [written, written], 'Yes. Policies 1 and 2 allow DNS Write on example.com.'],
    ['only reads', [policy(['DNS Read'], zone('1'))], 'No. It lacks DNS Write on example.com.'],
    ['has nothing', [], 'No. It lacks DNS Write on example.com.'],
    ['only denies it', [policy(['DNS Write'], zone('1'), 'deny')], 'No. It lacks DNS Write on example.com.'],
    [
      'has another zone',
      [policy(['DNS Write'], zone('2'))],
      'No. It has DNS Write on other resources, and lacks it on example.com.',
    ],
    [
      'has a kind of resources that the group does not apply to',
      [policy(['DNS Write'], worker('7'))],
      'No. Policy 1 gives DNS Write on resources that it does not apply to.',
    ],
    [
      'is denied the zone',
      [
        policy(['DNS Write'], allZones),
        policy(['DNS Write'], zone('2'), 'deny'),
        policy(['DNS Write'], zone('1'), 'deny'),
      ],
      'No. Policy 3 denies DNS Write on example.com.',
    ],
    [
      'is denied all zones',
      [written, policy(['DNS Write'], allZones, 'deny')],
      'No. Policy 2 denies DNS Write on example.com.',
    ],
    ['has the bare account', [policy(['DNS Write'], account)], 'Unknown. Policy 1 may allow DNS Write on example.com.'],
    [
      'has an unknown effect',
      [policy(['DNS Write'], zone('1'), 'audit')],
      'Unknown. Policy 1 may allow DNS Write on example.com.',
    ],
  ])('a token that %s', (_, policies, words) => {
    expect(say(dns, policies)).toBe(words)
  })

  test('any of several options will do, and the one that gives away least is the one that lacks', () => {
    const read = needing([onZone('DNS Write'), onZone('DNS Read')])
    expect(say(read, [written])).toBe('Yes. Policy 1 allows DNS Write on example.com.')
    expect(say(read, [])).toBe('No. It lacks DNS Read on example.com.')
  })

  test('a policy that cannot be read may hold anything', () => {
    const cut = { ...reachOf([]), isCut: true }
    expect(canCallWords(canCall(cut, dns, { accountId: OWN, moment: null }))).toMatch(/^Unknown\. A policy/)
  })

  test.each<[Partial<Token>, string | undefined, string]>([
    [{ status: 'disabled' }, undefined, 'Not now. The token is disabled. Policy 1 allows DNS Write on example.com.'],
    [{ expiresOn: '2026-11-24T00:00:00Z' }, undefined, 'Not now. The token has expired.'],
    [{ notBefore: '2026-11-25T00:00:00Z' }, undefined, 'Not now. The token is not valid yet.'],
    [{ status: 'odd' }, undefined, 'Unknown. The token has an unknown status.'],
    [limited('192.0.2.0/24'), '198.51.100.1', 'Not from this address. The token is limited to others. Policy 1 allows'],
    [limited('192.0.2.0/24'), '192.0.2.1', 'Yes. Policy 1 allows'],
    [limited('192.0.2.0/24'), undefined, 'Yes, from some addresses only. Policy 1 allows'],
    [limited('nonsense'), '192.0.2.1', 'Unknown. The token’s IP limit can’t be read.'],
    [{ condition: { allowed: ['192.0.2.1'], exceptions: ['192.0.2.1'] } }, undefined, 'Not from this address.'],
  ])('with %j from %s', (fields, address, words) => {
    expect(say(dns, [written], fields, address)).toContain(words)
  })

  test('a token that does not work now cannot, however little is known of its policies', () => {
    const unsure = [policy(['DNS Write'], account)]
    expect(say(dns, unsure, { status: 'disabled' })).toBe(
      'Not now. The token is disabled. Policy 1 may allow DNS Write on example.com.',
    )
    expect(canCall(reachOf([written], { status: 'disabled' }), dns, { accountId: OWN, moment: null }).can).toBe('yes')
  })

  test('requests that no account token can make, and those of which nothing is known', () => {
    const all = [written]
    expect(say(needing([], '/user', { state: 'user-only' }), all)).toBe('No. Only user tokens can make the request.')
    expect(say(needing([], '/x', { state: 'unsupported' }), all)).toMatch(/^No\. The product/)
    expect(say(needing([], '/x', { state: 'unpublished' }), all)).toMatch(/^Unknown\. Cloudflare/)
    expect(say({ ...dns, accountId: FOREIGN }, all)).toBe('No. The request is for another account.')
    expect(say(needing([], '/x', { state: 'unpublished', missing: ['New Read'] }), all)).toBe(
      'Unknown. New Read: not in the list of permission groups.',
    )
  })

  test('a token that holds a group by a name that the catalogue does not have may', () => {
    const need = { ...dns, missing: ['New Write'] }
    expect(ask(need, [policy(['New Write'], zone('1'))])).toMatchObject({ can: 'unknown', why: 'missing' })
    expect(ask(need, [policy(['DNS Read'], zone('1'))])).toMatchObject({ can: 'no', why: 'lacks' })
  })

  test('a request that names no zone is met by the group on any zone', () => {
    const any = needing([onZone('DNS Write', null)])
    expect(say(any, [policy(['DNS Write'], zone('2'))])).toBe('Yes. Policy 1 allows DNS Write on a zone.')
    expect(say(any, [policy(['DNS Write'], zone('2')), policy(['DNS Write'], zone('2'), 'deny')])).toMatch(
      /^No\. Policy 2/,
    )
    expect(say(any, [])).toBe('No. It lacks DNS Write on a zone.')
  })

  test('a Worker that is named otherwise than by its ID may be any', () => {
    const named = needing([
      { group: group('Individual Workers Editor', WORKER_SCOPE), on: { scope: WORKER_SCOPE, id: 'edge-router' } },
    ])
    const editor = ['Individual Workers Editor']
    expect(ask(named, [policy(editor, worker('7'))]).can).toBe('unknown')
    expect(ask(named, [policy(editor, reach.allWorkers)]).can).toBe('yes')
    expect(ask(named, [policy(editor, reach.allWorkers), policy(editor, worker('7'), 'deny')]).can).toBe('unknown')
  })
})

function limited(range: string): Partial<Token> {
  return { condition: { allowed: [range], exceptions: [] } }
}

const anyNeed = fc
  .subarray(reach.catalogue, { minLength: 1, maxLength: 3 })
  .chain((groups) => fc.tuple(...groups.map((one) => optionFor(one.name))))
  .map((options) => needing(options))

function optionFor(name: string): fc.Arbitrary<NeedOption> {
  const known = reach.catalogue.find((one) => one.name === name)
  const scope = known?.scopes[0] ?? ''
  const ids = ['1'.repeat(32), '2'.repeat(32), '7'.repeat(32), 'eu/logs', null]
  return fc.constantFrom(...ids).map((id) => ({ group: group(name, scope), on: { scope, id } }))
}

const asWritten = (policies: WirePolicy[], need: Need) =>
  canCall(reachOf(policies), need, { accountId: OWN, moment: null })

describe('for all policies and needs', () => {
  test('it is what an answer about the one group on the one place says', () => {
    const places = [zone('1'), zone('2')]
    fc.assert(
      fc.property(
        reach.anyPolicies,
        fc.constantFrom('DNS Write', 'Odd Thing'),
        fc.constantFrom(0, 1),
        (policies, name, at) => {
          const place = placeAt(places[at] ?? account)
          const need = needing([onZone(name, `${at + 1}`.repeat(32))])
          const answers = answer({ groupIds: [`id of ${name}`], place }, [reachOf(policies)], null)
          const said = asWritten(policies, need)
          const expected =
            answers.named.length + answers.wildcard.length > 0 ? 'yes' : answers.unsure.length > 0 ? 'unknown' : 'no'
          expect(said.can).toBe(expected)
          expect(said.why === 'denied').toBe(answers.heldBack.length > 0)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('it is never yes when every option is denied everywhere', () => {
    const all = reach.catalogue.map(({ name }) => name)
    const bare = [
      account,
      allZones,
      reach.allWorkers,
      reach.apps('*'),
      { [`com.cloudflare.api.account.${OWN}`]: { 'com.cloudflare.edge.r2.bucket.*': '*' } },
    ]
    fc.assert(
      fc.property(reach.anyPolicies, anyNeed, (policies, need) => {
        const denied = [...policies, ...bare.map((resources) => policy(all, resources, 'deny'))]
        expect(asWritten(denied, need).can).not.toBe('yes')
      }),
    )
  })

  test('one more policy that allows turns no yes into something else, and one that denies no no into a yes', () => {
    fc.assert(
      fc.property(
        reach.anyPolicies,
        reach.anyPolicy(fc.constant('allow')),
        reach.anyPolicy(fc.constant('deny')),
        anyNeed,
        (policies, allow, deny, need) => {
          const { can } = asWritten(policies, need)
          if (can === 'yes') expect(asWritten([...policies, allow], need).can).toBe('yes')
          if (can === 'no') expect(asWritten([...policies, deny], need).can).toBe('no')
        },
      ),
      { numRuns: 500 },
    )
  })

  test('a yes names policies that allow, and a denied one policies that deny', () => {
    fc.assert(
      fc.property(reach.anyPolicies, anyNeed, (policies, need) => {
        const said = asWritten(policies, need)
        if (!('via' in said) || !said.via) return
        expect(said.via.policies).not.toEqual([])
        const effects = new Set(said.via.policies.map((index) => policies[index]?.effect))
        expect(effects.has('deny')).toBe(said.why === 'denied')
        if (said.why === 'allowed') expect(effects).toEqual(new Set(['allow']))
      }),
      { numRuns: 500 },
    )
  })
})

test('tokens that can make all of several requests', () => {
  const needs = [
    dns,
    needing([onAccount('Workers Scripts Write', OWN)]),
    needing([], '/memberships', { state: 'user-only' }),
  ]
  const scripts = policy(['Workers Scripts Write'], account)
  const reaches = [[written, scripts], [written], [policy(['DNS Write'], account), scripts], []].map((one) =>
    reachOf(one),
  )
  const context = { accountId: OWN, moment: { now: NOW } }
  const found = tokensThatCan(reaches, needs, context)
  expect(found.can).toEqual([reaches[0]])
  expect(found.unsure).toEqual([reaches[2]])
  expect(tokensThatCan(reaches, needs.slice(2), context)).toEqual({ can: [], unsure: [] })
})
