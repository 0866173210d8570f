import type { Locator, Page } from '@playwright/test'
import { expect, plainToken, test, type Sandbox } from './fixtures.ts'
import { bar, rows, ticks, withTokens } from './selecting.ts'

const open = async (page: Page, sandbox: Sandbox, search = '') => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens${search}`)
  await expect(rows(page).nth(1)).toBeVisible()
}

const cell = (row: Locator, name: string) => row.getByRole('cell').filter({ hasText: name })

test('a click anywhere in a row opens its token, but not one on a control or at the end of a selection', async ({
  page,
  sandbox,
}) => {
  await withTokens(sandbox, 2)
  await open(page, sandbox)
  const row = rows(page).filter({ hasText: 'bulk-1' })
  const zones = cell(row, 'All zones')
  const list = page.url()

  // Text that is being selected stays.
  await zones.evaluate((element) => getSelection()?.selectAllChildren(element))
  await zones.dispatchEvent('click')
  await row
    .getByRole('cell')
    .first()
    .click({ position: { x: 4, y: 4 } })
  await expect(bar(page)).toContainText('1 selected')
  await row.getByRole('button', { name: 'Actions for bulk-1' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  // A press beside an open menu only closes it.
  await zones.click()
  await expect(page.getByRole('menu')).toHaveCount(0)
  expect(page.url()).toBe(list)

  await zones.click()
  await expect(page.getByRole('heading', { level: 1, name: 'bulk-1' })).toBeVisible()
})

test('a click with the middle button or with Ctrl opens a row in a tab', async ({ page, sandbox, context }) => {
  const [id = ''] = await withTokens(sandbox, 1)
  await open(page, sandbox)
  for (const options of [{ button: 'middle' as const }, { modifiers: ['Control' as const] }]) {
    const opened = context.waitForEvent('page')
    await cell(rows(page).filter({ hasText: 'bulk-1' }), 'All zones').click(options)
    await expect(await opened).toHaveURL(new RegExp(`${id}$`))
    await (await opened).close()
    await expect(rows(page).nth(1)).toBeVisible()
  }
})

test('keys move from row to row, select and open; those of one letter can be switched off @core', async ({
  page,
  sandbox,
}) => {
  await withTokens(sandbox, 3)
  await open(page, sandbox, '?q=bulk&sort=name&direction=asc')
  const name = (number: number) => page.getByRole('link', { name: `bulk-${number}` })
  const search = page.getByRole('searchbox')
  await search.press('End')
  await search.pressSequentially('-jkx')
  await expect(search).toHaveValue('bulk-jkx')
  await search.fill('bulk')
  await expect(rows(page)).toHaveCount(4)
  await page.getByRole('heading', { level: 1 }).click()

  await page.keyboard.press('j')
  await expect(name(1)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(name(2)).toBeFocused()
  await page.keyboard.press('x')
  await expect(bar(page)).toContainText('1 selected')
  await page.keyboard.press('j')
  await page.keyboard.press(' ')
  await expect(ticks(page).nth(2)).toBeChecked()
  await page.keyboard.press('k')
  await expect(name(2)).toBeFocused()
  await page.keyboard.press('End')
  await expect(name(3)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(name(1)).toBeFocused()

  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(dialog).toContainText('Select this token')
  await dialog.getByRole('checkbox', { name: 'Single-key shortcuts' }).uncheck()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(name(1)).toBeFocused()
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(name(1)).toBeFocused()
  await expect(bar(page)).toContainText('2 selected')
  await page.keyboard.press('ArrowDown')
  await expect(name(2)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'bulk-2' })).toBeVisible()
})

test('End and Home reach rows that a long table has not rendered', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 300 })
  await open(page, sandbox, '?per_page=all&sort=name&direction=asc')
  await expect(
    page.getByRole('status').filter({ hasText: /^\d+( of \d+)? tokens?/, hasNotText: 'so far' }),
  ).toBeVisible()
  const last = Number(await page.getByRole('table', { name: 'API tokens', exact: true }).getAttribute('aria-rowcount'))
  const focused = rows(page).filter({ has: page.locator('a:focus') })
  await page.keyboard.press('j')
  await expect(focused).toHaveAttribute('aria-rowindex', '2')
  await page.keyboard.press('End')
  await expect(focused).toHaveAttribute('aria-rowindex', String(last))
  await expect(focused).toBeInViewport()
  await page.keyboard.press('Home')
  await expect(focused).toHaveAttribute('aria-rowindex', '2')
})

test('a cut name shows whole while the pointer is on it, and permissions tell all of them', async ({
  page,
  sandbox,
}) => {
  const name = 'a-name-that-is-far-too-long-for-its-column-'.repeat(2)
  const body = plainToken(sandbox.accountId, name)
  await sandbox.api.create({ ...body, policies: [...body.policies, { ...body.policies[0], effect: 'deny' }] })
  await open(page, sandbox)
  const row = rows(page).filter({ hasText: name })
  await expect(async () => {
    await page.mouse.move(0, 0)
    await row.getByRole('link').hover()
    await expect(row.getByRole('cell').nth(1)).toHaveAttribute('title', name, { timeout: 500 })
  }).toPass()
  await expect(row.getByText('1 denied')).toBeVisible()
  await expect(row.getByTitle(/^Zone Read; denied: Zone Read$/)).toBeVisible()
})

test('on a phone a row is two lines that open the token, its menu a sheet, and a table for a screen reader @core', async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await withTokens(sandbox, 2)
  await sandbox.api.create(plainToken(sandbox.accountId, 'bulk-3-with-a-name-that-is-far-too-long-for-a-phone'))
  await open(page, sandbox)
  const row = rows(page).filter({ hasText: 'bulk-1' })
  for (const at of [1, 2, 3]) expect((await rows(page).nth(at).boundingBox())?.height).toBe(72)
  expect(await row.getByRole('cell').count()).toBe(await page.getByRole('columnheader').count())

  await row.getByRole('button', { name: 'Actions for bulk-1' }).click()
  const menu = page.getByRole('menu', { name: 'Actions for bulk-1' })
  const sheet = await menu.boundingBox()
  expect([sheet?.x, sheet?.width, (sheet?.y ?? 0) + (sheet?.height ?? 0)]).toEqual([0, 360, 740])
  for (const item of await menu.getByRole('menuitem').all())
    expect((await item.boundingBox())?.height).toBeGreaterThanOrEqual(44)
  await page.mouse.click(180, 100)
  await expect(menu).toHaveCount(0)

  await row.getByRole('checkbox').check()
  await expect(page.getByRole('link', { name: 'Create token' })).toBeHidden()
  await bar(page).getByRole('button', { name: 'Actions for 1 token' }).click()
  await expect(page.getByRole('menuitem')).toHaveText([
    'Disable…',
    'Enable…',
    'Set expiration…',
    'Set IP limit…',
    'Export…',
    'Delete…',
  ])
  await page.getByRole('menuitem', { name: 'Disable…' }).click()
  await expect(page.getByRole('dialog', { name: 'Disable 1 token' })).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await bar(page).getByRole('button', { name: 'Clear selection' }).click()
  await expect(page.getByRole('link', { name: 'Create token' })).toBeVisible()

  await row.getByText('Zone Read').click()
  await expect(page.getByRole('heading', { level: 1, name: 'bulk-1' })).toBeVisible()
})

test('the row menu exports a token into a file with its name', async ({ page, sandbox }) => {
  await withTokens(sandbox, 1)
  await open(page, sandbox)
  await page.getByRole('button', { name: 'Actions for bulk-1' }).click()
  await page.getByRole('menuitem', { name: 'Export…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Terraform' }).check()
  await expect(dialog.getByRole('button', { name: 'Save as bulk-1.tf' })).toBeVisible()
})

test('a search marks what it found, and shows the permission or the zone that matched in place of the first', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 120 })
  await page.setViewportSize({ width: 1440, height: 900 })
  const marked = (row: Locator, text: string) => row.getByText(text, { exact: true })
  await open(page, sandbox, '?q=northwind.example')
  const onZone = rows(page)
    .filter({ hasText: /northwind\.example\+\d/ })
    .first()
  await expect(marked(onZone.getByRole('cell').nth(4), 'northwind.example')).toBeVisible()

  const search = page.getByRole('searchbox')
  await search.fill('zone read')
  await expect(marked(rows(page).nth(1).getByRole('cell').nth(3), 'Read')).toBeVisible()
  const { result } = await sandbox.api.list('?per_page=5')
  const id = result[0]?.id ?? ''
  await search.fill(id)
  await expect(rows(page)).toHaveCount(2)
  await expect(marked(rows(page).nth(1).getByRole('cell').nth(1), id)).toBeVisible()

  await page.setViewportSize({ width: 360, height: 740 })
  await search.fill('northwind.example')
  await expect(marked(onZone, 'northwind.example').last()).toBeVisible()
  expect((await onZone.boundingBox())?.height).toBe(72)
})

test('a row shows that its token was just changed, unless the user wants no motion', async ({ page, sandbox }) => {
  await withTokens(sandbox, 2)
  await open(page, sandbox)
  const row = (number: number) => rows(page).filter({ hasText: `bulk-${number}` })
  for (const { number, reducedMotion } of [
    { number: 1, reducedMotion: 'reduce' as const },
    { number: 2, reducedMotion: 'no-preference' as const },
  ]) {
    await page.emulateMedia({ reducedMotion })
    await row(number).evaluate((element) =>
      element.addEventListener('animationstart', () => element.setAttribute('data-was-animated', '')),
    )
    await page.getByRole('button', { name: `Actions for bulk-${number}` }).click()
    await page.getByRole('menuitem', { name: 'Disable…' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Disable token' }).click()
    await expect(row(number)).toContainText('Disabled')
    if (number === 2) await expect(row(2)).toHaveAttribute('data-was-animated')
    else expect(await row(1).evaluate((element) => element.getAnimations({ subtree: true }).length)).toBe(0)
  }
})

test('hidden characters of a name are spelled out in messages and labels as well', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'abc\u202Egpj.exe'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('checkbox', { name: 'Select abcU+202Egpj.exe' })).toBeVisible()
  await page.getByRole('button', { name: 'Actions for abcU+202Egpj.exe' }).click()
  await page.getByRole('menuitem', { name: 'Disable' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable token' }).click()
  await expect(page.getByText('Disabled “abcU+202Egpj.exe”')).toBeVisible()
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await page.getByLabel('Token name').fill('plain')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Renamed from “abcU+202Egpj.exe” to “plain”')).toBeVisible()
})
