import type { Locator, Page } from '@playwright/test'
import { expect, plainToken, test, type Sandbox } from './fixtures.ts'

test('pages through the tokens and keeps the place across reload and back @core', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 45 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const table = page.getByRole('table', { name: 'API tokens', exact: true })
  const pagination = page.getByRole('navigation', { name: 'Pagination' })
  await expect(table.getByRole('row')).toHaveCount(21)
  await expect(pagination).toContainText('1–20 of')
  const first = await table.getByRole('row').nth(1).getByRole('link').innerText()

  await pagination.getByRole('link', { name: 'Next page' }).click()
  await expect(page).toHaveURL(/\?page=2$/)
  await expect(pagination).toContainText('21–40 of')
  await expect(table.getByRole('row').nth(1).getByRole('link')).not.toHaveText(first)
  const secondPage = await table.getByRole('row').nth(1).getByRole('link').innerText()

  await page.reload()
  await expect(table.getByRole('row').nth(1).getByRole('link')).toHaveText(secondPage)
  await page.goBack()
  await expect(table.getByRole('row').nth(1).getByRole('link')).toHaveText(first)
  await expect(pagination.getByRole('link', { name: 'Previous page' })).toHaveCount(0)
})

test('page size, order and expired tokens are in the address, defaults are not @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const rows = page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('row')
  await expect(rows).toHaveCount(21)
  const newest = await rows.nth(1).getByRole('link').innerText()

  await page.getByLabel('Rows per page').selectOption('5')
  await expect(page).toHaveURL(/\?per_page=5$/)
  await expect(rows).toHaveCount(6)

  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByLabel('Sort by').selectOption('Oldest first')
  await expect(page).toHaveURL(/direction=asc/)
  await expect(rows.nth(1).getByRole('link')).not.toHaveText(newest)

  const total = page.getByRole('navigation', { name: 'Pagination' })
  const before = Number(/of (\d+)/.exec(await total.innerText())?.[1])
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Remove filter Status is not Expired' }).click()
  await expect(page).toHaveURL(/include_expired=true/)
  await expect(total).not.toContainText(`of ${before}`)
  await expect(async () => {
    expect(Number(/of (\d+)/.exec(await total.innerText())?.[1])).toBeGreaterThan(before)
  }).toPass()

  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByLabel('Sort by').selectOption('Newest first')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('checkbox', { name: /^Hide expired/ }).check()
  await page.keyboard.press('Escape')
  await page.getByLabel('Rows per page').selectOption('20')
  await expect(page).toHaveURL(new RegExp(`/accounts/${sandbox.accountId}/tokens$`))
})

test('a hand-edited address falls back to the defaults @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens?page=-3&per_page=7&direction=sideways&include_expired=maybe`)
  await expect(page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('row')).toHaveCount(21)
  await expect(page.getByLabel('Rows per page')).toHaveValue('20')
})

test('a page past the end leads back to the last one', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 30 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?page=9`)
  await expect(page.getByRole('heading', { name: 'Page 9 doesn’t exist' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to the last page' }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('row').nth(1)).toBeVisible()
})

test('an account without tokens says what they are and offers the first one @core', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?include_expired=true`)
  // The app's own token is in every account; without it the list could not be read.
  const rows = page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.nth(1)).toContainText('Token Desk')
})

