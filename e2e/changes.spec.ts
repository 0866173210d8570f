import { expect, freshTest, plainToken, test } from './fixtures.ts'
import { chooseAction, policySentences } from './token-page.ts'

type StoredToken = {
  name: string
  status: string
  expires_on?: string | null
  policies: { effect: string }[]
  condition?: unknown
}

test('an edit is saved, shown, and true on the API @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Before'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('Before')
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeDisabled()

  await page.getByLabel('Token name').fill('After')
  await page.getByRole('textbox', { name: 'Client IP addresses' }).fill('192.0.2.7, 2001:db8::/32')
  await page.getByRole('textbox', { name: 'Client IP addresses' }).press('Enter')
  await expect(page.getByRole('list', { name: 'Client IP addresses' })).toContainText('192.0.2.7/32')
  await page.getByRole('radio', { name: 'Never' }).check()
  await page.getByRole('checkbox', { name: 'Zone Write (Zone)', exact: true }).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  const review = page.getByRole('dialog', { name: 'Review changes' })
  const changes = review.getByRole('list', { name: 'Changes' }).getByRole('listitem')
  await expect(changes).toHaveText([
    /^More access.*Zone Write/,
    /^Less access.*Only from 192\.0\.2\.7\/32/,
    /^Same access.*Renamed/,
  ])
  await expect(review.getByRole('button', { name: 'Back to editing' })).toBeFocused()
  await expect(review.getByRole('button', { name: 'Save changes' })).toBeDisabled()
  await review.getByRole('checkbox', { name: 'I want to expand this token’s access' }).check()
  await review.getByRole('button', { name: 'Save changes' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'After' })).toBeVisible()
  await expect(await policySentences(page)).toContainText('Zone Write')
  await expect(page.getByRole('main')).toContainText('192.0.2.7/32')
  const stored = await sandbox.api.get<StoredToken>(`/tokens/${id}`)
  expect(stored.name).toBe('After')
  expect(stored.condition).toEqual({ request_ip: { in: ['192.0.2.7/32', '2001:db8::/32'] } })
})

test('a duplicate takes the policies and gets its own name, life and secret @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Original'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await chooseAction(page, 'Duplicate')
  await expect(page.getByLabel('Token name')).toHaveValue('Original (copy)')
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Original (copy)' })).toBeVisible()
  await expect(await policySentences(page)).toContainText('Zone Read on all zones')
})

freshTest('sent before all of its fields are there, a form is sent when they are @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Hasty'))
  // Presses Enter in the name field as early as possible.
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      const name = document.querySelector<HTMLInputElement>('main form input[name="name"]')
      if (!name) return
      watch.disconnect()
      name.form?.requestSubmit()
    })
    watch.observe(document, { childList: true, subtree: true })
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?from=${id}`)
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
  const { result } = await sandbox.api.list('?per_page=50')
  expect(result.filter(({ name }) => name === 'Hasty (copy)')).toHaveLength(1)
})

test('disables with an undo, and enables again @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Switch'))
  const status = async () => (await sandbox.api.get<StoredToken>(`/tokens/${id}`)).status
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  const state = page.getByRole('main')
  await chooseAction(page, 'Disable…')
  await page
    .getByRole('dialog', { name: /Disable “Switch”/ })
    .getByRole('button', { name: 'Disable token' })
    .click()
  await expect(state).toContainText('Disabled')
  expect(await status()).toBe('disabled')

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(state).toContainText('Active')
  expect(await status()).toBe('active')

  await chooseAction(page, 'Disable…')
  await page.getByRole('dialog').getByRole('button', { name: 'Disable token' }).click()
  await chooseAction(page, 'Enable…')
  await page
    .getByRole('dialog', { name: /Enable “Switch”/ })
    .getByRole('button', { name: 'Enable token' })
    .click()
  await expect(state).toContainText('Active')
  expect(await status()).toBe('active')
})

test('deletes after asking, and the token is gone @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Doomed'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('button', { name: 'Actions for Doomed' }).click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Delete “Doomed”?' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Delete token' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row', { name: /Doomed/ })).toHaveCount(0)

  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page.getByRole('heading', { name: 'Not found in this account' })).toBeVisible()
})

test('bad input is named at its field and nothing is sent @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByLabel('Token name')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('Token name')).toBeFocused()
  await expect(page.getByRole('region', { name: 'Policy 1' }).getByRole('alert')).toContainText(/permission/i)

  await page.getByRole('textbox', { name: 'Client IP addresses' }).fill('999.1.1.1')
  await page.getByRole('textbox', { name: 'Client IP addresses' }).press('Enter')
  await expect(page.getByText(/999\.1\.1\.1/)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Client IP addresses' })).toHaveValue('999.1.1.1')
})

test('a permission of another scope is offered its resources, and beside others a policy of its own @core', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  const first = page.getByRole('region', { name: 'Policy 1' })
  await first.getByLabel('Scope').selectOption('All scopes')
  await first.getByRole('checkbox', { name: 'DNS Read (Zone)' }).check()
  await first.getByRole('button', { name: 'Switch to specific zones' }).click()
  await expect(first.getByRole('searchbox', { name: 'Search permission groups' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Policy 2' })).toHaveCount(0)
  await expect(first.getByRole('radio', { name: 'Specific zones' })).toBeChecked()
  await expect(first.getByRole('checkbox', { name: 'DNS Read (Zone)' })).toBeChecked()

  await first.getByRole('checkbox', { name: 'DNS Read (Zone)' }).uncheck()
  await first.getByRole('radio', { name: 'This account' }).check()
  await first.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await first.getByRole('searchbox', { name: 'Search permission groups' }).fill('cache purge')
  await first.getByRole('checkbox', { name: 'Cache Purge (Zone)' }).check()
  await first.getByRole('button', { name: 'Move to a new policy on specific zones' }).click()
  const second = page.getByRole('region', { name: 'Policy 2' })
  await expect(second.getByRole('radio', { name: 'Specific zones' })).toBeChecked()
  await expect(second.getByRole('checkbox', { name: 'Cache Purge (Zone)' })).toBeChecked()
})
