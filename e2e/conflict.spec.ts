import { expect, plainToken, test } from './fixtures.ts'
import { chooseAction } from './token-page.ts'

type Stored = { name: string; expires_on?: string; condition?: unknown; policies: unknown[] }

test('two edits of one token: each part is chosen, and nothing of either is lost unasked @core', async ({
  page,
  sandbox,
}) => {
  const original = plainToken(sandbox.accountId, 'Shared')
  const { id } = await sandbox.api.create(original)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await page.getByLabel('Token name').fill('Mine')
  await page.getByRole('checkbox', { name: 'DNS Read (Zone)', exact: true }).check()
  await sandbox.api.update(id, {
    ...original,
    name: 'Theirs',
    condition: { request_ip: { in: ['192.0.2.0/24'] } },
    expires_on: '2031-01-01T00:00:00Z',
  })

  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('checkbox', { name: 'I want to expand this token’s access' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'This token was changed by someone else' })
  await expect(dialog.getByRole('button', { name: 'Back to editing' })).toBeFocused()
  await expect(dialog.getByRole('region')).toHaveCount(4)
  // The dialog says all of it. Nothing behind it tells the user to begin anew.
  await expect(page.locator('[role="alert"]')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('checkbox', { name: 'I want to expand this token’s access' }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog.getByRole('list', { name: 'Theirs: Name' })).toContainText('Renamed from “Shared” to “Theirs”')
  await expect(dialog.getByRole('list', { name: 'Mine: Name' })).toContainText('Renamed from “Shared” to “Mine”')
  await expect(dialog.getByRole('list', { name: 'Mine: Policies' })).toContainText('DNS Read')
  // A part changed on one side is taken from it; the user chooses only where both changed.
  await expect(dialog.getByRole('region', { name: 'Policies' }).getByRole('radio', { name: 'Use mine' })).toBeChecked()
  await expect(
    dialog.getByRole('region', { name: 'IP addresses' }).getByRole('radio', { name: 'Keep theirs' }),
  ).toBeChecked()
  const review = dialog.getByRole('button', { name: 'Review changes' })
  await expect(review).toBeDisabled()
  await dialog.getByRole('region', { name: 'Name' }).getByRole('radio', { name: 'Use mine' }).check()
  await review.click()

  const changes = page.getByRole('dialog', { name: 'Review changes' })
  await expect(changes.getByRole('listitem')).toHaveText([
    /^More access.*DNS Read/,
    /^Same access.*from “Theirs” to “Mine”/,
  ])
  await changes.getByRole('checkbox', { name: 'I want to expand this token’s access' }).check()
  await changes.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Mine' })).toBeVisible()
  const stored = await sandbox.api.get<Stored>(`/tokens/${id}`)
  expect(stored).toMatchObject({
    name: 'Mine',
    condition: { request_ip: { in: ['192.0.2.0/24'] } },
    expires_on: '2031-01-01T00:00:00Z',
  })
  expect(JSON.stringify(stored.policies)).toContain('DNS Read')
})

test('a draft from before another user’s edit does not take that edit back', async ({ page, sandbox }) => {
  const original = plainToken(sandbox.accountId, 'Before')
  const { id } = await sandbox.api.create(original)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await page.getByRole('radio', { name: '30 days' }).check()
  await sandbox.api.update(id, { ...original, name: 'Renamed elsewhere' })
  await page.reload()
  await expect(page.getByText('Draft restored')).toBeVisible()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'This token was changed by someone else' })
  await dialog.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Renamed elsewhere' })).toBeVisible()
  expect((await sandbox.api.get<Stored>(`/tokens/${id}`)).expires_on).toBeTruthy()
})

test('a token deleted during the edit can become a new one @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Short-lived'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await page.getByLabel('Token name').fill('Second life')
  await sandbox.api.remove(id)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  const alert = page.getByRole('alert')
  await expect(alert).toContainText('This token was deleted')
  await expect(page.getByLabel('Token name')).toHaveValue('Second life')
  await alert.getByRole('button', { name: 'Create a new token from this draft' }).click()
  await expect(page.getByRole('heading', { name: 'Create token' })).toBeVisible()
  await expect(page.getByLabel('Token name')).toHaveValue('Second life')
  await expect(page.getByRole('checkbox', { name: 'Zone Read (Zone)' })).toBeChecked()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
})

test('what was typed for a token that is gone by the next visit can become a new one', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Short-lived'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await page.getByLabel('Token name').fill('Second life')
  await sandbox.api.remove(id)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: 'Not found in this account' })).toBeVisible()
  await page.getByRole('button', { name: 'Create a new token from this draft' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Create token' })).toBeVisible()
  await expect(page.getByLabel('Token name')).toHaveValue('Second life')
})

test('an answer that is not what was asked is shown', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Asked'))
  const stored = await sandbox.api.get<Record<string, unknown>>(`/tokens/${id}`)
  await sandbox.fail({
    method: 'PUT',
    path: '/tokens/*',
    body: { success: true, errors: [], messages: [], result: { ...stored, name: 'Answered' } },
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await page.getByLabel('Token name').fill('Wanted')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Saved with differences' })
  await expect(dialog.getByRole('listitem')).toHaveText([/from “Wanted” to “Answered”/])
  await dialog.getByRole('button', { name: 'Open token' }).click()
  await expect(page).toHaveURL(new RegExp(`/tokens/${id}$`))
})

test('what the token of this app loses needs a tick of its own', async ({ page, sandbox }) => {
  const tokens = await sandbox.api.get<{ id: string; name: string }[]>('/tokens?per_page=50')
  const own = tokens.find(({ name }) => name.includes('this app'))?.id ?? ''
  const isAware = page.getByRole('checkbox', { name: 'I understand Token Desk may lose access' })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${own}`)
  await expect(page.getByText('Used by Token Desk')).toBeVisible()
  for (const [open, confirm] of [
    ['Roll', 'Roll secret'],
    ['Disable…', 'Disable token'],
    ['Delete…', 'Delete token'],
  ] as const) {
    if (open === 'Roll') await page.getByRole('button', { name: open, exact: true }).click()
    else await chooseAction(page, open)
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByText('Token Desk uses this token', { exact: true })).toBeVisible()
    const word = dialog.getByLabel('Type the name of the token to confirm')
    if (open !== 'Disable…') await word.fill((await dialog.getByRole('code').first().innerText()).trim())
    await expect(dialog.getByRole('button', { name: confirm })).toBeDisabled()
    await isAware.check()
    await expect(dialog.getByRole('button', { name: confirm })).toBeEnabled()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  }
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByRole('radio', { name: '30 days' }).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Save changes' })).toBeDisabled()
  await isAware.check()
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Save changes' })).toBeEnabled()
})