test('a row leads to the token, and its menu to every action @core', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 6 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const row = page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('row').nth(2)
  const name = await row.getByRole('link').innerText()
  await row.getByRole('button', { name: /Actions for/ }).click()
  for (const item of ['View', 'Edit', 'Duplicate', 'Copy ID', 'Export…', 'Roll…', 'Disable…', 'Delete…']) {
    await expect(page.getByRole('menuitem', { name: item })).toBeVisible()
  }
  await page.getByRole('menuitem', { name: 'View' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

/** The list of so many tokens. */
async function listOf(tokens: number, page: Page, sandbox: Sandbox) {
  await sandbox.scenario({ tokens })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  return page.getByRole('table', { name: 'API tokens', exact: true })
}

/** How far what is around the table scrolls sideways. */
const scrolledBy = (table: Locator) =>
  table.evaluate(({ parentElement }) => (parentElement?.scrollWidth ?? 0) - (parentElement?.clientWidth ?? 0))

test('the columns keep their places from page to page, and nothing scrolls sideways', async ({ page, sandbox }) => {
  const table = await listOf(60, page, sandbox)
  await expect(table.getByRole('row')).toHaveCount(21)
  const columns = () =>
    table
      .getByRole('columnheader')
      .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)))
  const firstName = () => table.getByRole('row').nth(1).getByRole('link')
  for (const width of [740, 861, 1000, 1280, 1600]) {
    await page.setViewportSize({ width, height: 800 })
    await expect.poll(() => scrolledBy(table), `at ${width} px`).toBeLessThanOrEqual(1)
    const before = await columns()
    expect(before.length).toBeGreaterThan(5)
    for (const to of ['Next page', 'Previous page']) {
      const first = await firstName().innerText()
      await page.getByRole('link', { name: to }).click()
      await expect(firstName()).not.toHaveText(first)
      expect(await columns(), `${to} at ${width} px`).toEqual(before)
    }
  }
})

test('the findings of tokens leave each heading its room, and nothing scrolls sideways', async ({ page, sandbox }) => {
  const table = await listOf(30, page, sandbox)
  await page.getByRole('button', { name: 'View', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Findings' }).check()
  await page.keyboard.press('Escape')
  await expect(table.getByRole('columnheader', { name: 'Findings' })).toBeVisible()
  await expect(table.getByRole('link', { name: /^(Act now|Fix soon|Review|Tidy)/ }).first()).toBeVisible()
  const cut = () =>
    table
      .getByRole('columnheader')
      .evaluateAll((cells) =>
        cells.filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
      )
  for (const width of [740, 861, 950, 1150, 1280, 1500]) {
    await page.setViewportSize({ width, height: 800 })
    await expect.poll(cut, `at ${width} px`).toEqual([])
    await expect.poll(() => scrolledBy(table), `at ${width} px`).toBeLessThanOrEqual(1)
  }
})

test('what is pressed answers at once, and the rows of before stay, dimmed, until the new ones are in', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 45 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const table = page.getByRole('table', { name: 'API tokens', exact: true })
  await expect(table.getByRole('row')).toHaveCount(21)
  const first = await table.getByRole('row').nth(1).getByRole('link').innerText()
  await sandbox.hold({ method: 'GET', path: '/tokens' })

  await page.getByRole('button', { name: 'View', exact: true }).click()
  const order = page.getByLabel('Sort by')
  await order.selectOption('Oldest first')
  await expect(order).toHaveValue('issued asc')
  await expect(table).toHaveAttribute('aria-busy', 'true')
  await expect(table.getByRole('rowgroup').last()).toHaveCSS('opacity', '0.55')
  await expect(table.getByRole('row').nth(1).getByRole('link')).toHaveText(first)
  await sandbox.release()
  await expect(table.getByRole('row').nth(1).getByRole('link')).not.toHaveText(first)
  await expect(table).not.toHaveAttribute('aria-busy')
})

test('a status that needs attention is not cut off', async ({ page, sandbox }) => {
  const end = new Date(Date.now() + 2.5 * 86_400_000)
  const expires_on = `${end.toISOString().slice(0, 19)}Z`
  await sandbox.api.create({ ...plainToken(sandbox.accountId, 'Ends soon'), expires_on })
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Ends soon', exact: true }) })
  const cell = row.getByRole('cell').filter({ hasText: '2 days left' })
  await expect(cell).toBeVisible()
  expect(await cell.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
})

test('the longest status is shown whole', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?sort=status&direction=desc`)
  const cell = page.getByRole('cell', { name: 'Revoked', exact: true })
  await expect(cell).toBeVisible()
  expect(await cell.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
})
