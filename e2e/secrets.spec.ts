import type { Page } from '@playwright/test'
import { expect, plainToken, test } from './fixtures.ts'
import { policySentences } from './token-page.ts'

const dialogName = 'Copy this secret now'

async function readClipboard(page: Page) {
  return page.evaluate(() => navigator.clipboard.readText())
}

test('creates a token with two policies, hands its secret over once, and finds it in the list @core', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('link', { name: 'Create token' }).click()
  await page.getByLabel('Token name').fill('Deploy bot')

  await page.getByRole('searchbox', { name: 'Search permission groups' }).fill('workers scripts')
  await page.getByRole('checkbox', { name: 'Workers Scripts Write (Account)' }).check()
  await page.getByRole('button', { name: 'Add policy' }).click()
  const second = page.getByRole('region', { name: 'Policy 2' })
  await second.getByRole('radio', { name: 'All zones' }).check()
  await second.getByRole('searchbox', { name: 'Search permission groups' }).fill('dns edit')
  await second.getByRole('checkbox', { name: 'DNS Write (Zone)', exact: true }).check()
  await page.getByRole('button', { name: 'Create token' }).click()

  const dialog = page.getByRole('dialog', { name: dialogName })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Copy secret' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const secret = await readClipboard(page)
  expect(secret).toMatch(/^cfat_.{40,75}$/)
  expect(await page.content()).not.toContain(secret)
  await dialog.getByRole('button', { name: 'Show secret' }).click()
  await expect(dialog.getByLabel('Token secret')).toHaveValue(secret)
  await dialog.getByRole('button', { name: 'Verify secret' }).click()
  await expect(dialog.getByText('Active')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Deploy bot' })).toBeVisible()
  expect(await page.content()).not.toContain(secret)
  await expect(await policySentences(page)).toContainText('Workers Scripts Write')
  await expect(await policySentences(page)).toContainText('DNS Write on all zones')
  expect(await sandbox.api.verify(secret)).toBe(200)

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tokens', exact: true }).click()
  await expect(page.getByRole('row', { name: /Deploy bot/ })).toContainText('Active')
})

test('neither Esc, a click outside nor going back loses the secret @core', async ({ page, sandbox }) => {
  await sandbox.api.create(plainToken(sandbox.accountId, 'Fragile'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('link', { name: 'Fragile' }).click()
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  await page
    .getByRole('dialog', { name: /Roll the secret/ })
    .getByRole('button', { name: 'Roll secret' })
    .click()
  const dialog = page.getByRole('dialog', { name: dialogName })
  await expect(dialog).toBeVisible()

  await page.keyboard.press('Escape')
  await expect(dialog).toContainText('Copy the secret first, then press Done')
  await page.mouse.click(4, 4)
  await expect(dialog).toBeVisible()
  await page.evaluate(() => history.back())
  await expect(dialog).toBeVisible()
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
})

test('a created token that is not what was asked for is told of once its secret is stored', async ({
  page,
  sandbox,
}) => {
  const { id, value } = await sandbox.api.create(plainToken(sandbox.accountId, 'Office only'))
  const stored = await sandbox.api.get<Record<string, unknown>>(`/tokens/${id}`)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?from=${id}`)
  await page.getByLabel('Token name').fill('Office only')
  await page.getByRole('group', { name: 'Expires' }).getByRole('radio', { name: 'Never' }).check()
  await page.getByRole('textbox', { name: 'Client IP addresses' }).fill('203.0.113.0/24')
  await sandbox.fail({
    method: 'POST',
    path: '/tokens',
    body: { success: true, errors: [], messages: [], result: { ...stored, value } },
  })
  await page.getByRole('button', { name: 'Create token' }).click()
  const secret = page.getByRole('dialog', { name: 'Copy this secret now' })
  await secret.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await secret.getByRole('button', { name: 'Done' }).click()
  const difference = page.getByRole('dialog', { name: 'Saved with differences' })
  await expect(difference.getByRole('listitem')).toContainText(['From any IP address, no longer from chosen ranges'])
  await difference.getByRole('button', { name: 'Open token' }).click()
  await expect(page).toHaveURL(new RegExp(`/tokens/${id}$`))
})

test('after a roll the old secret is refused and the new one accepted @core', async ({ page, sandbox }) => {
  const { id, value: old } = await sandbox.api.create(plainToken(sandbox.accountId, 'Rolled'))
  expect(await sandbox.api.verify(old)).toBe(200)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  const ask = page.getByRole('dialog', { name: /Roll the secret/ })
  // The verification used the token a moment ago, so rolling it needs confirmation.
  await expect(ask.getByRole('button', { name: 'Roll secret' })).toBeDisabled()
  await ask.getByLabel('Type the name of the token to confirm').fill('Rolled')
  await ask.getByRole('button', { name: 'Roll secret' }).click()
  const dialog = page.getByRole('dialog', { name: dialogName })
  await dialog.getByRole('button', { name: 'Copy secret' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const fresh = await readClipboard(page)
  await dialog.getByRole('button', { name: 'Done' }).click()
  expect(fresh).not.toBe(old)

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Verify token' }).click()
  const form = page.getByRole('main')
  await form.getByLabel('Token secret').fill(old)
  await form.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(form.getByText('Invalid token', { exact: true })).toBeVisible()
  await form.getByLabel('Token secret').fill(fresh)
  await form.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(form.getByRole('link', { name: 'Open token' }).first()).toBeVisible()
  await expect(form.getByText(id)).toBeVisible()
})
