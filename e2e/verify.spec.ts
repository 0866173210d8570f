import type { Page } from '@playwright/test'
import { expect, plainToken, test } from './fixtures.ts'

const field = (page: Page) => page.getByLabel('Token secret')
const result = (page: Page) => page.getByRole('main').getByRole('status')

async function paste(page: Page, text: string) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await field(page).fill('')
  await field(page).press('ControlOrMeta+v')
}

test('a pasted token is verified without a click, told by its name, and led to', async ({ page, sandbox }) => {
  const { id, value } = await sandbox.api.create(plainToken(sandbox.accountId, 'Found by its secret'))
  await page.goto(`/verify?account=${sandbox.accountId}`)
  await paste(page, `  CF_API_TOKEN="${value}"\n`)
  const told = result(page).filter({ hasText: 'This token works' })
  await expect(told).toContainText('Found by its secret')
  await expect(told).toContainText(id)
  await expect(page.getByText(/^Removed: .*the name CF_API_TOKEN/)).toBeVisible()

  const again = told.getByRole('button', { name: 'Check again' })
  const asked = page.waitForResponse((response) => response.url().endsWith('/api/verify'))
  await again.focus()
  await page.keyboard.press('Enter')
  expect((await asked).status()).toBe(200)
  await expect(again).toBeFocused()
  expect((await page.content()).includes(value)).toBe(false)
  await told.getByRole('link', { name: 'Open token' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Found by its secret' })).toBeVisible()
})

test('a text too short for a token is only sent on demand', async ({ page, sandbox }) => {
  await page.goto(`/verify?account=${sandbox.accountId}`)
  await paste(page, 'short')
  await expect(field(page)).toHaveValue('short')
  await expect(result(page).filter({ hasText: /token/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(result(page).filter({ hasText: 'This isn’t an API token' })).toBeVisible()
})

test('an invalid token and one whose IP limit excludes this server are told apart', async ({ page, sandbox }) => {
  const limited = await sandbox.api.create({
    ...plainToken(sandbox.accountId, 'Fenced'),
    condition: { request_ip: { in: ['203.0.113.0/24'] } },
  })
  await page.goto(`/verify?account=${sandbox.accountId}`)
  await paste(page, `cfat_${'aB3d'.repeat(12)}`)
  await expect(result(page).filter({ hasText: 'Invalid token' })).toContainText('Check for typos')
  await paste(page, limited.value)
  await expect(result(page).filter({ hasText: 'Can’t verify from here' })).toContainText('outside the token’s IP limit')
})

test('the account is folded while one is known, and told by its name', async ({ page }) => {
  await page.goto('/verify?account=023e105f4ecef8ad9ca31a8372d0c353')
  await expect(page.getByText('Account: Northwind Traders')).toBeVisible()
  await expect(page.getByLabel('Account ID')).toBeHidden()
  await page.getByText('Account: Northwind Traders').click()
  await page.getByLabel('Account ID').fill('nonsense')
  await field(page).fill(`cfat_${'aB3d'.repeat(12)}`)
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveText(/An account ID has 32 characters/)
})
