import { expect, test } from './fixtures.ts'

const TOKENS = 'GET /api/v4/accounts/:account_id/tokens'
const GROUPS = `${TOKENS}/permission_groups`

test('the list asks for the session and its first page once', async ({ look, desk }) => {
  await look.open(`/accounts/${desk.accountId}/tokens`)
  await look.see('heading', 'API tokens')
  await look.see('button', 'Session: credential active')
  await look.seeText(/1–\d+ of \d+/)
  expect(desk.calls()).toEqual({ 'GET /api/session': 1, [TOKENS]: 1 })
})

test('the page of a token asks for it once', async ({ look, desk }) => {
  await look.open(`/accounts/${desk.accountId}/tokens/${desk.token.id}`)
  await look.see('heading', desk.token.name)
  await look.see('button', 'Session: credential active')
  expect(desk.calls()).toMatchObject({ 'GET /api/session': 1, [`${TOKENS}/:token_id`]: 1 })
  expect(Object.values(desk.calls())).not.toContain(2)
})

test('the editor asks for the session and the permission groups once', async ({ look, desk }) => {
  await look.open(`/accounts/${desk.accountId}/tokens/new`)
  await look.see('textbox', 'Token name')
  await look.see('checkbox', 'Account Settings Read (Account)')
  await look.see('button', 'Session: credential active')
  expect(desk.calls()).toMatchObject({ 'GET /api/session': 1, [GROUPS]: 1 })
  expect(Object.values(desk.calls())).not.toContain(2)
})

test('a token is created, its secret shown once, and a search finds it', async ({ look, desk }) => {
  await look.open(`/accounts/${desk.accountId}/tokens`)
  await look.press('link', 'Create token')
  await look.type('textbox', 'Token name', 'made-in-this-engine')
  await look.type('searchbox', 'Search permission groups', 'account settings read')
  await look.press('checkbox', 'Account Settings Read (Account)')
  await look.press('button', 'Create token')
  await look.see('dialog', 'Copy this secret now')
  await look.press('button', 'Show secret')
  await look.seeValue('textbox', 'Token secret', /^cfat_/)
  await look.press('checkbox', 'I have stored this secret')
  await look.press('button', 'Done')
  await look.see('heading', 'made-in-this-engine')

  await look.press('link', 'Tokens')
  await look.type('searchbox', 'Search tokens', 'this-engine')
  await look.seeText('1 token')
  await look.press('link', 'made-in-this-engine')
  await look.see('heading', 'made-in-this-engine')
  await look.press('link', 'Edit')
  await look.seeValue('textbox', 'Token name', 'made-in-this-engine')
  await look.back()
  await look.see('heading', 'made-in-this-engine')
  await look.back()
  await look.seeValue('searchbox', 'Search tokens', 'this-engine')
})

test('the overview is drawn of all tokens, which come in one answer', async ({ look, desk }) => {
  await look.open(`/accounts/${desk.accountId}`)
  await look.seeText(/\d+ API tokens, \d+ of them active/)
  await look.see('link', 'All findings')
  expect(desk.calls()).toMatchObject({ 'GET /api/session': 1, 'GET /api/tokens': 1, [GROUPS]: 1 })
})
