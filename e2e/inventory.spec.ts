import type { Page } from '@playwright/test'
import { filters, valuesOf } from './filters.ts'
import { expect, plainToken, test } from './fixtures.ts'
import { rows, table } from './selecting.ts'

const found = (page: Page) => page.getByRole('status').filter({ hasText: /^\d+( of \d+)? tokens?/ })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search tokens' })
/** Rows and their number follow the address in a later render. */
const settled = (page: Page) => expect(table(page)).not.toHaveAttribute('aria-busy')

test('a search finds tokens by name, permission, zone and id, on every page at once @core', async ({
  page,
  sandbox,
}) => {
  const made = await sandbox.api.create({
    // Has letters that no id has, as the sandbox has more than a hundred ids.
    name: 'Crème uploader',
    policies: [
      {
        effect: 'allow',
        permission_groups: [{ id: 'e17beae8b8cb423a99b1730f21238bed' }],
        resources: {
          [`com.cloudflare.api.account.${sandbox.accountId}`]: { 'com.cloudflare.api.account.zone.*': '*' },
        },
      },
    ],
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?direction=asc`)
  await expect(rows(page)).toHaveCount(21)
  for (const words of ['creme', 'uploader CRÈME', made.id, 'creme purge cache', 'creme all zones']) {
    await search(page).fill(words)
    await expect(found(page)).toHaveText(/^1 of \d+ tokens/)
    await expect(rows(page).nth(1)).toContainText('Crème uploader')
  }
  await search(page).fill('creme nonsense')
  await expect(page.getByRole('heading', { name: 'No tokens found' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(search(page)).toHaveValue('')
  await expect(rows(page)).toHaveCount(21)
})

test('search, filters, order and page are in the address and come back by reload, back and a link @core', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await search(page).fill('write')
  await expect(page).toHaveURL(/\?q=write$/)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await (await valuesOf(page, 'Status')).getByLabel(/^Active/).check()
  await (await valuesOf(page, 'Expires')).getByLabel(/^Never/).check()
  const groups = await valuesOf(page, 'Permission group')
  await groups.getByLabel('Find in Permission group').fill('dns write')
  await groups.getByLabel(/^DNS Write/).check()
  await expect(page).toHaveURL(/q=write/)
  await expect(page).toHaveURL(/status=active/)
  await expect(page).toHaveURL(/expiry=never/)
  await expect(page).toHaveURL(/group=4755a26eedb94da69e1066d98aa820be/)
  await settled(page)
  const text = await found(page).innerText()
  expect(text).toMatch(/^\d+ of \d+ tokens/)

  await filters(page)
    .getByRole('button', { name: /^Show \d+ tokens?$/ })
    .click()
  await expect(filters(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(page).toHaveURL(/sort=name/)
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
  await settled(page)
  const names = await rows(page).getByRole('link').allInnerTexts()
  expect(names.length).toBeGreaterThan(1)

  await page.reload()
  await expect(found(page)).toHaveText(text)
  expect(await rows(page).getByRole('link').allInnerTexts()).toEqual(names)
  await expect(search(page)).toHaveValue('write')
  await page.goBack()
  await expect(page.getByRole('columnheader', { name: 'Name' })).not.toHaveAttribute('aria-sort')
  await expect(found(page)).toHaveText(text)

  const chips = page.getByRole('group', { name: 'Active filters' })
  await chips.getByRole('button', { name: 'Remove filter Permission group is DNS Write' }).click()
  await expect(page).not.toHaveURL(/group=/)
  await page.getByRole('button', { name: 'Clear all' }).click()
  await expect(page).toHaveURL(new RegExp(`/accounts/${sandbox.accountId}/tokens$`))
  await expect(rows(page)).toHaveCount(21)
})

test('the count beside a value is what choosing it finds', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  for (const [filter, value] of [
    ['Status', 'Disabled'],
    ['Status', 'Expired'],
    ['Expires', 'Never'],
    ['Effect', 'Deny'],
    ['IP limit', 'Any IP address'],
  ] as const) {
    await expect(found(page)).toHaveText(/^\d+ of \d+ tokens, \d+ expired hidden$/)
    const values = await valuesOf(page, filter)
    // The counts update after the results.
    await expect(values).not.toHaveAttribute('aria-busy')
    const box = values.getByLabel(new RegExp(`^${value}`))
    const label = await box.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.innerText ?? '')
    const count = Number(/(\d+)\s*$/.exec(label)?.[1])
    expect(count).toBeGreaterThan(0)
    await box.check()
    await expect(found(page)).toHaveText(new RegExp(`^${count} of `))
    await expect(filters(page).getByRole('button', { name: `Show ${count} tokens` })).toBeVisible()
    await box.uncheck()
    await settled(page)
  }
})

test('what expired tokens hide is counted, and shown on request', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens?expiry=expired`)
  await expect(found(page)).toHaveText(/^\d+ of \d+ tokens/)
  const link = rows(page).nth(1).getByRole('link')
  const name = await link.innerText()
  const id = (await link.getAttribute('href'))?.split('/').at(-1) ?? ''
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await search(page).fill(id)
  await expect(found(page)).toHaveText(/^0 of \d+ tokens, 1 expired hidden$/)
  await expect(page.getByRole('button', { name: 'Show expired tokens' })).toBeVisible()
  await page.getByRole('button', { name: 'Show expired tokens' }).click()
  await expect(page).toHaveURL(/include_expired=true/)
  await expect(rows(page).getByRole('link', { name, exact: true })).toBeVisible()
})

test('a secret pasted into the search stays out of the address @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await search(page).fill(`cfat_${'x'.repeat(40)}`)
  const told = page.getByRole('heading', { name: 'This looks like a token secret' })
  await expect(told).toBeVisible()
  await expect(page.getByRole('link', { name: 'Verify this token' })).toHaveAttribute('href', /\/verify/)
  await expect(page.getByRole('main')).not.toContainText('cfat_')
  await expect(rows(page)).toHaveCount(0)
  await search(page).fill('dns')
  await expect(told).toHaveCount(0)
  await expect(page).toHaveURL(/q=dns/)
  await page.goBack()
  expect(page.url()).not.toContain('cfat_')
})

