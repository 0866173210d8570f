import type { Page } from '@playwright/test'
import { expect, plainToken, test } from './fixtures.ts'
import { bar, confirmCount, rows, selectBulk, ticks, withTokens } from './selecting.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const open = (page: Page, name: string) => page.getByRole('main').getByRole('link', { name, exact: true }).click()

test('a selection grows by page, range and all that match, survives paging, and is read out @core', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await ticks(page).nth(1).click()
  await ticks(page)
    .nth(5)
    .click({ modifiers: ['Shift'] })
  await expect(bar(page)).toContainText('5 selected')
  await expect(page.getByRole('status').filter({ hasText: '5 selected' })).toBeAttached()
  await page.getByRole('link', { name: 'Next page' }).click()
  await expect(page).toHaveURL(/page=2/)
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).not.toHaveAttribute('aria-busy')
  // The first row of the page before is selected.
  await expect(ticks(page).nth(1)).not.toBeChecked()
  await page.getByRole('checkbox', { name: 'Select all rows of this page' }).check()
  await expect(bar(page)).toContainText('25 selected')
  await page.getByRole('link', { name: 'Previous page' }).click()
  await expect(ticks(page).nth(3)).toBeChecked()

  await bar(page)
    .getByRole('button', { name: /^Select all \d+/ })
    .click()
  const { result_info } = await sandbox.api.list('?per_page=5')
  await expect(bar(page)).toContainText(`${result_info.total_count} selected`)
  await bar(page).getByRole('button', { name: 'Clear selection' }).click()
  await expect(bar(page)).toHaveCount(0)
  await expect(ticks(page).nth(3)).not.toBeChecked()
})

test('a selected token that was changed here since is planned as it is now', async ({ page, sandbox }) => {
  await withTokens(sandbox, 2)
  await selectBulk(page, sandbox, 2)
  await page.getByRole('button', { name: 'Actions for bulk-1' }).click()
  await page.getByRole('menuitem', { name: 'Disable…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable token' }).click()
  await expect(rows(page).nth(1)).toContainText('Disabled')
  await bar(page).getByRole('button', { name: 'Disable…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('1 token skipped')).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'Skipped' })).toContainText('Already disabled')
  await confirmCount(dialog, 1)
  await dialog.getByRole('button', { name: 'Disable 1 token' }).click()
  await expect(dialog.getByRole('heading', { name: '1 token disabled' })).toBeVisible()
})

test('a number of thousands is confirmed as it is written', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 1300 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?per_page=all`)
  await expect(page.getByRole('status').filter({ hasText: /^1,\d{3} of 1,\d{3} tokens/ })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Select all rows of this page' }).check()
  await expect(bar(page)).toContainText(/1,\d{3} selected/)
  await bar(page).getByRole('button', { name: 'Disable…' }).click()
  const start = page.getByRole('dialog').getByRole('button', { name: /^Disable 1,\d{3} tokens$/ })
  const [amount = ''] = /[\d,]+/.exec(await start.innerText()) ?? []
  const field = page.getByLabel('Type the number of tokens to confirm')
  for (const typed of [amount, amount.replace(',', '')]) {
    await field.fill(typed)
    await expect(start).toBeEnabled()
  }
  await field.fill(amount.replace(',', ', '))
  await expect(start).toBeDisabled()
})

test('a selection that is cleared while all are read stays empty', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 200 })
  await sandbox.hold({ method: 'GET', path: '/tokens', query: { page: '3', per_page: '50' } })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await ticks(page).first().check()
  await bar(page)
    .getByRole('button', { name: /^Select all/ })
    .click()
  await expect(bar(page).getByRole('progressbar')).toBeVisible()
  await bar(page).getByRole('button', { name: 'Clear selection' }).click()
  await expect(bar(page)).toHaveCount(0)
  await ticks(page).nth(1).check()
  await expect(bar(page).getByText(/^\d+ of \d+ tokens loaded/)).toBeVisible()
  await sandbox.release()
  await expect(bar(page).getByRole('progressbar')).toHaveCount(0)
  await expect(bar(page)).toContainText('1 selected')
})

test('a page of the list that fails leaves the selection alone', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 60 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await ticks(page).first().check()
  await expect(bar(page)).toContainText('1 selected')
  await sandbox.fail({ method: 'GET', path: '/tokens', query: { page: '1', per_page: '50' }, status: 500, times: 0 })
  await page.getByLabel('Rows per page').selectOption('50')
  await expect(page.getByRole('heading', { level: 2, name: 'Cloudflare API error' })).toBeVisible()
  await expect(bar(page)).toContainText('1 selected')
})

test('on a phone, clearing the selection leaves the focus in the list', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 5 })
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const boxes = page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('checkbox', { name: /^Select / })
  await boxes.nth(2).check()
  await page.getByRole('button', { name: 'Clear selection' }).click()
  await expect(boxes.first()).toBeFocused()
})

test('a key leads from the rows to the actions of a selection, and the help names it', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await ticks(page).nth(1).focus()
  await page.keyboard.press('a')
  await expect(ticks(page).nth(1)).toBeFocused()
  await page.keyboard.press('x')
  await expect(bar(page)).toBeVisible()
  for (const [width, name] of [
    [1280, 'Disable…'],
    [360, 'Actions for 1 token'],
  ] as const) {
    await page.setViewportSize({ width, height: 740 })
    await ticks(page).nth(1).focus()
    await page.keyboard.press('a')
    await expect(bar(page).getByRole('button', { name, exact: true })).toBeFocused()
  }
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText(
    'Go to the actions for the selected tokens',
  )
})

test('what is selected is still selected after Back from a token, and not in a list opened anew', async ({
  page,
  sandbox,
}) => {
  await sandbox.api.create(plainToken(sandbox.accountId, 'Opened'))
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  const links = page.getByRole('navigation', { name: 'Main' })
  await links.getByRole('link', { name: 'Tokens', exact: true }).click()
  await page.getByRole('checkbox', { name: 'Select Opened' }).check()
  await open(page, 'Opened')
  await expect(heading(page, 'Opened')).toBeVisible()
  await page.goBack()
  await expect(bar(page)).toContainText('1 selected')
  await expect(page.getByRole('checkbox', { name: 'Select Opened' })).toBeChecked()
  await page.goBack()
  await expect(heading(page, 'Permission groups')).toBeVisible()
  await links.getByRole('link', { name: 'Tokens', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: 'Select Opened' })).not.toBeChecked()
})

test('what is selected in one list is selected in no other one of the history', async ({ page, sandbox }) => {
  await sandbox.api.create(plainToken(sandbox.accountId, 'Opened'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await open(page, 'Opened')
  await expect(heading(page, 'Opened')).toBeVisible()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tokens', exact: true }).click()
  const box = page.getByRole('checkbox', { name: 'Select Opened' })
  await box.check()
  await page.goBack()
  await expect(heading(page, 'Opened')).toBeVisible()
  await page.goForward()
  await expect(box).toBeChecked()
  await page.goBack()
  await expect(heading(page, 'Opened')).toBeVisible()
  await page.goBack()
  await expect(box).not.toBeChecked()
})
