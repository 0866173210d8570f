import { describe, expect, test } from 'vitest'
import { readTokens } from './read-tokens.ts'
import { UsageError } from './usage.ts'

const ACCOUNT = 'a'.repeat(32)
const refusal = { success: false, errors: [{ code: 10000, message: 'Authentication error' }], result: null }
const page = (total_count: number, ...ids: string[]) => ({
  result: ids.map((id) => ({ id })),
  result_info: { total_count },
})
const detail = (id: string) => ({
  success: true,
  errors: [],
  result: { id, name: 'one', status: 'active', policies: [] },
})
const exportOf = (...ids: string[]) => ({ account_id: ACCOUNT, tokens: ids.map((id) => ({ id })) })

test.each([
  ['an export and a token', [exportOf('1'), { id: '2', status: 'revoked (exposed)' }], ['1', '2'], []],
  ['pages and a token of theirs', [page(2, '1'), { id: '2' }], ['1', '2'], []],
  ['an export and a refusal', [exportOf('1'), refusal], ['1'], ['The file has 1 refusal of the API.']],
  ['pages and refusals', [refusal, page(1, '1'), refusal], ['1'], ['The file has 2 refusals of the API.']],
  ['an export and null', [exportOf('1'), null], ['1'], ['1 item of the file can’t be read as a token.']],
  [
    'a page and what is nothing known',
    [page(1, '1'), 'text', { result: 'secret' }, { success: true, result: null }, { account_id: ACCOUNT }],
    ['1'],
    ['4 items of the file can’t be read as a token.'],
  ],
  ['a page and a zone', [page(1, '1'), { id: '2', name_servers: [] }], ['1'], [/1 item/]],
  ['details', [detail('1'), detail('2')], ['1', '2'], ['The file does not say how many tokens the account has.']],
  ['details and the count of a page', [page(2, '1'), detail('2')], ['1', '2'], []],
  ['a detail and a refusal', [detail('1'), refusal], ['1'], [/refusal/, /does not say how many/]],
  ['lists', [[{ id: '1' }, { id: '2' }], [{ id: '3' }]], ['1', '2', '3'], []],
  ['lists of answers', [[page(3, '1', '2')], [page(3, '3')]], ['1', '2', '3'], []],
  ['a list and null', [[{ id: '1' }], null], ['1'], [/1 item/]],
  ['lists in lists of lists', [{ id: '1' }, [[{ id: '2' }]]], ['1'], [/1 item/]],
  ['an export without tokens, and a token', [exportOf(), { id: '1' }], ['1'], []],
  ['empty lists', [[], []], [], []],
])('a list may hold %s', (_, list, ids, notes) => {
  const read = readTokens(JSON.stringify(list), ACCOUNT)
  expect(read.tokens.map(({ id }) => id)).toEqual(ids)
  expect(read.notes).toEqual(notes.map((note) => (typeof note === 'string' ? note : expect.stringMatching(note))))
  expect(read.isComplete).toBe(notes.length === 0)
})

test.each([
  [[refusal], /the first item is a refusal of the API/],
  [[exportOf(), refusal], /the first item is a refusal/],
  [[null, refusal], /none has an ID/],
  [[{ success: true, result: null }], /none has an ID/],
])('a list without a token is refused: %j', (list, reason) => {
  expect(() => readTokens(JSON.stringify(list), ACCOUNT)).toThrow(reason)
})

describe('exports of several accounts', () => {
  const OTHER = 'b'.repeat(32)
  const ofOther = { account_id: OTHER, tokens: [{ id: '8' }, { id: '9' }] }
  const both = JSON.stringify([exportOf('1'), ofOther])

  test('are refused without a choice', () => {
    const said = `The file has tokens of several accounts: ${ACCOUNT}, ${OTHER}. Use --account to choose one.`
    expect(() => readTokens(both, null)).toThrow(new UsageError(said))
    expect(() => readTokens(JSON.stringify([[exportOf('1')], [ofOther]]), null)).toThrow(/several accounts/)
  })

  test('leave those of the others out, and say so', () => {
    expect(readTokens(both, ACCOUNT)).toMatchObject({
      accountId: ACCOUNT,
      tokens: [{ id: '1' }],
      isComplete: true,
      totalCount: 1,
      notes: ['Left out: 2 tokens of other accounts.'],
    })
    expect(readTokens(both, OTHER)).toMatchObject({
      tokens: [{ id: '8' }, { id: '9' }],
      notes: ['Left out: 1 token of other accounts.'],
    })
  })

  test('with none of the chosen account are refused', () => {
    expect(() => readTokens(both, 'c'.repeat(32))).toThrow(`The file is of the accounts ${ACCOUNT}, ${OTHER}, not of`)
  })

  test('one account in two spellings is one, and other parts count as its own', () => {
    const shouted = { account_id: ACCOUNT.toUpperCase(), tokens: [{ id: '2' }] }
    const read = readTokens(JSON.stringify([exportOf('1'), shouted, { id: '3' }]), null)
    expect([read.accountId, read.tokens.length, read.notes]).toEqual([ACCOUNT, 3, []])
  })

  test('that are empty count as well', () => {
    expect(() => readTokens(JSON.stringify([exportOf('1'), { ...ofOther, tokens: [] }]), null)).toThrow(/several/)
  })
})

test('of a token that occurs twice, the one changed later counts, in any order', () => {
  const [before, after] = ['disabled', 'active'].map((status, day) => ({
    id: '1',
    status,
    modified_on: `2026-11-0${day + 1}T00:00:00Z`,
  }))
  const export1 = { account_id: ACCOUNT, tokens: [after] }
  for (const list of [
    [before, after],
    [after, before],
    [export1, { result: before, result_info: null }],
  ])
    expect(readTokens(JSON.stringify(list), ACCOUNT).tokens).toMatchObject([{ status: 'active' }])
  expect(readTokens(JSON.stringify([before, after]), ACCOUNT)).toMatchObject({ isComplete: true, totalCount: 1 })
  const same = [before, { ...before, status: 'expired' }]
  expect(readTokens(JSON.stringify(same), ACCOUNT).tokens).toMatchObject([{ status: 'expired' }])
})

test.each([
  ['less than its own tokens', [page(1, '1', '2')], { isComplete: false, totalCount: null }],
  ['no whole number', [page(1.5, '1')], { isComplete: false, totalCount: null }],
  [
    'less than the tokens of all pages, as those of two accounts',
    [page(1, '1'), page(1, '2')],
    { isComplete: false, totalCount: null },
  ],
  ['that of a later page', [page(1, '1'), page(2, '2')], { isComplete: true, totalCount: 2 }],
])('a count that is %s', (_, pages, expected) => {
  expect(readTokens(JSON.stringify(pages), ACCOUNT)).toMatchObject(expected)
})
