import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { rows } from './selecting.ts'

const found = (page: Page) => page.getByRole('status').filter({ hasText: /^[\d,]+( of [\d,]+)? tokens?/ })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search tokens' })

test('loading can be stopped and goes on where it was, and a part is called a part @core', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 600 })
  await sandbox.hold({ method: 'GET', path: '/tokens', nth: 7 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?sort=name&direction=asc`)
  await expect(page.getByRole('progressbar', { name: 'Loading tokens' })).toBeVisible()
  await expect(page.getByText(/\d+ of \d+ loaded/)).toBeVisible()
  await page.getByRole('button', { name: 'Stop loading' }).click()
  await expect(page.getByText(/Stopped at \d+ of \d+ tokens/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Resume loading' })).toBeFocused()
  await expect(found(page)).toHaveText(/so far/)
  const pagesRead = async () => (await sandbox.requests()).filter(({ path }) => path === '/tokens').length
  const before = await pagesRead()
  const loaded = Number(/at (\d+)/.exec(await page.getByText(/Stopped at/).innerText())?.[1])

  await sandbox.release()
  await page.getByRole('button', { name: 'Resume loading' }).click()
  await expect(found(page)).toHaveText(/^\d+( of \d+)? tokens(,|$)/)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  const pages = (await pagesRead()) - before
  expect(pages).toBeLessThanOrEqual(Math.ceil((600 - loaded) / 50) + 1)
})

test('a 429 in the middle is waited out as long as it says, and nothing is missing in the end @core', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 300 })
  const refused = { status: 429, headers: { 'retry-after': '2' } }
  await sandbox.fail({ method: 'GET', path: '/tokens', query: { page: '5' }, times: 0, ...refused })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?include_expired=true&sort=name&direction=asc`)
  await expect(page.getByText(/resumes in \d+ s/)).toBeVisible()
  await sandbox.release()
  const { result_info } = await sandbox.api.list('?include_expired=true&per_page=50')
  await expect(found(page)).toHaveText(new RegExp(`^${result_info.total_count} tokens`))
})

test('a limit before the first answer is told with the time to wait', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens', times: 0, status: 429, headers: { 'retry-after': '20' } })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?sort=name&direction=asc`)
  await expect(page.getByText(/^Loading tokens… · Rate limited; resumes in \d+ s$/)).toBeVisible()
})

test('a search before the first answer of the inventory says one thing of it', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 120 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(rows(page)).toHaveCount(21)
  await sandbox.hold({ method: 'GET', path: '/tokens' })
  await page.getByRole('searchbox', { name: 'Search tokens' }).fill('a')
  await expect(page.getByText('Loading tokens…')).toBeVisible()
  await expect(rows(page)).toHaveCount(21)
  expect(
    await page
      .getByRole('status')
      .filter({ hasText: /^\d+ tokens/ })
      .count(),
  ).toBe(0)
  await sandbox.release()
  await expect(found(page)).toHaveText(/^\d+( of \d+)? tokens(,|$)/)
})

