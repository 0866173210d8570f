import { expect, freshTest, plainToken, test, returnToTab } from './fixtures.ts'
import { SIGNED_OUT } from './signed-out.ts'
import { chooseAction } from './token-page.ts'

test('a refused list names the permission the credential lacks @core', async ({ page, sandbox }) => {
  await sandbox.scenario({ ownPermissions: 'none' })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('heading', { name: 'Missing permission' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('Account API Tokens Read')
  await expect(page.getByRole('main')).toContainText('9109: Unauthorized to access requested resource')
})

test('a failed list says so and comes back on request @core', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens', status: 500, times: 0 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('heading', { level: 2, name: 'Cloudflare API error' })).toBeVisible()
  // It is told below the toolbar.
  await expect(page.getByRole('heading', { level: 1, name: 'API tokens' })).toBeVisible()
  await expect(page.getByRole('searchbox', { name: 'Search tokens' })).toBeVisible()
  await sandbox.release()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).toBeVisible()
})

test('a retry keeps the focus while it fails again, and leaves it with the heading', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens', times: 0, status: 500 })
  await page.goto(`/accounts/${sandbox.accountId}/expiry`)
  const again = page.getByRole('button', { name: 'Try again' })
  await again.press('Enter')
  await expect(page.getByRole('button', { name: 'Stop' })).toBeFocused()
  await expect(again).toBeFocused()
  await sandbox.release()
  await again.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a retry of a whole page leaves the focus with its heading', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens', times: 0, status: 500 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const again = page.getByRole('button', { name: 'Try again' })
  await expect(again).toBeVisible()
  await sandbox.release()
  await again.press('Enter')
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a rate limit counts down and reading goes on by itself', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens', status: 429, headers: { 'retry-after': '4' } })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const again = page.getByRole('button', { name: /^Trying again in \d second/ })
  await expect(again).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).toBeVisible()
})

freshTest('a long wait is told at once, whatever it is for, and its button waits', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Waits'))
  const busy = { method: 'GET', path: '/tokens', status: 503, headers: { 'retry-after': '600' } }
  await sandbox.fail({ ...busy, times: 0 })
  const asked = async () => (await sandbox.requests()).filter(({ path }) => path === '/tokens').length
  const before = await asked()
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('button', { name: 'Trying again in 10 minutes' })).toBeVisible()
  expect(await asked()).toBe(before + 1)

  await sandbox.release()
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Waits' })).toBeVisible()
  await sandbox.fail({ ...busy, path: `/tokens/${id}`, times: 0 })
  await page.clock.install()
  await page.clock.fastForward('01:00')
  await returnToTab(page)
  const note = page.getByRole('alert').filter({ hasText: 'Couldn’t refresh' })
  await expect(note).toBeVisible()
  const again = page.getByRole('button', { name: 'Try again in 10 minutes' })
  await expect(again).toHaveAttribute('aria-disabled', 'true')
  await sandbox.release()
  await again.dispatchEvent('click')
  await expect(again).toBeVisible()
  await page.clock.fastForward('10:00')
  await page.getByRole('button', { name: 'Try again', exact: true }).click()
  await expect(note).toHaveCount(0)
})

test('a list that cannot be refreshed stays, with the reason above it', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 8 })
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Stays'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('row', { name: /Stays/ })).toBeVisible()
  await sandbox.fail({ method: 'GET', path: '/tokens', status: 500, times: 0 })
  await page.getByRole('button', { name: 'Actions for Stays' }).click()
  await page.getByRole('menuitem', { name: 'Disable…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable token' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Couldn’t refresh the list' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Stays/ })).toBeVisible()
  expect(await sandbox.api.get<{ status: string }>(`/tokens/${id}`)).toMatchObject({ status: 'disabled' })
})

