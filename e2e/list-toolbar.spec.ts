import type { Page } from '@playwright/test'
import { filters } from './filters.ts'
import { expect, plainToken, test } from './fixtures.ts'
import { rows, table } from './selecting.ts'

const filterButton = (page: Page) => page.getByRole('button', { name: 'Filter', exact: true })
const view = (page: Page) => page.getByRole('button', { name: 'View', exact: true })
const heading = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true })
const top = (page: Page) => table(page).evaluate((one) => one.getBoundingClientRect().top)

test('filters are set, opened again and removed with the keyboard alone @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(table(page).getByRole('row')).toHaveCount(21)
  await filterButton(page).press('Enter')
  await expect(filters(page).getByRole('tab', { name: 'Status' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  const expires = filters(page).getByRole('tab', { name: /^Expires/ })
  await expect(expires).toBeFocused()
  const values = filters(page).getByRole('tabpanel', { name: /^Expires/ })
  // The values are those of all tokens.
  await expect(
    page.getByRole('status').filter({ hasText: /^\d+( of \d+)? tokens/, hasNotText: 'so far' }),
  ).toBeVisible()
  await expect(values).not.toHaveAttribute('aria-busy')
  await expect(values.getByLabel(/^Within 7 days \d+$/)).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(values.getByRole('checkbox').first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(values.getByLabel(/^Within 7 days/)).toBeChecked()
  await expect(page).toHaveURL(/expiry=7d/)
  await page.keyboard.press('ArrowLeft')
  await expect(expires).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(filters(page)).toHaveCount(0)
  await expect(filterButton(page)).toBeFocused()

  const chips = page.getByRole('group', { name: 'Active filters' })
  await chips.getByRole('button', { name: 'Expires: Within 7 days', exact: true }).press('Enter')
  await filters(page)
    .getByRole('tabpanel', { name: /^Expires/ })
    .getByLabel(/^Within 30 days/)
    .check()
  await page.keyboard.press('Escape')
  await chips.getByRole('button', { name: 'Remove filter Expires: 2 values' }).press('Enter')
  await expect(page).toHaveURL(/\/tokens$/)
  await expect(chips.getByRole('button', { name: /^Expires/ })).toHaveCount(0)
})

test('Esc empties the search in a filter, then closes the filters', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await filterButton(page).click()
  await filters(page)
    .getByRole('tab', { name: /^Permission group/ })
    .click()
  const find = filters(page).getByRole('searchbox', { name: 'Find in Permission group' })
  await find.fill('dns')
  await page.keyboard.press('Escape')
  await expect(find).toHaveValue('')
  await page.keyboard.press('Escape')
  await expect(filters(page)).toHaveCount(0)
  await expect(filterButton(page)).toBeFocused()
})

test('before any tokens are loaded a filter does not say that none has a value', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(rows(page).nth(1)).toBeVisible()
  // The page of the list has fewer rows than those that filters read.
  await sandbox.hold({ method: 'GET', path: '/tokens', query: { per_page: '50' } })
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const values = page.getByRole('tabpanel', { name: 'Status' })
  await expect(values.getByText('No tokens loaded yet')).toBeVisible()
  await sandbox.release()
  await expect(values.getByRole('checkbox', { name: 'Active' })).toBeVisible()
})

test('a value that would find nothing is not offered', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 1 })
  await sandbox.api.create(plainToken(sandbox.accountId, 'Never ends'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens?expiry=never`)
  await filterButton(page).click()
  const status = filters(page).getByRole('tabpanel', { name: 'Status' })
  await expect(status.getByRole('checkbox')).toHaveCount(1)
  await expect(status.getByLabel('Active 2')).toBeVisible()
})

test('neither a search nor a filter moves the table, and the count has its place', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const count = page.getByRole('status').filter({ hasText: /tokens/ })
  await expect(count).toHaveText(/^\d+ tokens$/)
  const before = await top(page)
  await page.getByRole('searchbox', { name: 'Search tokens' }).fill('dns')
  await expect(count).toHaveText(/^\d+ of \d+ tokens/)
  expect(await top(page)).toBe(before)
  await filterButton(page).click()
  await filters(page)
    .getByLabel(/^Active/)
    .check()
  await expect(page.getByRole('button', { name: 'Remove filter Status is Active' })).toBeVisible()
  expect(await top(page)).toBe(before)
})

test('the head of the table stays below the header', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens?per_page=50`)
  await expect(table(page).getByRole('row')).toHaveCount(51)
  await page.mouse.wheel(0, 900)
  const edge = await page.getByRole('banner').evaluate((one) => one.getBoundingClientRect().bottom)
  await expect
    .poll(() => heading(page, 'Name').evaluate((one) => Math.round(one.getBoundingClientRect().top)))
    .toBe(Math.round(edge))
  await page.getByRole('button', { name: 'Status', exact: true }).click()
  await expect(heading(page, 'Status')).toHaveAttribute('aria-sort', 'ascending')
})

