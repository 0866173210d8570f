import type { Page } from '@playwright/test'
import { expect, test, type Sandbox } from './fixtures.ts'
import { bar, confirmCount, downloaded, rows, selectBulk, withTokens, writesOf, type Wire } from './selecting.ts'

const notes = (page: Page) => page.getByRole('alert').filter({ hasText: 'didn’t finish' })

/** Disables all `bulk-` tokens; the answer to one of them is held. */
async function runUntil(page: Page, sandbox: Sandbox, { ids, held }: { ids: string[]; held: number }) {
  await sandbox.hold({ method: 'PUT', path: `/tokens/${ids[held]}` })
  await bar(page).getByRole('button', { name: 'Disable…' }).click()
  const dialog = page.getByRole('dialog')
  await confirmCount(dialog, ids.length)
  const sent = page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith(`${ids[held]}`))
  await dialog.getByRole('button', { name: `Disable ${ids.length} tokens` }).click()
  await sent
  return dialog
}

async function reloadAnyway(page: Page) {
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
}

test('a reload in the middle of a run tells what was done, with its results and report, until it is dismissed', async ({
  page,
  sandbox,
}) => {
  const ids = await withTokens(sandbox, 5)
  await sandbox.fail({ method: 'PUT', path: `/tokens/${ids[1]}`, status: 403 })
  await selectBulk(page, sandbox, 5)
  await runUntil(page, sandbox, { ids, held: 2 })
  await expect(page.getByText('didn’t finish')).toHaveCount(0)
  await page.setViewportSize({ width: 360, height: 400 })
  await page.evaluate(() => window.scrollTo(0, 300))
  await reloadAnyway(page)

  await expect(notes(page)).toContainText('Disabling 5 tokens didn’t finish')
  await expect(notes(page).getByText('Disabling 5 tokens didn’t finish')).toBeInViewport()
  await page.setViewportSize({ width: 1280, height: 720 })
  await expect(notes(page)).toContainText('1 disabled, 1 failed, 1 not confirmed, 2 not started. Ended')
  const view = notes(page).getByRole('button', { name: 'View results' })
  await view.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Disabling 5 tokens didn’t finish' })
  const lines = dialog.getByRole('region', { name: 'Results' }).getByRole('listitem')
  await expect(lines).toContainText(['bulk-2', 'bulk-3', 'bulk-4', 'bulk-5', 'bulk-1'])
  await expect(lines).toContainText([
    'Not changed.',
    'Couldn’t confirm that it was disabled. The page was left before the answer came.',
    'Not started',
    'Not started',
    '',
  ])
  await expect(dialog.getByRole('link', { name: 'bulk-3' })).toHaveAttribute('href', new RegExp(`${ids[2]}$`))
  const report = JSON.parse(await downloaded(page, dialog.getByRole('button', { name: 'Download JSON' }))) as {
    tokens: { outcome: string; before: Wire; after?: unknown }[]
  }
  const outcomes = ['done', 'failed', 'unknown', 'not started', 'not started']
  expect(report.tokens.map(({ outcome }) => outcome)).toEqual(outcomes)
  expect(report.tokens[0]?.before).toMatchObject({ id: ids[0], name: 'bulk-1', status: 'active' })
  expect(report.tokens.some((line) => 'after' in line)).toBe(false)
  const csv = await downloaded(page, dialog.getByRole('button', { name: 'Download CSV' }))
  expect(csv.trim().split('\r\n')).toHaveLength(6)
  await page.keyboard.press('Escape')
  await expect(view).toBeFocused()

  // Another page tells it, too, and a reload does not end that.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Findings' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.reload()
  await notes(page).getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(notes(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(rows(page).nth(1)).toBeVisible()
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('.run.')))).toEqual([])
})

