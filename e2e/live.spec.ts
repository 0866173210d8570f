import type { Page } from '@playwright/test'
import { BEARER, expect, freePort, ready, run, test, type Live } from './live.ts'
import { chooseAction, policySentences } from './token-page.ts'

async function askApi<T>({ apiUrl }: Live, path: string): Promise<T> {
  const answer = await fetch(`${apiUrl}/client/v4${path}`, { headers: { authorization: `Bearer ${BEARER}` } })
  return ((await answer.json()) as { result: T }).result
}

async function createByHand(page: Page, name: string): Promise<string> {
  await page.getByRole('link', { name: 'Create token' }).click()
  await page.getByLabel('Token name').fill(name)
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await dialog.getByRole('button', { name: 'Show secret' }).click()
  const secret = await dialog.getByLabel('Token secret').inputValue()
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  return secret
}

test('the whole job against an API on another port, and no secret but the one asked for @core', async ({
  page,
  live,
  accountId,
}) => {
  const answers: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().includes('/api/')) answers.push(response.text().catch(() => ''))
  })
  await page.goto(`${live.appUrl}/accounts/${accountId}/tokens`)
  await expect(page.getByRole('row')).toHaveCount(21)
  await expect(page.getByRole('button', { name: /^Session/ })).toBeVisible()
  await expect(page.getByRole('banner').getByText('Sandbox')).toHaveCount(0)

  const secret = await createByHand(page, 'Made live')
  await expect(page.getByRole('heading', { level: 1, name: 'Made live' })).toBeVisible()
  const id = page.url().split('/').at(-1) ?? ''
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Token name').fill('Changed live')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Changed live' })).toBeVisible()
  expect(await askApi(live, `/accounts/${accountId}/tokens/${id}`)).toMatchObject({ name: 'Changed live' })

  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Roll secret' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await dialog.getByRole('button', { name: 'Verify secret' }).click()
  await expect(dialog.getByText('Active')).toBeVisible()
  await dialog.getByRole('button', { name: 'Show secret' }).click()
  const rolled = await dialog.getByLabel('Token secret').inputValue()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await chooseAction(page, 'Delete…')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete token' }).click()
  await expect(page).toHaveURL(`${live.appUrl}/accounts/${accountId}/tokens`)
  await expect(page.getByRole('row', { name: /Changed live/ })).toHaveCount(0)

  const bodies = await Promise.all(answers)
  expect(bodies.filter((body) => body.includes(secret))).toHaveLength(1)
  expect(bodies.filter((body) => body.includes(rolled))).toHaveLength(1)
  expect(bodies.filter((body) => body.includes(BEARER))).toHaveLength(0)
  for (const value of [secret, rolled, BEARER]) expect(live.printed()).not.toContain(value)
})

