import type { Page } from '@playwright/test'
import { expect, plainToken, test, type Sandbox } from './fixtures.ts'
import { rows } from './selecting.ts'

const found = (page: Page) => page.getByRole('status').filter({ hasText: /^\d+( of \d+)? tokens?/ })
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search tokens' })
const again = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Try again' })
const tokens = ({ accountId }: Sandbox) => `/accounts/${accountId}/tokens`

/** Everything that shows pending work. */
const waiting = (page: Page) =>
  page.getByRole('main').evaluate((main) => main.querySelectorAll('[aria-busy="true"], progress').length)

const envelope = (result: unknown, more: object = {}) => ({ success: true, errors: [], messages: [], result, ...more })

/** One of each kind. All others: `src/app/queries/inventory-reader.test.ts`. */
const FAULTS: [string, object][] = [
  ['403', { status: 403 }],
  ['no answer', { drop: 'before' }],
  ['a result that is no list', { status: 200, body: envelope({ tokens: [] }) }],
]

for (const [what, fault] of FAULTS) {
  test(`all tokens that begin with ${what} are told as a failure, with nothing waiting under it`, async ({
    page,
    sandbox,
  }) => {
    // The first four pages, each asked for up to three times.
    await sandbox.fail({ method: 'GET', path: '/tokens', times: 12, ...fault })
    await page.goto(`${tokens(sandbox)}?sort=name&direction=asc`)
    await expect(page.getByRole('alert').filter({ hasText: 'Couldn’t load the tokens' })).toBeVisible()
    await expect(again(page)).toBeVisible()
    await expect(page.getByText(/Loading stopped|Stopped at/)).toHaveCount(0)
    await expect(rows(page)).toHaveCount(0)
    await expect(page.getByRole('table', { name: /loading/ })).toHaveCount(0)
    await expect.poll(() => waiting(page)).toBe(0)
    // Until the app refetches by itself, the following requests fail as well.
    await expect(async () => {
      if (await again(page).isVisible()) await again(page).click()
      await expect(found(page)).toHaveText(/^\d+( of \d+)? tokens/, { timeout: 2000 })
    }).toPass()
    await expect(rows(page)).toHaveCount(21)
  })
}

test('rows that a search could not be made for do not stay under its failure', async ({ page, sandbox }) => {
  await page.goto(tokens(sandbox))
  await expect(rows(page)).toHaveCount(21)
  await sandbox.fail({ method: 'GET', path: '/tokens', times: 0, status: 403 })
  await search(page).fill('terraform')
  await expect(page.getByRole('alert').filter({ hasText: 'Couldn’t load the tokens' })).toBeVisible()
  await expect(rows(page)).toHaveCount(0)
  await search(page).fill('')
  await expect(rows(page)).toHaveCount(21)
})

test('loading that is stopped before the first answer says so, with nothing waiting under it', async ({
  page,
  sandbox,
}) => {
  await sandbox.hold({ method: 'GET', path: '/tokens' })
  await page.goto(`${tokens(sandbox)}?sort=name&direction=asc`)
  await expect(page.getByText('Loading tokens…')).toBeVisible()
  await page.getByRole('button', { name: 'Stop loading' }).click()
  await expect(page.getByText('Loading stopped')).toBeVisible()
  await expect.poll(() => waiting(page)).toBe(0)
  await sandbox.release()
  await page.getByRole('button', { name: 'Resume loading' }).click()
  await expect(found(page)).toHaveText(/^\d+( of \d+)? tokens/)
})

