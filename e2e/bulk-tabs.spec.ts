import type { Page } from '@playwright/test'
import { expect, test, type Sandbox } from './fixtures.ts'
import { bar, confirmCount, selectBulk, withTokens, writesOf } from './selecting.ts'

const BUSY = 'Not started: another bulk action is running in this browser. Try again when it has finished.'

/** Selects all `bulk-` tokens, chooses to disable them, and confirms it. */
async function chooseDisable(page: Page, sandbox: Sandbox, amount: number) {
  await selectBulk(page, sandbox, amount)
  await bar(page).getByRole('button', { name: 'Disable…' }).click()
  const dialog = page.getByRole('dialog')
  await confirmCount(dialog, amount)
  return { dialog, start: dialog.getByRole('button', { name: `Disable ${amount} tokens` }) }
}

test('while a bulk action runs in one tab, another one starts none, and keeps what was chosen', async ({
  page,
  sandbox,
}) => {
  await withTokens(sandbox, 3)
  const first = await chooseDisable(page, sandbox, 3)
  const tab = await page.context().newPage()
  const second = await chooseDisable(tab, sandbox, 3)
  await sandbox.hold({ method: 'PUT', path: '/tokens/*', nth: 2 })
  await first.start.click()
  await expect(first.dialog.getByText('1 of 3')).toBeVisible()

  await second.start.click()
  await expect(second.dialog.getByRole('alert')).toHaveText(BUSY)
  await expect(second.dialog.getByLabel('Type the number of tokens to confirm')).toHaveValue('3')
  await expect(second.start).toBeFocused()
  await sandbox.release()
  await expect(first.dialog.getByRole('heading', { name: '3 tokens disabled' })).toBeVisible()
  await second.start.click()
  await expect(second.dialog.getByRole('heading', { name: '3 tokens disabled' })).toBeVisible()
  expect(await writesOf(sandbox, 'PUT')).toHaveLength(3)
})

test('the undo in a toast waits for the bulk action of another tab, too, and is offered again', async ({
  page,
  sandbox,
}) => {
  await withTokens(sandbox, 2)
  const first = await chooseDisable(page, sandbox, 2)
  await first.start.click()
  await first.dialog.getByRole('button', { name: 'Close' }).last().click()
  // Under the pointer it stays.
  await page.getByRole('button', { name: 'Undo' }).hover()
  const tab = await page.context().newPage()
  await selectBulk(tab, sandbox, 2)
  await bar(tab).getByRole('button', { name: 'Delete…' }).click()
  const dialog = tab.getByRole('dialog')
  await confirmCount(dialog, 2)
  await sandbox.hold({ method: 'DELETE', path: '/tokens/*', nth: 2 })
  await dialog.getByRole('button', { name: 'Delete 2 tokens' }).click()
  await expect(dialog.getByText('1 of 2')).toBeVisible()

  const toasts = page.getByRole('status')
  await page.getByRole('button', { name: 'Undo' }).click()
  const refused = toasts.filter({ hasText: BUSY })
  await refused.getByRole('button', { name: 'Undo' }).hover()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await sandbox.release()
  await expect(dialog.getByRole('button', { name: 'Download CSV' })).toBeEnabled()
  expect(await writesOf(sandbox, 'PUT')).toHaveLength(2)
  await refused.getByRole('button', { name: 'Undo' }).click()
  await expect(toasts.filter({ hasText: '0 tokens enabled, 2 changed by someone else and skipped' })).toBeVisible()
})
