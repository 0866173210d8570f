import { DEFAULT_ACCOUNT_ID } from '#server/sandbox/seed.ts'
import { expect, freshTest, plainToken, test, withoutRest } from './fixtures.ts'

test('the palette finds a token by name and acts on it, by keyboard alone @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'needle in the stack'))
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search or jump to' })
  await field.fill('stack needle')
  await expect(page.getByRole('option', { name: /needle in the stack/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/tokens/${id}$`))
  await expect(page.getByRole('heading', { level: 1, name: 'needle in the stack' })).toBeVisible()

  await page.keyboard.press('Control+k')
  await field.fill('disable')
  await expect(page.getByRole('option', { name: 'Disable the token…' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await page
    .getByRole('dialog', { name: /Disable/ })
    .getByRole('button', { name: 'Disable token' })
    .click()
  await expect(page.getByText('Disabled “needle in the stack”')).toBeVisible()

  await page.keyboard.press('Control+k')
  await field.fill('permi')
  await expect(page.getByRole('option', { name: 'Permissions', exact: true })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/permissions$/)
})

freshTest('no letter behind Ctrl+K is lost or a shortcut while the palette comes', async ({ page, sandbox }) => {
  await sandbox.api.create(plainToken(sandbox.accountId, 'cert-manager of the shop'))
  await withoutRest(page)
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  // The code loads long after the keys were pressed.
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  const lateBy = (latency: number) =>
    cdp.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
  await lateBy(1500)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('ceert')
  for (const key of ['Backspace', 'Backspace', 'Backspace', 'Enter', 'Tab']) await page.keyboard.press(key)
  await page.keyboard.type('rt-', { delay: 40 })
  const field = page.getByRole('combobox', { name: 'Search or jump to' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('cert-')
  await page.keyboard.type('manager')
  await expect(field).toHaveValue('cert-manager')
  await lateBy(0)
  await expect(page).toHaveURL(/\/tokens$/)
  await expect(page.getByRole('option', { name: /cert-manager of the shop/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'cert-manager of the shop' })).toBeVisible()
})

freshTest('what is pasted behind Ctrl+K goes into the palette, however late that comes', async ({ page, sandbox }) => {
  await withoutRest(page)
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).toBeVisible()
  await page.evaluate(() => navigator.clipboard.writeText('Zone:DNS:Edit'))
  await page.keyboard.press('Control+k')
  await page.keyboard.press('Control+v')
  await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toHaveValue('Zone:DNS:Edit')
})

freshTest('Esc calls off a palette that is on its way, and the focus is where it was', async ({ page, sandbox }) => {
  await withoutRest(page)
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  // A palette that is already there hides the page from roles.
  const ids = page.getByLabel('Show IDs')
  await ids.focus()
  await page.keyboard.press('Control+k')
  await expect(ids).not.toBeFocused()
  await page.keyboard.type('c')
  await page.keyboard.press('Escape')
  await expect(ids).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('c')
  await expect(page.getByRole('heading', { level: 1, name: 'Create token' })).toBeVisible()
})

test('a palette that is called off leaves the focus where it was', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const filter = page.getByRole('button', { name: 'Filter', exact: true })
  await filter.focus()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(filter).toBeFocused()
})

test('the palette knows permissions in every form and leads to them', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('button', { name: 'Search or jump to' }).click()
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('Zone - DNS - Edit')
  await expect(page.getByRole('option', { name: 'DNS Write Zone' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/permissions\?name=DNS(\+|%20)Write&scope=com.cloudflare.api.account.zone$/)
  await expect(page.getByRole('main').getByRole('listitem').first()).toContainText('DNS Write')
})

test('the palette acts on a token that was found, without opening its page', async ({ page, sandbox }) => {
  await sandbox.api.create(plainToken(sandbox.accountId, 'acted on from afar'))
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search or jump to' })
  await field.fill('from afar')
  await expect(page.getByRole('option', { name: /acted on from afar/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('option', { name: 'View the token' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Backspace')
  await expect(page.getByRole('option', { name: 'Permissions' })).toBeVisible()
  await field.fill('from afar')
  await expect(page.getByRole('option', { name: /acted on from afar/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('option', { name: 'View the token' })).toBeVisible()
  await field.fill('disable')
  await expect(page.getByRole('option', { name: /^Disable/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: /Disable/ })
  await dialog.getByRole('button', { name: 'Disable token' }).click()
  await expect(page.getByText('Disabled “acted on from afar”')).toBeVisible()
  await expect(page).toHaveURL(/\/permissions$/)
})

test('the palette acts on the app’s own token from a page of no account, too', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.getByRole('link', { name: 'Verify token' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Verify token' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('this app')
  await expect(page.getByRole('option', { name: /^Token Desk \(this app\)/ })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowRight')
  await page.getByRole('option', { name: 'Delete the token…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Delete/ })
  await expect(dialog.getByRole('checkbox', { name: 'I understand Token Desk may lose access' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1, name: 'Verify token' })).toBeVisible()
})

test('the palette leads to the tokens of a zone, to ready lists, and to other accounts', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  const choose = async (words: string, option: string) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill(words)
    await page.getByRole('option', { name: option }).click()
  }
  await choose('shop.northwind', 'Tokens that reach shop.northwind.example')
  await expect(page).toHaveURL(/resource=zone(:|%3A)[0-9a-f]{32}(,|%2C)all-zones$/)
  await choose('expiring', 'Tokens that expire within 30 days')
  await expect(page).toHaveURL(/expiry=30d$/)
  await choose('northwind traders', 'Switch to Northwind Traders')
  await expect(page).toHaveURL(`/accounts/${DEFAULT_ACCOUNT_ID}/tokens`)
})

test('the palette finds pages, lists and accounts by what is done there', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('Control+k')
  for (const [words, option] of [
    ['never expires', 'Tokens that never expire'],
    ['new token', 'Create token'],
    ['delete', 'Tokens'],
    ['import', 'Tokens'],
    ['rotate', 'Tokens'],
    ['compare', 'Access'],
    ['calendar', 'Expiry'],
    ['403', 'Which permission?'],
    ['switch account', 'Switch to Northwind Traders'],
  ] as const) {
    await page.getByRole('combobox', { name: 'Search or jump to' }).fill(words)
    await expect(page.getByRole('option', { name: option })).toBeVisible()
  }
})

test('a theme is chosen in the session’s menu or the palette, and there from the first paint on', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const root = page.locator('html')
  await page.getByRole('button', { name: 'Session: credential active' }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await page.keyboard.press('Escape')
  await page.reload({ waitUntil: 'commit' })
  await expect(root).toHaveAttribute('data-theme', 'dark')
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('light')
  await page.getByRole('option', { name: 'Light theme' }).click()
  await expect(root).toHaveAttribute('data-theme', 'light')
})

test('the palette offers the tokens that were opened before, and finds them before the list is there', async ({
  page,
  sandbox,
}) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'opened before'))
  await sandbox.hold({ method: 'GET', path: '/tokens' })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'opened before' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Permissions' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Permission groups' })).toBeVisible()
  await page.keyboard.press('Control+k')
  const option = page.getByRole('option', { name: /^opened before/ })
  await expect(option).toBeVisible()
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('before')
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('Loading tokens')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('option', { name: 'Delete the token…' })).toBeVisible()
  await page.keyboard.press('Backspace')
  await sandbox.release()
  await option.click()
  await expect(page.getByRole('heading', { level: 1, name: 'opened before' })).toBeVisible()
})
