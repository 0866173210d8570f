import { DEFAULT_ACCOUNT_ID, READONLY_TOKEN_ID } from '#server/sandbox/seed.ts'
import { sidewaysIn } from './boxes.ts'
import { expect, freshTest, goOffline, plainToken, slowDown, test } from './fixtures.ts'

test('every field of a token has its place @core', async ({ page }) => {
  await page.goto(`/accounts/${DEFAULT_ACCOUNT_ID}/tokens/${READONLY_TOKEN_ID}`)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { level: 1, name: 'readonly token' })).toBeVisible()
  for (const text of [READONLY_TOKEN_ID, '123.123.123.0/24', '2606:4700:4700::/48', 'Issued', 'Modified']) {
    await expect(main.getByText(text).first()).toBeVisible()
  }
  await expect(main.getByRole('row', { name: /^Zone Read/ })).toContainText('All zones, including future ones')
  await main.getByRole('tab', { name: 'JSON' }).click()
  await expect(page).toHaveURL(/view=json/)
  await expect(main.getByRole('region', { name: 'Token JSON' })).toContainText('"issued_on"')
})

test('the bare address leads to an account, and the switcher to any other @core', async ({ page, sandbox }) => {
  await page.goto('/')
  await expect(page).toHaveURL(`/accounts/${DEFAULT_ACCOUNT_ID}`)
  await page.getByRole('button', { name: 'Account: Northwind Traders' }).click()
  const accounts = page.getByRole('dialog', { name: 'Switch account' })
  const search = accounts.getByRole('combobox')
  await expect(search).toBeFocused()
  await search.fill('nonsense')
  await expect(accounts.getByText('An account ID has 32 characters')).toBeVisible()
  await search.fill(sandbox.accountId)
  await expect(accounts.getByRole('option', { name: 'Open this account' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`/accounts/${sandbox.accountId}`)
  // The account is come back to once it has answered.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('token-desk.account'))).toContain(sandbox.accountId)
  await page.goto('/')
  await expect(page).toHaveURL(`/accounts/${sandbox.accountId}`)
})

test('IDs in capitals mean the same account, and the same token on each page', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'In capitals'))
  await page.goto(`/accounts/${sandbox.accountId.toUpperCase()}/tokens/${id.toUpperCase()}?view=json`)
  await expect(page).toHaveURL(`/accounts/${sandbox.accountId}/tokens/${id}?view=json`)
  await expect(page.getByRole('heading', { level: 1, name: 'In capitals' })).toBeVisible()
  await page.goto(`/accounts/${sandbox.accountId}/access?token=${id.toUpperCase()}`)
  await expect(page.getByRole('heading', { name: 'In capitals has 1 permission' })).toBeVisible()
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?from=${id.toUpperCase()}`)
  await expect(page.getByLabel('Token name')).toHaveValue(/In capitals/)
  await page.goto(`/verify?account=${sandbox.accountId.toUpperCase()}`)
  await expect(page.getByRole('link', { name: 'Open token' })).toHaveAttribute('href', new RegExp(sandbox.accountId))
})

freshTest('on a slow line a link that was followed says so until its page is there', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Opened slowly'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  const link = page.getByRole('link', { name: 'Edit' })
  await expect(link).toBeVisible()
  await slowDown(page)
  await link.click()
  await expect(link).toHaveCSS('opacity', '0.6')
  await expect(page.getByLabel('Token name')).toHaveValue('Opened slowly')
  await page.goBack()
  await expect(link).toHaveCSS('opacity', '1')
})

freshTest('on a slow line a page that was gone to by a key says that it is on its way', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('row').nth(1)).toBeVisible()
  await slowDown(page)
  await page.keyboard.press('c')
  const line = page.getByRole('progressbar', { name: 'Loading page' })
  await expect(line).toBeVisible()
  await expect(page.getByRole('heading', { name: 'API tokens' })).toBeVisible()
  await expect(page.getByLabel('Token name')).toBeVisible()
  await expect(line).toHaveCount(0)
})

test('going back leads to where one stood, every other page begins at its top', async ({ page, sandbox }) => {
  for (let count = 0; count < 8; count += 1) {
    await sandbox.api.create(plainToken(sandbox.accountId, `One of many ${count}`))
  }
  await page.setViewportSize({ width: 1280, height: 360 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  // Of those issued in one second any can be the last.
  const many = page.getByRole('link', { name: /^One of many/ })
  await expect(many).toHaveCount(8)
  const link = many.last()
  await link.scrollIntoViewIfNeeded()
  const height = () => page.evaluate(() => window.scrollY)
  const stood = await height()
  expect(stood).toBeGreaterThan(0)
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: /^One of many/ })).toBeVisible()
  expect(await height()).toBe(0)
  await page.goBack()
  await expect(link).toBeVisible()
  await expect.poll(height).toBe(stood)
  await page.getByRole('link', { name: 'Permissions' }).click()
  await expect(page.getByRole('heading', { name: 'Permission groups' })).toBeVisible()
  expect(await height()).toBe(0)
})

freshTest('a page whose code does not come says so, and is asked for again', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('link', { name: 'Create token' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Session/ })).toBeVisible()
  await goOffline(page)
  await page.getByRole('link', { name: 'Create token' }).click()
  await expect(page.getByRole('heading', { name: 'Couldn’t load this page' })).toBeVisible()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByLabel('Token name')).toBeVisible()
})

test('the header says the mode and the state of the credential', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const banner = page.getByRole('banner')
  await expect(banner.getByText('Sandbox')).toBeVisible()
  await banner.getByRole('button', { name: 'Session: credential active' }).click()
  await page.getByRole('menuitem', { name: 'Credential active' }).click()
  await expect(page.getByRole('heading', { name: 'Token Desk’s credential' })).toBeVisible()
})

test('the header says when the budget of requests runs low', async ({ page, sandbox }) => {
  await sandbox.scenario({ rateLimit: 1000 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('row').nth(1)).toBeVisible()
  await expect(page.getByText(/requests left/)).toHaveCount(0)
  await sandbox.scenario({ rateLimit: 12 })
  for (let read = 0; read < 9; read += 1) await sandbox.api.get('/tokens?per_page=5')
  await page.reload()
  await expect(page.getByRole('banner').getByText(/^\d of 12 requests left$/)).toBeVisible()
})

test('the sandbox says that nothing is real and how to connect an account, until it is told to stop', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const card = page.getByRole('region', { name: 'Sandbox' })
  await card.getByRole('button', { name: 'Connect your account' }).click()
  const dialog = page.getByRole('dialog', { name: 'Connect your account' })
  await expect(dialog.getByRole('region', { name: 'Command to start with a token' })).toContainText('npm start')
  await page.setViewportSize({ width: 320, height: 700 })
  expect(await sidewaysIn(dialog)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  await dialog.getByRole('button', { name: 'Done' }).click()
  await card.getByRole('button', { name: 'Dismiss' }).click()
  await expect(card).toHaveCount(0)
  await page.reload()
  await page.getByRole('banner').getByRole('button', { name: 'Sandbox' }).click()
  await expect(dialog).toBeVisible()
  await expect(card).toHaveCount(0)
})

test('in a narrow window how to connect an account takes the place of the menu', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  const menu = page.getByRole('navigation', { name: 'Menu' })
  await menu.getByRole('button', { name: 'Connect your account' }).click()
  const dialog = page.getByRole('dialog', { name: 'Connect your account' })
  await expect(dialog).toBeVisible()
  await expect(menu).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Menu', exact: true })).toBeFocused()
})
