import { expect, plainToken, test } from './fixtures.ts'
import { bar, confirmCount, downloaded, rows, selectBulk, withTokens, writesOf, type Wire } from './selecting.ts'

test('many are disabled and enabled again: previewed, confirmed by count, each with a result @core', async ({
  page,
  sandbox,
}) => {
  const ids = await withTokens(sandbox, 4)
  await selectBulk(page, sandbox, 4)
  await bar(page).getByRole('button', { name: 'Disable…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('heading', { name: 'Disable 4 tokens' })).toBeVisible()
  await expect(dialog.getByRole('region', { name: 'What changes' }).getByRole('listitem')).toHaveCount(4)
  const start = dialog.getByRole('button', { name: 'Disable 4 tokens' })
  await expect(start).toBeDisabled()
  const typed = dialog.getByLabel('Type the number of tokens to confirm')
  await typed.fill('3')
  await typed.press('Enter')
  await expect(start).toBeDisabled()
  await typed.fill('4')
  await typed.press('Enter')
  await expect(dialog.getByRole('heading', { name: '4 tokens disabled' })).toBeVisible()
  for (const id of ids) expect((await sandbox.api.get<Wire>(`/tokens/${id}`)).status).toBe('disabled')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(rows(page).nth(1)).toContainText('Disabled')

  await bar(page).getByRole('button', { name: 'Enable…' }).click()
  await confirmCount(dialog, 4)
  await dialog.getByRole('checkbox', { name: 'Extend access for 4 tokens' }).check()
  await dialog.getByRole('button', { name: 'Enable 4 tokens' }).click()
  await expect(dialog.getByRole('heading', { name: '4 tokens enabled' })).toBeVisible()
  expect(await writesOf(sandbox, 'PUT')).toHaveLength(8)
})

test('a bulk disable is undone for exactly the tokens it changed, and those changed since are told @core', async ({
  page,
  sandbox,
}) => {
  const ids = await withTokens(sandbox, 3)
  const statusOf = async (at: number) => (await sandbox.api.get<Wire>(`/tokens/${ids[at]}`)).status
  await sandbox.api.update(ids[2] ?? '', { ...plainToken(sandbox.accountId, 'bulk-3'), status: 'disabled' })
  await selectBulk(page, sandbox, 3)
  await bar(page).getByRole('button', { name: 'Disable…' }).click()
  const dialog = page.getByRole('dialog')
  await confirmCount(dialog, 2)
  await dialog.getByRole('button', { name: 'Disable 2 tokens' }).click()
  await expect(dialog.getByRole('heading', { name: '2 tokens disabled' })).toBeVisible()
  // A result leads to its token, and says nothing that the title says.
  await expect(dialog.getByRole('region', { name: 'Results' }).getByRole('listitem').first()).toHaveText('bulk-1')
  await expect(dialog.getByRole('link', { name: 'bulk-1' })).toHaveAttribute('href', new RegExp(`${ids[0]}$`))

  await sandbox.api.update(ids[1] ?? '', { ...plainToken(sandbox.accountId, 'bulk-2 of theirs'), status: 'disabled' })
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByRole('heading', { name: '1 token enabled' })).toBeVisible()
  await expect(dialog.getByText('1 changed by someone else and skipped')).toBeVisible()
  expect([await statusOf(0), await statusOf(1), await statusOf(2)]).toEqual(['active', 'disabled', 'disabled'])
})

test('an undo leaves alone what another user disabled at the same time', async ({ page, sandbox }) => {
  const ids = await withTokens(sandbox, 2)
  const statusOf = async (at: number) => (await sandbox.api.get<Wire>(`/tokens/${ids[at]}`)).status
  await selectBulk(page, sandbox, 2)
  await bar(page).getByRole('button', { name: 'Disable…' }).click()
  const dialog = page.getByRole('dialog')
  await confirmCount(dialog, 2)
  await sandbox.api.update(ids[1] ?? '', { ...plainToken(sandbox.accountId, 'bulk-2'), status: 'disabled' })
  await dialog.getByRole('button', { name: 'Disable 2 tokens' }).click()
  await expect(dialog.getByRole('heading', { name: '2 tokens disabled' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByRole('heading', { name: '1 token enabled' })).toBeVisible()
  expect([await statusOf(0), await statusOf(1)]).toEqual(['active', 'disabled'])
})

test('the toast after a bulk enable undoes it, and says what came of that', async ({ page, sandbox }) => {
  const [first = ''] = await withTokens(sandbox, 1)
  await sandbox.api.update(first, { ...plainToken(sandbox.accountId, 'bulk-1'), status: 'disabled' })
  await selectBulk(page, sandbox, 1)
  await bar(page).getByRole('button', { name: 'Enable…' }).click()
  const dialog = page.getByRole('dialog')
  await confirmCount(dialog, 1)
  await dialog.getByRole('checkbox', { name: 'Extend access for 1 token' }).check()
  await dialog.getByRole('button', { name: 'Enable 1 token' }).click()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  const toasts = page.getByRole('status')
  await sandbox.hold({ method: 'PUT', path: `/tokens/${first}` })
  await toasts.filter({ hasText: '1 token enabled' }).getByRole('button', { name: 'Undo' }).click()
  await expect(toasts.filter({ hasText: 'Undoing for 1 token…' })).toBeVisible()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  expect((await asked).type()).toBe('beforeunload')
  await (await asked).dismiss()
  await sandbox.release()
  await expect(toasts.filter({ hasText: '1 token disabled' })).toBeVisible()
  expect((await sandbox.api.get<Wire>(`/tokens/${first}`)).status).toBe('disabled')
})

test('an expiry and an IP limit are set for many, added to or in the place of what is there @core', async ({
  page,
  sandbox,
}) => {
  const [first = ''] = await withTokens(sandbox, 2)
  await sandbox.api.update(first, {
    ...plainToken(sandbox.accountId, 'bulk-1'),
    condition: { request_ip: { in: ['198.51.100.0/24'] } },
  })
  await selectBulk(page, sandbox, 2)
  const dialog = page.getByRole('dialog')
  await bar(page).getByRole('button', { name: 'Set expiration…' }).click()
  await dialog.getByRole('radio', { name: 'Custom' }).check()
  // In Lisbon the clocks skip this hour.
  await dialog.getByLabel('Expires at (local time)').fill('2030-03-31T01:30')
  await expect(dialog.getByRole('alert')).toContainText('clocks skip it')
  await dialog.getByRole('radio', { name: '30 days' }).check()
  await confirmCount(dialog, 2)
  await dialog.getByRole('button', { name: 'Set expiration for 2 tokens' }).click()
  await expect(dialog.getByRole('heading', { name: '2 tokens updated' })).toBeVisible()
  const end = Date.parse((await sandbox.api.get<Wire>(`/tokens/${first}`)).expires_on ?? '')
  expect(Math.round((end - Date.now()) / 86_400_000)).toBe(30)
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  await bar(page).getByRole('button', { name: 'Set expiration…' }).click()
  await dialog.getByRole('radio', { name: '30 days' }).check()
  await expect(dialog.getByText('Already expires then')).toHaveCount(2)
  await dialog.getByRole('radio', { name: 'Custom' }).check()
  // On that day in UTC, but at another time.
  const noon = end - (end % 86_400_000) + 43_200_000
  const other = noon + (end < noon ? 3_600_000 : -3_600_000)
  await dialog.getByLabel('Expires at (local time)').fill(await page.evaluate(toLocal, other))
  await expect(dialog.getByText('2 tokens will change')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await bar(page).getByRole('button', { name: 'Set IP limit…' }).click()
  // Nothing is chosen yet, and the button shows the same number as the title.
  await expect(dialog.getByRole('button', { name: 'Set IP limit for 2 tokens' })).toBeDisabled()
  await expect(dialog.getByText('Add an address or a range above.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Client IP addresses' }).fill('203.0.113.7')
  await dialog.getByRole('button', { name: 'Add to Client IP addresses' }).click()
  await expect(dialog.getByText('Only from 203.0.113.7/32')).toBeVisible()
  await confirmCount(dialog, 2)
  // One of them had a range already, so another one is more access.
  await dialog.getByRole('checkbox', { name: 'Extend access for 1 token' }).check()
  await dialog.getByRole('button', { name: 'Set IP limit for 2 tokens' }).click()
  await expect(dialog.getByRole('heading', { name: '2 tokens updated' })).toBeVisible()
  expect((await sandbox.api.get<Wire>(`/tokens/${first}`)).condition).toEqual({
    request_ip: { in: ['198.51.100.0/24', '203.0.113.7/32'] },
  })
  await dialog.getByRole('button', { name: 'Close' }).last().click()

  await bar(page).getByRole('button', { name: 'Set IP limit…' }).click()
  await dialog.getByRole('radio', { name: 'Replace current ranges' }).check()
  await dialog.getByRole('textbox', { name: 'Client IP addresses' }).fill('203.0.113.7')
  await dialog.getByRole('button', { name: 'Add to Client IP addresses' }).click()
  // The other token has exactly this limit already.
  await expect(dialog.getByText('1 token skipped')).toBeVisible()
  await confirmCount(dialog, 1)
  await dialog.getByRole('button', { name: 'Set IP limit for 1 token' }).click()
  await expect(dialog.getByRole('heading', { name: '1 token updated' })).toBeVisible()
  expect((await sandbox.api.get<Wire>(`/tokens/${first}`)).condition).toEqual({
    request_ip: { in: ['203.0.113.7/32'] },
  })
})

test('a 429 in the middle is waited out, an error and a broken connection are told, and nothing is done twice @core', async ({
  page,
  sandbox,
}) => {
  const ids = await withTokens(sandbox, 6)
  await selectBulk(page, sandbox, 6)
  await sandbox.fail({ method: 'DELETE', path: '/tokens/*', nth: 2, status: 429, headers: { 'retry-after': '2' } })
  await sandbox.fail({ method: 'DELETE', path: `/tokens/${ids[2]}`, status: 500 })
  await sandbox.fail({ method: 'DELETE', path: `/tokens/${ids[3]}`, drop: 'after' })
  await sandbox.fail({ method: 'DELETE', path: `/tokens/${ids[4]}`, drop: 'before' })
  await bar(page).getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog')
  await confirmCount(dialog, 6)
  await dialog.getByRole('button', { name: 'Delete 6 tokens' }).click()
  await expect(dialog.getByText(/resumes in \d s/)).toBeVisible()
  await expect(dialog.getByText('2 not confirmed', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('heading', { name: '4 tokens deleted' })).toBeVisible()
  await expect(dialog.getByText('Cloudflare shows no change so far')).toHaveCount(2)
  // What is left to do comes first.
  const names = ['bulk-3', 'bulk-5', 'bulk-1', 'bulk-2', 'bulk-4', 'bulk-6']
  await expect(dialog.getByRole('region', { name: 'Results' }).getByRole('listitem')).toContainText(names)

  const report = JSON.parse(await downloaded(page, dialog.getByRole('button', { name: 'Download JSON' }))) as {
    tokens: { id: string; outcome: string; before: Wire; after: Wire | null }[]
  }
  expect(report.tokens.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'unknown', 'done', 'unknown', 'done'])
  expect(report.tokens[2]?.before).toMatchObject({ name: 'bulk-3', status: 'active' })
  const csv = await downloaded(page, dialog.getByRole('button', { name: 'Download CSV' }))
  expect(csv.trim().split('\r\n')).toHaveLength(7)

  await dialog.getByRole('button', { name: 'Try again (2)' }).click()
  await expect(dialog.getByRole('heading', { name: '6 tokens deleted' })).toBeVisible()
  const effects = (await writesOf(sandbox, 'DELETE')) as { path: string; effect?: boolean }[]
  for (const id of ids) expect(effects.filter(({ path, effect }) => path === `/tokens/${id}` && effect)).toHaveLength(1)
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(bar(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'No tokens found' })).toBeVisible()
})

test('stopping ends after the token under way; the rest can go on, and what others changed is left alone @core', async ({
  page,
  sandbox,
}) => {
  const ids = await withTokens(sandbox, 5)
  await selectBulk(page, sandbox, 5)
  await sandbox.hold({ method: 'PUT', path: '/tokens/*', nth: 2 })
  await bar(page).getByRole('button', { name: 'Disable…' }).click()
  const dialog = page.getByRole('dialog')
  await confirmCount(dialog, 5)
  await dialog.getByRole('button', { name: 'Disable 5 tokens' }).click()
  await expect(dialog.getByText('1 of 5')).toBeVisible()
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await sandbox.release()
  await expect(dialog.getByText('3 not started', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('heading', { name: '2 tokens disabled' })).toBeVisible()
  expect(await writesOf(sandbox, 'PUT')).toHaveLength(2)
  await sandbox.api.update(ids[3] ?? '', plainToken(sandbox.accountId, 'bulk-4 of theirs'))
  await dialog.getByRole('button', { name: 'Continue (3)' }).click()
  await expect(dialog.getByText('1 changed by someone else and skipped')).toBeVisible()
  await expect(dialog.getByRole('heading', { name: '4 tokens disabled' })).toBeVisible()
  expect(await sandbox.api.get(`/tokens/${ids[3]}`)).toMatchObject({ name: 'bulk-4 of theirs', status: 'active' })
})

test('leaving while tokens are being changed asks first', async ({ page, sandbox }) => {
  await withTokens(sandbox, 3)
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Tokens', exact: true }).click()
  await expect(rows(page).nth(1)).toBeVisible()
  for (const number of [1, 2, 3]) await page.getByRole('checkbox', { name: `Select bulk-${number}` }).check()
  await sandbox.hold({ method: 'PUT', path: '/tokens/*' })
  await bar(page).getByRole('button', { name: 'Disable…' }).click()
  const dialog = page.getByRole('dialog')
  await confirmCount(dialog, 3)
  await dialog.getByRole('button', { name: 'Disable 3 tokens' }).click()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  await page.evaluate(() => history.back())
  const question = page.getByRole('dialog', { name: 'Stop updating?' })
  await question.getByRole('button', { name: 'Keep updating' }).click()
  await expect(question).toHaveCount(0)
  await sandbox.release()
  await expect(dialog.getByRole('heading', { name: '3 tokens disabled' })).toBeVisible()
})

/** A time in ms as an input for a local time takes it. */
const toLocal = (ms: number) => new Date(ms - new Date(ms).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