test('a broken connection in the middle is asked again; one that stays is told, with what is known kept', async ({
  page,
  sandbox,
}) => {
  const broken = { method: 'GET', path: '/tokens', query: { page: '3' }, drop: 'before' as const }
  await sandbox.scenario({ tokens: 300 })
  await sandbox.fail({ ...broken, times: 1 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?sort=name&direction=asc`)
  await expect(found(page)).toHaveText(/^\d+( of \d+)? tokens(,|$)/)

  await sandbox.scenario({ tokens: 300 })
  await sandbox.fail({ ...broken, times: 6 })
  await page.reload()
  await expect(page.getByText(/Loading stopped at \d+ of \d+ tokens/)).toBeVisible()
  await expect(rows(page)).toHaveCount(21)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(async () => {
    const again = page.getByRole('button', { name: 'Try again' })
    if (await again.isVisible()) await again.click()
    await expect(found(page)).toHaveText(/^\d+( of \d+)? tokens(,|$)/, { timeout: 2000 })
  }).toPass()
})

test('a token deleted on a page that was read already does not hide another', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 120 })
  const first = await sandbox.api.list('?include_expired=true&per_page=50')
  for (const number of ['2', '3', '4']) await sandbox.hold({ method: 'GET', path: '/tokens', query: { page: number } })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?sort=name&direction=asc&per_page=all&include_expired=true`)
  await expect(page.getByText(/50 of \d+ loaded/)).toBeVisible()
  // Names vary between accounts; the app's own token must stay.
  const victim = first.result.find(({ name }) => !name.startsWith('Token Desk'))
  expect(victim).toBeDefined()
  await sandbox.api.remove(victim?.id ?? '')
  await sandbox.release()
  const { result_info } = await sandbox.api.list('?include_expired=true&per_page=50')
  await expect(found(page)).toHaveText(new RegExp(`^${result_info.total_count} tokens`))
  await search(page).fill(victim?.id ?? '')
  await expect(page.getByRole('heading', { name: 'No tokens found' })).toBeVisible()
})

test('where tokens stay missing, what is said of the others is not said of all', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 120 })
  const { result_info } = await sandbox.api.list('?include_expired=true&per_page=50')
  const body = { success: true, errors: [], messages: [], result: [], result_info }
  await sandbox.fail({ method: 'GET', path: '/tokens', query: { page: '2' }, times: 0, status: 200, body })
  await page.goto(`/accounts/${sandbox.accountId}/findings`)
  await expect(page.getByText(/\d+ tokens may be missing/)).toBeVisible()
  await expect(page.getByText(/^\d+ of the 50 tokens loaded so far have a finding/)).toBeVisible()
  await page.goto(`/accounts/${sandbox.accountId}`)
  await expect(page.getByText(/^50 of \d+ API tokens read so far/)).toBeVisible()
})

test('a write changes the inventory at once, and one page is read again instead of all', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 300 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?sort=name&direction=asc&status=active`)
  await expect(found(page)).toHaveText(/^[\d,]+ of [\d,]+ tokens/)
  const name = await rows(page).nth(1).getByRole('link').innerText()
  const listed = async () =>
    (await sandbox.requests()).filter(({ method, path }) => method === 'GET' && path === '/tokens').length
  const before = await listed()

  await rows(page)
    .nth(1)
    .getByRole('button', { name: /Actions for/ })
    .click()
  await page.getByRole('menuitem', { name: 'Disable…' }).click()
  await page.getByRole('button', { name: 'Disable token' }).click()
  await expect(page.getByText(`Disabled “${name}”`)).toBeVisible()
  await expect(rows(page).getByRole('link', { name, exact: true })).toHaveCount(0)
  await page.getByRole('button', { name: 'Remove filter Status is Active' }).click()
  await expect(rows(page).filter({ has: page.getByRole('link', { name, exact: true }) })).toContainText('Disabled')
  expect((await listed()) - before).toBeLessThanOrEqual(3)
})

test('five thousand tokens: searched, filtered and scrolled through, with few rows in the page', async ({
  page,
  sandbox,
}) => {
  test.slow()
  await sandbox.scenario({ tokens: 5000, policiesPerToken: [1, 20] })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(rows(page)).toHaveCount(21)
  await page.getByLabel('Rows per page').selectOption('All')
  await expect(found(page)).toHaveText(/^4,\d\d\d of [\d,]+ tokens/, { timeout: 90_000 })
  const table = page.getByRole('table', { name: 'API tokens', exact: true })
  expect(Number(await table.getAttribute('aria-rowcount'))).toBeGreaterThan(4000)
  expect(await rows(page).count()).toBeLessThan(80)

  await search(page).fill('terraform-dns-9')
  await expect(found(page)).toHaveText(/^[\d,]+ of [\d,]+ tokens/)
  expect(await rows(page).count()).toBeLessThan(80)
  await search(page).fill('')
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(rows(page).nth(1)).toHaveAttribute('aria-rowindex', '2')
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await expect(async () => {
    expect(Number(await rows(page).nth(-2).getAttribute('aria-rowindex'))).toBeGreaterThan(4000)
  }).toPass()
  expect((await sandbox.requests()).filter(({ path }) => path === '/tokens').length).toBeLessThan(110)
})