test('answers that are valid but odd are shown, opened and edited without loss', async ({ page, live, accountId }) => {
  const scenario = await fetch(`${live.apiUrl}/api/sandbox/${accountId}/scenario`, {
    method: 'POST',
    body: JSON.stringify({ odd: true, tokens: 10 }),
    headers: { 'content-type': 'application/json' },
  })
  expect(scenario.ok).toBe(true)
  await page.goto(`${live.appUrl}/accounts/${accountId}/tokens`)
  await page.getByRole('button', { name: 'Remove filter Status is not Expired' }).click()
  const table = page.getByRole('table', { name: 'API tokens', exact: true })
  await expect(table.getByRole('row', { name: /Unknown status/ })).toContainText('Quarantined')
  await expect(table.getByRole('row', { name: /Null everywhere/ })).toContainText('Never')

  for (const name of ['No policies at all', 'Year one', 'Newer than this app', 'Old spelling']) {
    await table.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(/undefined|Invalid Date|1970/)
    await page.goBack()
  }
  await table.getByRole('link', { name: 'Newer than this app' }).click()
  await expect(page.getByText('risk_score')).toBeVisible()
  await page.goBack()

  await table.getByRole('link', { name: 'Unknown keys' }).click()
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  const json = page.getByLabel('Policy as JSON')
  await expect(json).toHaveValue(/a field the app does not know/)
  await page.getByLabel('Token name').fill('Unknown keys, renamed')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  // This API drops the unknown field, and the app says so.
  const difference = page.getByRole('dialog', { name: 'Saved with differences' })
  await expect(difference.getByRole('list', { name: 'Differences' })).toContainText('flagship.app.7f3a')
  await difference.getByRole('button', { name: 'Open token' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Unknown keys, renamed' })).toBeVisible()
  await expect(await policySentences(page)).toContainText('com.cloudflare.api.account.flagship.app.7f3a')
})

test('after the own credential is rolled, the app says what its server needs, and is refused until then', async ({
  page,
  live,
  accountId,
}) => {
  const tokens = await askApi<{ id: string; name: string }[]>(live, `/accounts/${accountId}/tokens?per_page=50`)
  const own = tokens.find(({ name }) => name.includes('this app'))
  await page.goto(`${live.appUrl}/accounts/${accountId}/tokens/${own?.id}`)
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  const ask = page.getByRole('dialog')
  await ask.getByLabel('Type the name of the token to confirm').fill(own?.name ?? '')
  await ask.getByRole('checkbox', { name: 'I understand Token Desk may lose access' }).check()
  await ask.getByRole('button', { name: 'Roll secret' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await expect(dialog.getByText('This server still uses the old secret')).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.goto(`${live.appUrl}/accounts/${accountId}/tokens`)
  await expect(page.getByText('Cloudflare rejected Token Desk’s credential')).toBeVisible()
  // No write is offered that would be refused.
  await expect(page.getByText('Token Desk’s credential is refused by Cloudflare.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Create token' })).toHaveCount(0)
})

test('an account that the server is not set up for leads to those that it is', async ({ page, live, accountId }) => {
  const port = await freePort()
  const app = run([], {
    PORT: String(port),
    CLOUDFLARE_API_TOKEN: BEARER,
    CLOUDFLARE_API_BASE_URL: `${live.apiUrl}/client/v4`,
    CLOUDFLARE_ACCOUNT_ID: accountId,
  })
  try {
    const url = `http://127.0.0.1:${port}`
    await ready(`${url}/api/session`)
    await page.goto(`${url}/accounts/${'0'.repeat(31)}9`)
    await expect(page.getByText('Choose another account')).toBeVisible()
    await page.getByRole('button', { name: /^Account: / }).click()
    await page.getByRole('dialog', { name: 'Switch account' }).getByRole('option', { name: accountId }).click()
    await expect(page.getByRole('heading', { name: 'Needs you today' })).toBeVisible()
  } finally {
    app.process.kill()
  }
})

test('a credential that is disabled is offered no change', async ({ page, live, accountId }) => {
  const path = `/accounts/${accountId}/tokens`
  const tokens = await askApi<{ id: string; name: string }[]>(live, `${path}?per_page=50`)
  const own = tokens.find(({ name }) => name.includes('this app'))
  await fetch(`${live.apiUrl}/client/v4${path}/${own?.id}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${BEARER}`, 'content-type': 'application/json' },
    body: JSON.stringify({ ...own, status: 'disabled' }),
  })
  await page.goto(`${live.appUrl}${path}`)
  await expect(page.getByRole('banner').getByText('Credential: disabled')).toBeVisible()
  await expect(page.getByText('Token Desk’s credential is disabled.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Create token' })).toHaveCount(0)
})

test('a search over all tokens and one change for many go through the live server as well', async ({
  page,
  live,
  accountId,
}) => {
  await page.goto(`${live.appUrl}/accounts/${accountId}/tokens?sort=name&direction=asc`)
  await page.getByRole('searchbox', { name: 'Search tokens' }).fill('terraform-dns')
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of \d+ tokens/ })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select terraform-dns', exact: true }).check()
  await page.getByRole('checkbox', { name: 'Select terraform-dns-2', exact: true }).check()
  await page.getByRole('group', { name: 'Selection' }).getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Type the number of tokens to confirm').fill('2')
  await dialog.getByRole('button', { name: 'Delete 2 tokens' }).click()
  await expect(dialog.getByRole('heading', { name: '2 tokens deleted' })).toBeVisible()
  const left = await askApi<{ name: string }[]>(live, `/accounts/${accountId}/tokens?per_page=50`)
  expect(left.some(({ name }) => name === 'terraform-dns')).toBe(false)
  expect(live.printed()).not.toContain(BEARER)
})
