import { expect, test } from 'vitest'
import { emptyIndex, indexTokens } from './entries.ts'
import { matchFinder } from './find-match.ts'
import { testToken } from './testing.ts'

const ACCOUNT = '023e105f4ecef8ad9ca31a8372d0c353'
const ZONE = 'a'.repeat(32)
const DNS = { id: '1'.repeat(32), name: 'DNS Write' }
const LOGS = { id: '2'.repeat(32), name: 'Logs Read' }
const token = testToken('ed17', {
  name: 'edge-router',
  creatorEmail: 'maria@northwind.example',
  policies: [
    {
      id: 'p',
      effect: 'allow',
      permission_groups: [LOGS, DNS],
      resources: { 'com.cloudflare.api.account.zone.other': '*', [`com.cloudflare.api.account.zone.${ZONE}`]: '*' },
    },
  ],
})
const find = (query: string) =>
  matchFinder(indexTokens([token], ACCOUNT, emptyIndex()), query, new Map([[ZONE, 'contoso.example']]))(token)

test.each([
  ['router', {}],
  ['dns', { groupId: DNS.id }],
  ['DNS Write', { groupId: DNS.id }],
  ['contoso', { resource: `zone:${ZONE}` }],
  ['edge dns contoso', { groupId: DNS.id, resource: `zone:${ZONE}` }],
  ['maria', { unseen: { of: 'creator', text: 'maria@northwind.example' } }],
  ['ed17', { unseen: { of: 'id', text: 'ed17' } }],
])('%j finds the token by %j', (query, where) => {
  const { terms, ...match } = find(query) ?? { terms: [] }
  expect(match).toEqual(where)
  expect(terms).toContain(query.toLowerCase().split(' ')[0])
})

test('without words there is nothing to say', () => {
  expect(find('  ')).toBeUndefined()
})
