import { describe, expect, test } from 'vitest'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { account, zone } from '#domain/reach/testing.ts'
import type { Token } from '#domain/token/token.ts'
import { allowing, catalogue, found, inDays, policy, saved, severity, token } from './testing.ts'

const of = (...policies: WirePolicy[]) => token({ policies })
const deny = (names: string[], resources: WirePolicy['resources']) => policy(names, resources, 'deny')

describe('N7, a permission that ends', () => {
  const stored = (meta: object) =>
    token({ policies: [{ ...policy([], account), permission_groups: [{ id: 'x', name: 'Old Write', meta }] }] })

  test.each<[string, Token, string | undefined]>([
    ['soon', allowing(['Images Write'], account), 'act-now'],
    ['without a date', allowing(['Stream Write'], account), 'review'],
    ['not at all', token(), undefined],
    ['by what is stored', stored({ deprecated: 'true', eol_at: inDays(100) }), 'fix-soon'],
    ['ended already', stored({ eol_at: inDays(-10) }), 'act-now'],
    ['far away', stored({ eol_at: inDays(200) }), 'review'],
    ['not, as the API says', stored({ deprecated: 'false', eol_at: '0001-01-01' }), undefined],
    ['of what is denied', of(deny(['Images Write'], account)), undefined],
  ])('%s', (_, tested, expected) => {
    expect(severity('N7', tested)).toBe(expected)
  })

  test('takes the earliest end where policies were stored with different ones, in any order', () => {
    const ends = [200, 100].map((days) => ({
      ...policy([], days === 200 ? account : zone('1')),
      permission_groups: [{ id: 'x', name: 'Old Write', meta: { deprecated: 'true', eol_at: inDays(days) } }],
    }))
    for (const policies of [ends, ends.toReversed()]) {
      expect(severity('N7', token({ policies }))).toBe('fix-soon')
      expect(found('N7', token({ policies }))[0]?.evidence).toHaveLength(1)
    }
  })

  test('an end that is no day is no ended one, and hides no other', () => {
    const ending = (id: string, eol_at: string) => ({ id, name: `${id} Write`, meta: { deprecated: 'true', eol_at } })
    const odd = ending('Odd', '2026-02-30')
    const groups = [ending('Late', inDays(200)), odd, ending('Early', inDays(100))]
    expect(severity('N7', token({ policies: [{ ...policy([], account), permission_groups: groups }] }))).toBe(
      'fix-soon',
    )
    const [alone] = found('N7', token({ policies: [{ ...policy([], account), permission_groups: [odd] }] }))
    expect(alone?.seen).toBe('Policy 1 has Odd Write, which ends on “2026-02-30”.')
  })

  test('names the policy and the day, and time does not change the fingerprint', () => {
    const [first] = found('N7', allowing(['Images Write'], account))
    expect(first?.seen).toBe('Policy 1 has Images Write, which ends on 14 Dec 2026.')
    const later = catalogue.map((one) => (one.deprecation ? { ...one, deprecation: { eolAt: inDays(99) } } : one))
    const [second] = found('N7', allowing(['Images Write'], account), { catalogue: later })
    expect(second?.fingerprint).toBe(first?.fingerprint)
  })
})

describe('the fix of N7', () => {
  const tail = policy(['Workers Tail Read'], account)
  const groups = (stored: Token) => {
    const fix = found('N7', stored)[0]?.fix
    const after = fix?.kind === 'draft' ? saved(stored, fix.draft).policies : []
    return after.map(({ permission_groups }) => permission_groups.map(({ id }) => id))
  }

  test('takes what Cloudflare names as the replacement, once', () => {
    const stored = of(policy(['Workers Tail Read', 'Billing Write'], account), policy(['Workers CI Read'], account))
    expect(found('N7', stored)[0]?.fix).toMatchObject({
      label: 'Take Workers Content Read-Only and Workers Metadata Read-Only instead',
    })
    expect(groups(stored)).toEqual(
      expect.arrayContaining([
        ['id of Workers Metadata Read-Only', 'id of Billing Write'],
        ['id of Workers Content Read-Only'],
      ]),
    )
    const both = of(policy(['Workers Metadata Read-Only', 'Workers Tail Read'], account))
    expect(groups(both)).toEqual([['id of Workers Metadata Read-Only']])
  })

  const without = (name: string) => catalogue.filter((one) => one.name !== name)
  test.each<[string, Token, PermissionGroup[] | undefined]>([
    ['no replacement is known', allowing(['Stream Write'], account), catalogue],
    ['one of several has none', of(policy(['Workers Tail Read', 'Stream Write'], account)), catalogue],
    ['the catalogue has no such permission', of(tail), without('Workers Metadata Read-Only')],
    [
      'the replacement is for other resources',
      of(policy(['Workers Tail Read'], { ...account, ...zone('1') })),
      catalogue,
    ],
    ['a deny names it as well', of(tail, deny(['Workers Tail Read'], account)), catalogue],
    ['an unknown effect names it', of(policy(['Workers Tail Read'], account, 'audit')), catalogue],
    ['a policy can’t be read', token({ policies: [tail, 'odd'] }), catalogue],
  ])('is left to the user where %s', (_, stored, known) => {
    expect(found('N7', stored, { catalogue: known })[0]?.fix).toMatchObject({ kind: 'edit', policyIndex: 0 })
  })

  test('is left to the user without the catalogue', () => {
    const meta = { deprecated: 'true' }
    const groups = tail.permission_groups.map((one) => ({ ...one, meta }))
    const stored = token({ policies: [{ ...tail, permission_groups: groups }] })
    expect(found('N7', stored)[0]?.fix.kind).toBe('draft')
    expect(found('N7', stored, { catalogue: undefined })[0]?.fix).toMatchObject({ kind: 'edit' })
  })
})