test('a missing token, an odd id and an unknown page each say so', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${'0'.repeat(32)}`)
  await expect(page.getByRole('heading', { name: 'Not found in this account' })).toBeVisible()
  for (const path of [`/accounts/${sandbox.accountId}/tokens/not-an-id`, '/nowhere']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
  }
})

test('a failed delete keeps the token and says why @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Sturdy'))
  await sandbox.fail({ method: 'DELETE', path: '/tokens/*', status: 403 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await chooseAction(page, 'Delete…')
  const dialog = page.getByRole('dialog', { name: 'Delete “Sturdy”?' })
  await dialog.getByRole('button', { name: 'Delete token' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Couldn’t delete the token')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sturdy' })).toBeVisible()
})

test('an error of the API lands on its field @core', async ({ page, sandbox }) => {
  await sandbox.fail({
    method: 'POST',
    path: '/tokens',
    status: 400,
    body: {
      success: false,
      errors: [{ code: 400, message: 'name must have a length between 1 and 120', source: { pointer: '/name' } }],
      messages: [],
      result: null,
    },
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByLabel('Token name').fill('Refused')
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByLabel('Token name')).toBeFocused()
  await expect(page.getByLabel('Token name')).toHaveAttribute('aria-invalid', 'true')
})

test('zones that cannot be listed can still be typed', async ({ page, sandbox }) => {
  await sandbox.scenario({ canListZones: false })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByRole('radio', { name: 'Specific zones' }).check()
  await expect(page.getByText('Couldn’t load zones')).toBeVisible()
  const field = page.getByRole('textbox', { name: 'Add zones' })
  await field.fill('shop.example')
  await field.press('Enter')
  await expect(field).toHaveAccessibleDescription(/can’t look up “shop\.example” without the list of zones/)
  await field.fill('a'.repeat(32))
  await field.press('Enter')
  await expect(page.getByRole('button', { name: `Remove ${'a'.repeat(32)}` })).toBeVisible()
})

test('an account without zones says so where they are chosen, and takes their IDs', async ({ page, sandbox }) => {
  await sandbox.scenario({ zones: 0 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByRole('radio', { name: 'Specific zones' }).check()
  await expect(page.getByText('Token Desk sees no zones in this account. 0 selected. Zone IDs,')).toBeVisible()
  const field = page.getByRole('textbox', { name: 'Add zones' })
  await field.fill('shop.example')
  await field.press('Enter')
  await expect(field).toHaveAccessibleDescription(/sees no zones in this account\. Enter a zone ID/)
})

test('a draft that is judged without the permission groups is told so', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Unjudged'))
  await sandbox.fail({ method: 'GET', path: '/tokens/permission_groups', times: 0, status: 403 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await expect(page.getByText('Couldn’t load permission groups')).toBeVisible()
  const note = 'The permission groups can’t be read, so rules that need them are left out.'
  await expect(page.getByText(note)).toBeVisible()
  const summary = page.getByRole('region', { name: 'Summary' })
  await expect(summary).toContainText('Allow Zone Read on all zones')
  await expect(summary).toContainText('1 read permission')
})

test('odd but valid tokens are shown as they came', async ({ page, sandbox }) => {
  await sandbox.scenario({ odd: true, tokens: 20 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const table = page.getByRole('table', { name: 'API tokens', exact: true })
  await expect(table.getByRole('row').nth(5)).toBeVisible()
  await expect(table).not.toContainText('undefined')
  await expect(table).not.toContainText('1970')
  await expect(table).not.toContainText('Invalid')
})

test('that the outcome of a roll is unknown stays on the page when the session has ended as well', async ({
  page,
  sandbox,
}) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Rolled'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  await sandbox.fail({ method: 'PUT', path: `/tokens/${id}/value`, drop: 'after' })
  await sandbox.fail({ method: 'GET', path: `/tokens/${id}`, ...SIGNED_OUT, times: 0 })
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Roll secret' }).click()
  await expect(dialog.getByRole('alert')).toContainText('We couldn’t confirm that the secret was rolled')
  await expect(dialog.getByRole('alert')).toContainText('Couldn’t check. You’re signed out.')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
})

test('a token that was changed after its page was opened does not pass for rolled', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Opened'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  await sandbox.api.update(id, plainToken(sandbox.accountId, 'Changed since'))
  await sandbox.fail({ method: 'PUT', path: `/tokens/${id}/value`, drop: 'before' })
  await page.getByRole('dialog').getByRole('button', { name: 'Roll secret' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText(
    'Cloudflare shows no change to the token so far',
  )
})

test('an undo without an answer does not say that it failed', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Undone'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await chooseAction(page, 'Disable…')
  await page.getByRole('dialog').getByRole('button', { name: 'Disable token' }).click()
  await expect(page.getByText('Disabled “Undone”')).toBeVisible()
  await sandbox.fail({ method: 'PUT', path: `/tokens/${id}`, drop: 'after' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('We couldn’t confirm that “Undone” was enabled. Open it to check.')).toBeVisible()
})