test('rows from before a search are marked as such until what is known has been searched', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 500 })
  // Among the first, since it is the latest.
  await sandbox.api.create(plainToken(sandbox.accountId, 'terraform of today'))
  await page.goto(tokens(sandbox))
  await expect(rows(page)).toHaveCount(21)
  await expect(page.getByRole('navigation', { name: 'Pagination' })).toBeVisible()
  await sandbox.fail({ method: 'GET', path: '/tokens', query: { page: '1' }, delayMs: 6000 })
  await sandbox.hold({ method: 'GET', path: '/tokens' })
  await search(page).fill('terraform')
  await expect(page.getByText('Loading tokens…')).toBeVisible()
  await expect(page.getByText(/^· 0/)).toHaveCount(0)
  const table = page.getByRole('table', { name: 'API tokens', exact: true })
  await expect(table).toHaveAttribute('aria-busy', 'true')
  await expect(table.getByRole('rowgroup').last()).toHaveCSS('opacity', '0.55')
  // Then the loaded part is searched, and marked as partial.
  await expect(page.getByText(/^· 50 of \d+ loaded/)).toBeVisible()
  await expect(table).not.toHaveAttribute('aria-busy', 'true')
  const part = page.getByRole('status').filter({ hasText: /tokens? so far/ })
  await expect(part).toHaveCount(1)
  const matches = Number.parseInt(await part.innerText(), 10)
  expect(matches).toBeLessThan(20)
  await expect(rows(page)).toHaveCount(matches + 1)
  await sandbox.release()
  await expect(found(page)).toHaveText(/^\d+ of \d+ tokens/)
})

const answerOnce = (sandbox: Sandbox, result: unknown, resultInfo: unknown, query: Record<string, string> = {}) => {
  const body = envelope(result, resultInfo === undefined ? {} : { result_info: resultInfo })
  return sandbox.fail({ method: 'GET', path: '/tokens', query, times: 1, status: 200, body })
}

/** None, and one that what came contradicts. All others: `src/domain/inventory/total.test.ts`. */
const ODD: [string, unknown][] = [
  ['missing', undefined],
  ['a total smaller than what came', { total_count: 7 }],
]

test('a list shows its rows and makes no number up, whatever result_info says', async ({ page, sandbox }) => {
  const { result } = await sandbox.api.list('?per_page=20')
  const pagination = page.getByRole('navigation', { name: 'Pagination' })
  for (const [what, resultInfo] of ODD) {
    // No prefetch may take the answer.
    await page.goto('about:blank')
    await answerOnce(sandbox, result, resultInfo)
    await page.goto(tokens(sandbox))
    await expect(rows(page), what).toHaveCount(21)
    await expect(pagination, what).toContainText('1–20 of 20 or more')
    // The next page still loads, with the API's count.
    await pagination.getByRole('link', { name: 'Next page' }).click()
    await expect(pagination, what).toContainText(/21–40 of \d\d+/)
    await expect(pagination, what).not.toContainText('or more')
    // Nor may what this page still asks for.
    await page.waitForLoadState('networkidle')
  }
})

test('all tokens are found, whatever result_info says', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 70 })
  const { result: first } = await sandbox.api.list('?per_page=50&include_expired=true')
  const { result: second } = await sandbox.api.list('?per_page=50&page=2&include_expired=true')
  for (const [what, resultInfo] of ODD) {
    await page.goto('about:blank')
    await answerOnce(sandbox, first, resultInfo, { page: '1' })
    await answerOnce(sandbox, second, resultInfo, { page: '2' })
    for (const beyond of ['3', '4']) await answerOnce(sandbox, [], resultInfo, { page: beyond })
    await page.goto(`${tokens(sandbox)}?sort=name&include_expired=true&per_page=all`)
    await expect(found(page), what).toHaveText(`${50 + second.length} tokens`)
    await expect(page.getByText(/may be missing/), what).toHaveCount(0)
  }
})

test('an empty first page beside a total is told as what it is', async ({ page, sandbox }) => {
  const body = envelope([], { result_info: { page: 1, per_page: 20, count: 0, total_count: 137 } })
  await sandbox.fail({ method: 'GET', path: '/tokens', times: 1, status: 200, body })
  await page.goto(tokens(sandbox))
  await expect(page.getByRole('heading', { name: 'No tokens on this page' })).toBeVisible()
  await expect(page.getByText('Cloudflare counts 137 tokens but sent none for page 1.')).toBeVisible()
  await expect(page.getByText(/doesn’t exist|No API tokens yet/)).toHaveCount(0)
  await again(page).click()
  await expect(rows(page)).toHaveCount(21)
})

