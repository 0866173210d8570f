import type { Page } from '@playwright/test'
import { expect, plainToken, test } from './fixtures.ts'
import { confirmCount } from './selecting.ts'

test('two windows that save rule settings keep what the other one saved', async ({ page, context, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  const other = await context.newPage()
  const settings = (window: Page) => window.getByRole('dialog', { name: 'Rule settings' })
  for (const window of [page, other]) {
    await window.goto(`/accounts/${sandbox.accountId}/findings`)
    await window.getByRole('button', { name: 'Rule settings' }).click()
  }
  await settings(page).getByRole('textbox', { name: 'Unused after days' }).fill('30')
  await settings(page).getByRole('button', { name: 'Save' }).click()
  await expect(settings(page)).toHaveCount(0)
  await settings(other).getByRole('textbox', { name: 'Longest life, in days' }).fill('100')
  await settings(other).getByRole('button', { name: 'Save' }).click()
  await expect(settings(other)).toHaveCount(0)
  await page.reload()
  await page.getByRole('button', { name: 'Rule settings' }).click()
  await expect(settings(page).getByRole('textbox', { name: 'Longest life, in days' })).toHaveValue('100')
  await expect(settings(page).getByRole('textbox', { name: 'Unused after days' })).toHaveValue('30')
})

test('ends that are suggested are within working hours', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  const { accountId, api } = sandbox
  const [{ id }, ...others] = [
    await api.create(plainToken(accountId, 'by its finding')),
    await api.create(plainToken(accountId, 'by many 1')),
    await api.create(plainToken(accountId, 'by many 2')),
  ]
  // An hour in which nothing ends unless it is moved there.
  const hour = await page.evaluate(() => (new Date().getHours() < 12 ? 20 : 2))
  const endOf = async (token: string) => {
    const { expires_on } = await api.get<{ expires_on: string | null }>(`/tokens/${token}`)
    return page.evaluate(
      (end) => (end === null ? null : [new Date(end).getDay() % 6, new Date(end).getHours()]),
      expires_on,
    )
  }

  await page.goto(`/accounts/${accountId}/findings`)
  await page.getByRole('button', { name: 'Rule settings' }).click()
  const hours = page.getByRole('textbox', { name: 'Working hours' })
  await hours.fill('nine to five')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(hours).toHaveAccessibleDescription(/Enter full hours, such as 9–17/)
  await hours.fill(`${hour}-${hour + 1}`)
  await page.getByRole('button', { name: 'Save' }).click()
  await page.reload()
  await page.getByRole('button', { name: 'Rule settings' }).click()
  await expect(hours).toHaveValue(`${hour}–${hour + 1}`)

  await page.goto(`/accounts/${accountId}/tokens/${id}`)
  await page.getByRole('link', { name: /^Set an expiration in/ }).click()
  const review = page.getByRole('dialog', { name: /^Review changes/ })
  await review.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'by its finding' })).toBeVisible()
  const [day, at] = (await endOf(id)) ?? []
  expect(day).not.toBe(0)
  expect(at).toBe(hour)

  await page.goto(`/accounts/${accountId}/expiry`)
  await page.getByRole('button', { name: 'Set expiration…' }).click()
  const dialog = page.getByRole('dialog', { name: /^Set expiration/ })
  await dialog.getByRole('radio', { name: '7 days' }).last().check()
  await confirmCount(dialog, 2)
  await dialog.getByRole('button', { name: 'Set expiration for 2 tokens' }).click()
  await expect(page.getByRole('heading', { name: '2 tokens updated' })).toBeVisible()
  for (const other of others) {
    const [otherDay, otherAt] = (await endOf(other.id)) ?? []
    expect(otherDay).not.toBe(0)
    expect(otherAt).toBe(hour)
  }
})
