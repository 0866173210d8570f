import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Token } from '#domain/token/token.ts'
import { emptyIndex, indexTokens } from './entries.ts'
import { noFilters, type Filters } from './filters.ts'
import { inventory, NOW, ZONES, zoneNames } from './generated-tokens.ts'
import { queryInventory, tokensOf } from './query.ts'
import { ACCOUNT, testToken } from './testing.ts'

const context = { now: NOW, includeExpired: true, zoneNames }
const find = (tokens: Token[], wanted: Partial<Filters>) =>
  tokensOf(queryInventory(indexTokens(tokens, ACCOUNT, emptyIndex()), { ...noFilters, ...wanted }, context).entries)

describe('search', () => {
  test('searching for a token’s own name finds it', () => {
    fc.assert(
      fc.property(inventory, fc.nat(), (tokens, at) => {
        const wanted = tokens[at % Math.max(1, tokens.length)]
        if (wanted) expect(find(tokens, { q: wanted.name })).toContain(wanted)
      }),
    )
  })

  test('a part of an id is not taken for a part of a name', () => {
    const token = testToken(`10${'e'.repeat(30)}`, { name: 'Release 2026.1' })
    expect(find([token], { q: '2026.10' })).toEqual([])
    expect(find([token], { q: '2026-1' })).toEqual([token])
    expect(find([token], { q: '10eee' })).toEqual([token])
  })

  test('words are found in any order, and more words never find more', () => {
    fc.assert(
      fc.property(inventory, fc.constantFrom('dns', 'write', 'shop', 'deploy'), (tokens, word) => {
        const both = find(tokens, { q: `${word} read` })
        expect(find(tokens, { q: `read ${word}` })).toEqual(both)
        expect(find(tokens, { q: word })).toEqual(expect.arrayContaining(both))
      }),
    )
  })

  const zoneToken = testToken('a'.repeat(32), {
    name: 'Café deploy',
    creatorEmail: 'Mara@Northwind.example',
    policies: [
      {
        effect: 'allow',
        permission_groups: [{ id: 'c0ffee00c0ffee00c0ffee00c0ffee00', name: 'DNS Write' }],
        resources: { [`com.cloudflare.api.account.zone.${ZONES[0]}`]: '*' },
      },
    ],
  })

  test.each([
    ['its name, without accents', 'cafe'],
    ['the beginning of its id', 'aaaaaa'],
    ['a permission by name', 'dns write'],
    ['a permission by the dashboard’s word', 'dns edit'],
    ['a permission by id', 'c0ffee00'],
    ['a zone by name', 'shop.example'],
    ['a zone by id', '1111111'],
    ['its creator', 'mara@'],
    ['words from different places', 'mara shop deploy'],
  ])('finds a token by %s', (_, q) => {
    expect(find([testToken('b'.repeat(32)), zoneToken], { q })).toEqual([zoneToken])
  })

  test.each([
    'Zone:DNS:Edit',
    'Zone - DNS - Edit',
    'Zone > DNS > Write',
    'dns_records:edit',
    '"DNS:Edit"',
    'mara Zone:DNS:Edit',
    'shop.example DNS:Edit',
    'cafe-deploy',
  ])('finds a token by the permission it names, as in %s', (q) => {
    expect(find([testToken('b'.repeat(32)), zoneToken], { q })).toEqual([zoneToken])
  })

  test.each(['Account:DNS:Edit', 'DNS:Read', 'Zone - DNS - Read', 'mara Account:DNS:Edit', '???'])(
    'finds no token by %s that none has on such a scope',
    (q) => {
      expect(find([zoneToken], { q })).toEqual([])
    },
  )

  test('tells groups of one name apart by what their policies are on', () => {
    const logs = (id: string, resources: Record<string, string>) =>
      testToken(id, {
        policies: [{ effect: 'allow', permission_groups: [{ id: `logs ${id}`, name: 'Logs Read' }], resources }],
      })
    const ofZone = logs('1', { [`com.cloudflare.api.account.zone.${ZONES[0]}`]: '*' })
    const ofAccount = logs('2', { [`com.cloudflare.api.account.${ACCOUNT}`]: '*' })
    const ofWorker = logs('3', {
      [`com.cloudflare.api.account.${ACCOUNT}`]: { 'com.cloudflare.edge.worker.script.1': '*' } as never,
    })
    const all = [ofZone, ofAccount, ofWorker]
    expect(find(all, { q: 'Zone:Logs:Read' })).toEqual([ofZone])
    expect(find(all, { q: 'Account - Logs - Read' })).toEqual([ofAccount])
    expect(find(all, { q: 'worker logs read' })).toEqual([ofWorker])
    expect(find(all, { q: 'Logs:Read' })).toEqual(all)
  })

  test('finds no token by a word that is nowhere', () => {
    expect(find([zoneToken], { q: 'shop elsewhere' })).toEqual([])
  })
})