test('columns show where there is room; those chosen and the density come back', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 1279, height: 800 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(heading(page, 'Name')).toBeVisible()
  await expect(heading(page, 'IP limit')).toHaveCount(0)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(heading(page, 'IP limit')).toBeVisible()
  await expect(heading(page, 'Modified')).toHaveCount(0)

  const height = () =>
    table(page)
      .getByRole('row')
      .nth(3)
      .evaluate((row) => row.getBoundingClientRect().height)
  expect(await height()).toBeGreaterThanOrEqual(40)
  await view(page).click()
  await page.getByRole('checkbox', { name: 'Modified' }).check()
  await page.getByRole('checkbox', { name: 'Resources' }).uncheck()
  await page.getByRole('radio', { name: 'Compact' }).check()
  await page.reload()
  await expect(heading(page, 'Modified')).toBeVisible()
  await expect(heading(page, 'Resources')).toHaveCount(0)
  await expect.poll(height).toBe(32)
  await view(page).click()
  await page.getByRole('button', { name: 'Reset columns' }).click()
  await page.keyboard.press('Escape')
  await expect(view(page)).toBeFocused()
  await expect(heading(page, 'Resources')).toBeVisible()
  await expect(heading(page, 'Modified')).toHaveCount(0)
})

test('on a phone one pane of the filters follows the other, and the order is in the view', async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await filterButton(page).click()
  const status = filters(page).getByRole('tab', { name: /^Status/ })
  await status.click()
  await expect(status).toBeHidden()
  await filters(page)
    .getByLabel(/^Disabled/)
    .check()
  await filters(page).getByRole('button', { name: 'All filters' }).click()
  await expect(status).toBeFocused()
  await filters(page)
    .getByRole('button', { name: /^Show \d+ tokens?$/ })
    .click()
  await expect(page.getByRole('button', { name: 'Status is Disabled', exact: true })).toBeVisible()
  await view(page).click()
  await page.getByLabel('Sort by').selectOption('Name, Z to A')
  await expect(page).toHaveURL(/sort=name/)
  await expect(page.getByRole('radio', { name: 'Compact' })).toBeHidden()
})

test('the list is as wide as the screen, up to 1760 px', async ({ page, sandbox }) => {
  for (const [screen, width] of [
    [1920, 1920 - 216 - 64 - 2],
    [2560, 1760 - 2],
  ] as const) {
    await page.setViewportSize({ width: screen, height: 900 })
    await page.goto(`/accounts/${sandbox.accountId}/tokens`)
    await expect(table(page).getByRole('row')).toHaveCount(21)
    const box = await table(page).boundingBox()
    expect(Math.abs((box?.width ?? 0) - width)).toBeLessThan(20)
  }
})

test('the filters of the list are whole on a laptop, and “Hide expired” is in view on a low screen', async ({
  page,
  sandbox: { accountId },
}) => {
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.goto(`/accounts/${accountId}/tokens`)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const filters = page.getByRole('dialog', { name: 'Filters' })
  await expect(filters.getByRole('tab').first()).toBeVisible()
  for (const tab of await filters.getByRole('tab').all()) await expect(tab).toBeInViewport({ ratio: 1 })
  const expired = filters.getByRole('checkbox', { name: /^Hide expired/ })
  await expect(expired).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 1280, height: 500 })
  await expect(expired).toBeInViewport({ ratio: 1 })
  await page.setViewportSize({ width: 360, height: 600 })
  await expect(expired).toBeInViewport({ ratio: 1 })
})