test('views have names and come back with a click', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens?status=disabled&sort=name&direction=asc`)
  await expect(found(page)).toHaveText(/^\d+ of \d+ tokens/)
  const more = page.getByRole('button', { name: 'More actions' })
  await more.click()
  await page.getByRole('menuitem', { name: 'Saved views…' }).click()
  const name = page.getByLabel('View name')
  await expect(name).toBeFocused()
  // The name is kept in the browser, where no secret may be.
  await name.fill(`cfat_${'aB3d'.repeat(12)}`)
  await page.getByRole('button', { name: 'Save view' }).click()
  await expect(page.getByText('This looks like a secret.')).toBeVisible()
  const told = page.getByRole('dialog').getByRole('status')
  for (const [view, result] of [
    ['Off', 'Saved “Off”.'],
    ['Off', 'Replaced “Off”.'],
    ['Idle', 'Saved “Idle”.'],
  ] as const) {
    await name.fill(view)
    await name.press('Enter')
    await expect(told).toHaveText(result)
  }
  await page.getByRole('button', { name: 'Rename the view Idle' }).press('Enter')
  const newName = page.getByLabel('New name of “Idle”')
  await expect(newName).toBeFocused()
  await newName.fill('Off')
  await newName.press('Enter')
  await expect(newName).toHaveAccessibleDescription(/Another view is named “Off”./)
  await newName.fill('Unused')
  await newName.press('Enter')
  await expect(told).toHaveText('Renamed “Idle” to “Unused”.')
  await page.getByRole('button', { name: 'Delete the view Off' }).press('Enter')
  await expect(told).toHaveText('Deleted “Off”.')
  await expect(page.getByRole('button', { name: 'Delete the view Unused' })).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(told).toHaveText('Restored “Off”.')
  await expect(name).toBeFocused()
  await page.getByRole('button', { name: 'Delete the view Off' }).press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Saved views' })).toHaveCount(0)
  await expect(name).toBeFocused()
  await name.fill('Off')
  await name.press('Enter')
  await page.getByRole('button', { name: 'Close' }).click()
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await more.click()
  await page.getByRole('menuitem', { name: 'Saved views…' }).click()
  await page.getByRole('list', { name: 'Saved views' }).getByRole('link', { name: /^Off/ }).click()
  await expect(page).toHaveURL(/sort=name/)
  await expect(page).toHaveURL(/status=disabled/)
  await expect(rows(page).nth(1)).toContainText('Disabled')

  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('saved view')
  await page.getByRole('option', { name: 'Off' }).click()
  await expect(page).toHaveURL(/status=disabled/)

  await more.click()
  await page.getByRole('menuitem', { name: 'Saved views…' }).click()
  await page.getByRole('button', { name: 'Delete the view Off' }).click()
  await expect(page.getByRole('list', { name: 'Saved views' })).toHaveCount(0)

  await page.evaluate(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError')
    }
  })
  await name.fill('Kept')
  await name.press('Enter')
  await expect(page.getByText('Browser storage is blocked.')).toBeVisible()
  await expect(name).toHaveValue('Kept')
})

test('words in the address are taken letter by letter, also where they look like a number', async ({
  page,
  sandbox,
}) => {
  await sandbox.api.create(plainToken(sandbox.accountId, 'Release 2026.10'))
  await sandbox.api.create(plainToken(sandbox.accountId, 'Release 2026.1'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens?q=2026.10`)
  await expect(rows(page).getByRole('link')).toHaveText(['Release 2026.10'])
  await search(page).fill('2026.10')
  await expect(page).toHaveURL(/\?q=2026\.10$/)
  await page.reload()
  await expect(search(page)).toHaveValue('2026.10')
  await expect(rows(page).getByRole('link')).toHaveText(['Release 2026.10'])
})
