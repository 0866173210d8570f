import type { Locator } from '@playwright/test'
import { expect, plainToken, test } from './fixtures.ts'
import { bar, ticks } from './selecting.ts'

/** By the keyboard, which is lost without a focus. */
async function press(control: Locator) {
  await control.focus()
  await control.press('Enter')
}

test('what is selected is cleared, and the focus is back at the table', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await ticks(page).nth(1).click()
  await press(bar(page).getByRole('button', { name: /^Select all \d+/ }))
  await expect(bar(page).getByRole('button', { name: 'Clear' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(bar(page)).toHaveCount(0)
  await expect(page.getByRole('checkbox', { name: 'Select all rows of this page' })).toBeFocused()
})

for (const name of ['Name', 'Expires']) {
  test(`the header of ${name} keeps the focus, also by the first sort, for which all tokens are loaded`, async ({
    page,
    sandbox,
  }) => {
    await page.goto(`/accounts/${sandbox.accountId}/tokens`)
    const header = page.getByRole('columnheader', { name })
    await press(header.getByRole('button'))
    await expect(header).toHaveAttribute('aria-sort', 'ascending')
    await expect(header.getByRole('button')).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(header).toHaveAttribute('aria-sort', 'descending')
    await expect(header.getByRole('button')).toBeFocused()
  })
}

test('an emptied search keeps the focus', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const search = page.getByRole('searchbox').first()
  await search.fill('dns')
  await press(page.getByRole('button', { name: 'Clear the search' }))
  await expect(search).toHaveValue('')
  await expect(search).toBeFocused()
})

test('a filter that is taken away leaves the focus with the next, and the last one with the button that adds one', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens?status=active&expiry=never&ip=any&include_expired=true`)
  const chips = page.getByRole('group', { name: 'Active filters' }).getByRole('button', { name: /^Remove filter/ })
  await expect(chips).toHaveCount(3)
  await press(chips.nth(1))
  await expect(chips).toHaveCount(2)
  await expect(chips.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(chips).toHaveCount(1)
  await expect(chips).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(chips).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Filter', exact: true })).toBeFocused()
})

test('policies, permission groups and IP ranges pass the focus on when they are removed', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'The model'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?from=${id}`)
  const more = (number: number) => page.getByRole('button', { name: `More actions for policy ${number}` })
  const choose = async (number: number, action: string) => {
    await more(number).click()
    await page.getByRole('menuitem', { name: action }).press('Enter')
  }
  await choose(1, 'Duplicate')
  await expect(more(2)).toBeVisible()
  await choose(1, 'Delete')
  await expect(more(2)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Done with policy 1' })).toBeFocused()

  const policy = page.getByRole('region', { name: 'Policy 1' })
  const groups = policy.getByRole('list', { name: 'Selected permission groups' }).getByRole('button')
  await policy.getByRole('checkbox', { name: 'DNS Read (Zone)' }).check()
  await expect(groups).toHaveCount(2)
  await press(groups.first())
  await expect(groups).toHaveCount(1)
  await expect(groups).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(groups).toHaveCount(0)
  await expect(policy.getByRole('searchbox', { name: 'Search permission groups' })).toBeFocused()

  await choose(1, 'Delete')
  await expect(page.getByRole('button', { name: 'Add policy' })).toBeFocused()

  const field = page.getByRole('textbox', { name: 'Client IP addresses' })
  await field.fill('192.0.2.0/24 198.51.100.0/24')
  await field.press('Enter')
  const ranges = page.getByRole('button', { name: /^Remove \d/ })
  await expect(ranges).toHaveCount(2)
  await press(ranges.first())
  await expect(ranges).toHaveCount(1)
  await expect(ranges).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(ranges).toHaveCount(0)
  await expect(field).toBeFocused()
})

test('a deleted row leaves the focus with the next one, the last row with the one before it @core', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 0 })
  for (const name of ['Zone A', 'Zone B', 'Zone C']) await sandbox.api.create(plainToken(sandbox.accountId, name))
  await page.goto(`/accounts/${sandbox.accountId}/tokens?sort=name&direction=asc`)
  const link = (name: string) => page.getByRole('link', { name, exact: true })
  const remove = async (name: string) => {
    await press(page.getByRole('button', { name: `Actions for ${name}` }))
    await page.getByRole('menuitem', { name: 'Delete…' }).press('Enter')
    await page.getByRole('button', { name: 'Delete token' }).press('Enter')
    await expect(link(name)).toHaveCount(0)
  }
  await remove('Zone B')
  await expect(link('Zone C')).toBeFocused()
  await remove('Zone C')
  await expect(link('Zone A')).toBeFocused()
})

test('the last row of the list leaves the focus with its heading', async ({ page, sandbox }) => {
  await sandbox.api.create(plainToken(sandbox.accountId, 'Alone'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens?q=Alone`)
  await press(page.getByRole('button', { name: 'Actions for Alone' }))
  await page.getByRole('menuitem', { name: 'Delete…' }).press('Enter')
  await page.getByRole('button', { name: 'Delete token' }).press('Enter')
  await expect(page.getByRole('link', { name: 'Alone' })).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1, name: 'API tokens' })).toBeFocused()
})

test('a dialog that follows another returns the focus to where that was opened', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 5 })
  for (const name of ['focus-1', 'focus-2', 'focus-3']) await sandbox.api.create(plainToken(sandbox.accountId, name))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const bar = page.getByRole('group', { name: 'Selection' })
  const dialog = page.getByRole('dialog')
  const run = async (verb: string) => {
    await bar.getByRole('button', { name: `${verb}…` }).click()
    await dialog.getByLabel('Type the number of tokens to confirm').fill('2')
    await dialog.getByRole('button', { name: `${verb} 2 tokens` }).click()
  }
  for (const name of ['focus-1', 'focus-2']) await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  await run('Disable')
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByRole('heading', { name: '2 tokens enabled' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bar.getByRole('button', { name: 'Disable…' })).toBeFocused()

  // The selection goes with its tokens, and its buttons with it.
  await run('Delete')
  await expect(dialog.getByRole('heading', { name: '2 tokens deleted' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  const menu = page.getByRole('button', { name: 'Actions for focus-3' })
  await menu.click()
  await page.getByRole('menuitem', { name: 'Roll' }).click()
  await dialog.getByRole('button', { name: 'Roll secret' }).click()
  const secret = page.getByRole('dialog', { name: 'Copy this secret now' })
  await secret.getByRole('button', { name: 'Copy secret' }).click()
  await secret.getByRole('button', { name: 'Done' }).click()
  await expect(menu).toBeFocused()
})

test('a suppressed finding passes the focus to the next one, and can be restored at once', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 0 })
  for (const name of ['one', 'two', 'three'])
    await sandbox.api.create({ ...plainToken(sandbox.accountId, name), expires_on: undefined })
  await page.goto(`/accounts/${sandbox.accountId}/findings?rule=T3&q=`)
  const buttons = page.getByRole('button', { name: /^Suppress “Never expires” of (one|two|three)…$/ })
  await expect(buttons).toHaveCount(3)
  const [first, second] = await buttons.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))
  await page.getByRole('button', { name: first ?? '', exact: true }).click()
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('Known')
  await page.keyboard.press('Enter')
  await expect(buttons).toHaveCount(2)
  await expect(buttons).toHaveCount(2)
  await expect(page.getByRole('button', { name: second ?? '', exact: true })).toBeFocused()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(buttons).toHaveCount(3)
})
