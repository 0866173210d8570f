import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import { expect, freshTest as test, goOffline, plainToken, withoutRest } from './fixtures.ts'
import { freePort, ready, run } from './live.ts'
import { chooseAction } from './token-page.ts'

const BUILT = fileURLToPath(new URL('../dist/', import.meta.url))

test.beforeEach(({ page }) => withoutRest(page))

/** The parts of the frame come after the first rows. */
const allThere = (page: Page) => expect(page.getByRole('button', { name: /^Session/ })).toBeVisible()

const missing = (page: Page) => page.getByRole('alert').filter({ hasText: 'Couldn’t load this part' })

test('a page whose code does not load says so in its empty frame @core', async ({ page, accountId }, testInfo) => {
  // A build of which the largest file is missing.
  const folder = testInfo.outputPath('built')
  for (const part of ['client', 'server']) cpSync(join(BUILT, part), join(folder, part), { recursive: true })
  const assets = join(folder, 'client/assets')
  for (const name of readdirSync(assets)) if (name.startsWith('start-')) rmSync(join(assets, name))

  const port = await freePort()
  const server = run([], { PORT: String(port) }, join(folder, 'server/node.js'))
  try {
    await ready(`http://127.0.0.1:${port}/healthz`)
    await page.goto(`http://127.0.0.1:${port}/accounts/${accountId}/tokens`)
    await expect(page.getByRole('alert')).toHaveText(/^Couldn’t load Token Desk/)
  } finally {
    server.process.kill()
  }
})

test('filters whose code does not load say so, and the page and what was typed stay', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const search = page.getByRole('searchbox', { name: 'Search tokens' })
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await allThere(page)
  await goOffline(page)
  await search.fill('deploy')
  await expect(missing(page)).toBeVisible()
  await missing(page).getByRole('button', { name: 'Try again' }).click()
  await expect(missing(page)).toBeVisible()
  await expect(search).toHaveValue('deploy')
  await page.context().setOffline(false)
  // Chromium keeps the failure of the files that the part needs.
  await missing(page).getByRole('button', { name: 'Reload' }).click()
  await search.fill('deploy')
  await expect(page.getByText(/^\d+ of \d+ tokens$/)).toBeVisible()
})

test('a dialog and a menu whose code does not load leave the page usable', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const actions = page.getByRole('button', { name: /^Actions for/ }).first()
  await expect(actions).toBeVisible()
  await allThere(page)
  await goOffline(page)
  await page.keyboard.press('?')
  await expect(missing(page)).toBeVisible()
  await missing(page).getByRole('button', { name: 'Close' }).click()
  await expect(missing(page)).toHaveCount(0)
  await actions.click()
  await expect(missing(page)).toBeVisible()
  await expect(actions).toBeVisible()
  await missing(page).getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('checkbox', { name: /^Select/ }).nth(1)).toBeEnabled()
})

test('a palette whose code does not load takes no keys, and the focus is where it was', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const filter = page.getByRole('button', { name: 'Filter', exact: true })
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await allThere(page)
  await goOffline(page)
  await filter.focus()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('dns')
  await expect(missing(page)).toBeVisible()
  await expect(filter).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(filter).not.toBeFocused()
})

test('a part is requested again by the button', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Subject'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  // Loads what all dialogs need.
  await chooseAction(page, 'Delete…')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await allThere(page)
  await expect(page.getByRole('textbox', { name: 'Request', exact: true })).toBeVisible()
  await goOffline(page)
  await page.keyboard.press('?')
  await expect(missing(page)).toBeVisible()
  await page.context().setOffline(false)
  await missing(page).getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('dialog', { name: /shortcuts/i })).toBeVisible()
})