test('an empty first page beside an odd total is an account without tokens @core', async ({ page, sandbox }) => {
  const body = envelope([], { result_info: { total_count: 12.5 } })
  await sandbox.fail({ method: 'GET', path: '/tokens', times: 1, status: 200, body })
  await page.goto(tokens(sandbox))
  await expect(page.getByRole('heading', { name: 'No API tokens yet' })).toBeVisible()
})

test('a later page that came empty without a total leads back to the first', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens', times: 1, status: 200, body: envelope([]) })
  await page.goto(`${tokens(sandbox)}?page=3`)
  await expect(page.getByRole('heading', { name: 'Page 3 doesn’t exist' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to the first page' }).click()
  await expect(rows(page)).toHaveCount(21)
})

test('what is no token is left out of a page, and told @core', async ({ page, sandbox }) => {
  const { result } = await sandbox.api.list('?per_page=20')
  await answerOnce(sandbox, [...result.slice(0, 3), null, 7], { total_count: 5 })
  await page.goto(tokens(sandbox))
  await expect(page.getByText('2 items on this page can’t be shown')).toBeVisible()
  await expect(rows(page)).toHaveCount(4)
})

for (const query of ['', '?sort=name&direction=asc']) {
  test(`an account with nothing but the app’s own token is helped to its first one${query && ', sorted too'}`, async ({
    page,
    sandbox,
  }) => {
    await sandbox.scenario({ tokens: 1 })
    await page.goto(`${tokens(sandbox)}${query}`)
    const help = page.getByRole('heading', { name: 'No API tokens yet' })
    await expect(help).toBeVisible()
    await expect(rows(page).nth(1)).toContainText('Token Desk')
    await expect(page.getByRole('link', { name: 'Create your first token' })).toBeVisible()
    await page.getByRole('list', { name: 'Templates' }).getByRole('link', { name: 'Edit zone DNS' }).click()
    await expect(page.getByLabel('Token name')).toHaveAttribute('placeholder', /DNS scripts/)
  })
}

test('an account with one more token than the app’s own needs no help', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 2 })
  await page.goto(tokens(sandbox))
  await expect(rows(page).nth(2)).toBeVisible()
  await expect(page.getByRole('heading', { name: /No API tokens yet/ })).toHaveCount(0)
})

test('a token that an action finds gone is out of the list', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'soon gone'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens?q=soon`)
  const row = page.getByRole('row', { name: /soon gone/ })
  await row.getByRole('button', { name: 'Actions for soon gone' }).click()
  await page.getByRole('menuitem', { name: 'Disable' }).click()
  await sandbox.api.remove(id)
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Disable token' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(row).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a row that goes while it has the focus hands it on to the next one', async ({ page, sandbox }) => {
  await page.goto(tokens(sandbox))
  const row = rows(page).nth(3)
  const next = rows(page).nth(4).getByRole('link').first()
  const [name, nextName] = [await row.getByRole('link').first().innerText(), await next.innerText()]
  // By role nothing behind a dialog is found.
  const id = (await row.getByRole('link').first().getAttribute('href'))?.split('/').at(-1) ?? ''
  const actions = row.getByRole('button', { name: /^Actions for/ })
  await actions.click()
  await page.getByRole('menuitem', { name: 'Disable' }).click()
  const dialog = page.getByRole('dialog')
  await sandbox.api.remove(id)
  // The list without it comes once the dialog is closed.
  await sandbox.hold({ method: 'GET', path: '/tokens' })
  await dialog.getByRole('button', { name: 'Disable token' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(actions).toBeFocused()
  await sandbox.release()
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)
  await expect(page.getByRole('link', { name: nextName, exact: true })).toBeFocused()
})