test('a run that was cut short is continued with the tokens that are left, from another page', async ({
  page,
  sandbox,
}) => {
  const ids = await withTokens(sandbox, 4)
  await selectBulk(page, sandbox, 4)
  await runUntil(page, sandbox, { ids, held: 1 })
  await reloadAnyway(page)
  await expect(notes(page)).toContainText('1 disabled, 1 not confirmed, 2 not started')
  await sandbox.release()
  await expect.poll(async () => (await sandbox.api.get<Wire>(`/tokens/${ids[1]}`)).status).toBe('disabled')
  await sandbox.fail({ method: 'GET', path: '/tokens', times: 0, status: 403 })
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await notes(page).getByRole('button', { name: 'View results' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Continue (3)' }).press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Couldn’t load the tokens')
  // Closed while the tokens are read, it does not go on.
  await sandbox.release()
  await sandbox.hold({ method: 'GET', path: '/tokens' })
  await dialog.getByRole('button', { name: 'Continue (3)' }).press('Enter')
  await expect(dialog.getByRole('progressbar', { name: 'Loading tokens' })).toBeVisible()
  await page.keyboard.press('Escape')
  await sandbox.release()
  await expect(page.getByText(/Usage from \d+ tokens/)).toBeVisible()
  await expect(dialog).toHaveCount(0)
  await notes(page).getByRole('button', { name: 'View results' }).press('Enter')
  await dialog.getByRole('button', { name: 'Continue (3)' }).press('Enter')
  // The write whose answer never came had been obeyed.
  await expect(dialog.getByRole('heading', { name: 'Disable 2 tokens' })).toBeVisible()
  await confirmCount(dialog, 2)
  await dialog.getByRole('button', { name: 'Disable 2 tokens' }).press('Enter')
  await expect(dialog.getByRole('heading', { name: '2 tokens disabled' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().press('Enter')
  await expect(notes(page).getByRole('button', { name: 'View results' })).toBeFocused()
  const written = (await writesOf(sandbox, 'PUT')).map(({ path }) => path.slice(-32))
  expect(written.toSorted((a, b) => ids.indexOf(a) - ids.indexOf(b))).toEqual(ids)
})

test('a run that is left by a navigation is told of, with the answer that comes after it', async ({
  page,
  sandbox,
}) => {
  const ids = await withTokens(sandbox, 3)
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tokens', exact: true }).click()
  await expect(rows(page).nth(1)).toBeVisible()
  for (const number of [1, 2, 3]) await page.getByRole('checkbox', { name: `Select bulk-${number}` }).check()
  await runUntil(page, sandbox, { ids, held: 1 })
  await page.evaluate(() => history.back())
  await page.getByRole('dialog', { name: 'Stop updating?' }).getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Permission groups' })).toBeVisible()
  await expect(notes(page)).toContainText('not confirmed')
  await sandbox.release()
  await expect(notes(page)).toContainText('2 disabled, 1 not started')
})

test('an undo from a toast that is cut short is told of, too', async ({ page, sandbox }) => {
  const ids = await withTokens(sandbox, 2)
  await selectBulk(page, sandbox, 2)
  const dialog = await runUntil(page, sandbox, { ids, held: 1 })
  await sandbox.release()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await sandbox.hold({ method: 'PUT', path: `/tokens/${ids[1]}` })
  const sent = page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith(`${ids[1]}`))
  await page.getByRole('button', { name: 'Undo' }).click()
  await sent
  await reloadAnyway(page)
  await expect(notes(page)).toContainText('Enabling 2 tokens didn’t finish')
  await expect(notes(page)).toContainText('1 enabled, 1 not confirmed. Ended')
})

test('a tab that is opened with a copy of what another one keeps does not call its run unfinished', async ({
  page,
  sandbox,
}) => {
  const ids = await withTokens(sandbox, 2)
  await selectBulk(page, sandbox, 2)
  const dialog = await runUntil(page, sandbox, { ids, held: 1 })
  const [copy] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => void window.open(location.href))])
  await expect(rows(copy).nth(1)).toBeVisible()
  const kept = () => copy.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('.run.')))
  await expect.poll(kept).toEqual([])
  await expect(notes(copy)).toHaveCount(0)
  await sandbox.release()
  await expect(dialog.getByRole('heading', { name: '2 tokens disabled' })).toBeVisible()
})
