import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '#domain/findings/context.ts'
import { reportJson, reportMarkdown } from '#domain/findings/report.ts'
import { toSarif } from '#domain/findings/sarif.ts'
import { judge } from './judge.ts'
import { readOptions } from './options.ts'
import { readCatalogueFile, readTokens } from './read-tokens.ts'
import { toTable } from './table.ts'
import { UsageError } from './usage.ts'

const ACCOUNT = 'a'.repeat(32)
const NOW = Date.parse('2026-11-27T00:00:00Z')
const options = readOptions([])

const odd = fc.oneof(
  fc.jsonValue(),
  fc.record(
    {
      id: fc.oneof(fc.string(), fc.jsonValue()),
      name: fc.jsonValue(),
      status: fc.oneof(fc.constantFrom('active', 'disabled', 'revoked (exposed)'), fc.jsonValue()),
      expires_on: fc.jsonValue(),
      condition: fc.jsonValue(),
      policies: fc.oneof(
        fc.array(fc.record({ effect: fc.jsonValue(), permission_groups: fc.jsonValue(), resources: fc.jsonValue() }), {
          maxLength: 3,
        }),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: [] },
  ),
)

test('whatever JSON a file holds, it is reported in every format or refused with a reason', () => {
  const files = fc.oneof(
    odd,
    fc.array(odd, { maxLength: 5 }),
    fc.record({ tokens: fc.array(odd, { maxLength: 5 }) }),
    fc.record({ result: fc.oneof(fc.array(odd, { maxLength: 5 }), odd), result_info: fc.jsonValue() }),
    fc.array(fc.record({ result: fc.array(odd, { maxLength: 5 }) }), { maxLength: 3 }),
  )
  fc.assert(
    fc.property(files, (value) => {
      if (typeof options === 'string') return
      try {
        const read = readTokens(JSON.stringify(value), ACCOUNT)
        const source = { ...read, catalogue: undefined, ownTokenId: null, isReadOnlyServer: false }
        const judged = judge(source, { settings: DEFAULT_SETTINGS, suppressions: [], now: NOW }, options)
        JSON.parse(reportJson(judged))
        JSON.parse(
          toSarif({
            ...judged.source,
            findings: judged.open,
            suppressed: [],
            silent: [],
            uncounted: [],
            version: '1.0.0',
          }),
        )
        expect(reportMarkdown(judged) + toTable(judged, true)).toMatch(/need/)
      } catch (error) {
        expect(error).toBeInstanceOf(UsageError)
      }
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['an empty list', '[]', { tokens: [], isComplete: true, totalCount: 0 }],
  ['an empty export', `{"account_id":"${ACCOUNT}","tokens":[]}`, { tokens: [], isComplete: true, totalCount: 0 }],
  ['a whole answer', '{"result":[{"id":"1"}],"result_info":{"total_count":1}}', { isComplete: true, totalCount: 1 }],
  ['a page', '{"result":[{"id":"1"}],"result_info":{"total_count":9}}', { isComplete: false, totalCount: 9 }],
  ['an answer without a count', '{"result":[{"id":"1"}]}', { isComplete: false, totalCount: null }],
  ['one token', '{"result":{"id":"1"}}', { isComplete: false, totalCount: null }],
  ['an item that is no token', '[{"id":"1"},null]', { isComplete: false, totalCount: 2 }],
  [
    'a page twice',
    '[{"result":[{"id":"1"}],"result_info":{"total_count":2}},{"result":[{"id":"1"}],"result_info":{"total_count":2}}]',
    { isComplete: false, totalCount: 2 },
  ],
])('%s', (_, text, expected) => {
  expect(readTokens(text, ACCOUNT)).toMatchObject(expected)
})

test('a token alone is one of an unknown number', () => {
  expect(readTokens('{"id":"1","name":"one","policies":[]}', ACCOUNT)).toMatchObject({
    tokens: [{ id: '1' }],
    isComplete: false,
    totalCount: null,
  })
})

test('lists that are nested without end are refused, too', () => {
  expect(() => readTokens('['.repeat(100_000) + ']'.repeat(100_000), ACCOUNT)).toThrow(UsageError)
})

test('a key that is set twice is refused, as nobody knows which of both counts', () => {
  const read = () => readTokens('{"tokens":[{"id":"1","status":"active","policies":[],"status":"disabled"}]}', ACCOUNT)
  expect(read).toThrow('The file sets “status” twice in one object.')
})

const access = { access: 'allow', permission_groups: [], resource_groups: [] }
const group = { id: '1', name: 'AI Audit Read', scopes: ['com.cloudflare.api.account.zone'] }
const member = { id: '1', status: 'accepted', user: {}, roles: [], policies: [access] }

test.each([
  ['a permission group', { success: true, result: [group] }],
  ['a permission group', [group]],
  ['a member', { result: [member], result_info: { total_count: 1 } }],
  ['a member', { result: member }],
  ['an Access application', { result: [{ id: '1', name: 'Admin Site', aud: 'x', policies: [] }] }],
  ['a user group', { result: [{ id: '1', name: 'Readers', created_on: 'x', policies: [access] }] }],
  ['something else', { result: [{ id: '1', policies: [access] }] }],
  ['a zone', { result: [{ id: '1', name: 'a.example', status: 'active', name_servers: [] }] }],
])('%s is no token: %j', (kind, answer) => {
  const read = () => readTokens(JSON.stringify(answer), ACCOUNT)
  expect(read).toThrow(UsageError)
  expect(read).toThrow(`The file has no tokens: the first item is ${kind}.`)
})

test('among tokens, what is no token is not judged', () => {
  expect(readTokens(JSON.stringify([{ id: '2', status: 'active' }, group]), ACCOUNT)).toMatchObject({
    tokens: [{ id: '2' }],
    isComplete: false,
    notes: ['1 item of the file can’t be read as a token.'],
  })
})

test.each([
  { status: 'active' },
  { name: 'ci' },
  { name: 'ci', status: 'active', issued_on: 'x', email: 'a@b.example', scopes: [] },
])('without policies and with %j, a token is still a token', (fields) => {
  expect(readTokens(JSON.stringify([{ id: '1', ...fields }]), ACCOUNT)).toMatchObject({ tokens: [{ id: '1' }] })
})

test('a file without an account belongs to the one that its policies name', () => {
  const policies = [
    { effect: 'allow', permission_groups: [], resources: { [`com.cloudflare.api.account.${ACCOUNT}`]: '*' } },
  ]
  expect(readTokens(JSON.stringify([{ id: '1', policies }]), null).accountId).toBe(ACCOUNT)
  expect(() => readTokens('[{"id":"1"}]', null)).toThrow(/--account/)
})

test.each([
  '{}',
  '[]',
  '"text"',
  '{"result":[{"name":"no id"}]}',
  '{"result":[{"id":"1","name":"a token","status":"active","policies":[]}]}',
  '[{"id":"1","name":"a.example","name_servers":[]}]',
  'null',
])('%s is no catalogue', (text) => {
  expect(() => readCatalogueFile(text)).toThrow(UsageError)
})
