import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, inDays, plainToken, test, type Sandbox } from './fixtures.ts'

/** A token that is in use, reads zones and ends in half a year: nothing is wrong with it. */
async function token({ accountId, api, store }: Sandbox, name: string, fields: object = {}): Promise<string> {
  const { id } = await api.create(plainToken(accountId, name))
  const stored = await api.get<Record<string, unknown>>(`/tokens/${id}`)
  await store(id, { ...stored, last_used_on: inDays(-1), expires_on: inDays(180), ...fields })
  return id
}

const unused = { last_used_on: inDays(-120), issued_on: inDays(-150), modified_on: inDays(-150) }
const exposed = { status: 'revoked (exposed)' }

test('an account shows what is urgent first, and why @core', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await token(sandbox, 'in public', exposed)
  await token(sandbox, 'without an end', { expires_on: null })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: /^Findings/ })
    .click()
  await expect(page).toHaveTitle(/^Findings/)
  // The token of Token Desk itself has no end and can create tokens.
  await expect(page.getByRole('heading', { level: 1, name: '2 tokens need you today' })).toBeFocused()
  const urgent = page.getByRole('region', { name: 'Act now' })
  await urgent.getByRole('button', { name: /^Secret found in public/ }).click()
  await expect(urgent.getByRole('button', { name: /^in public/ })).toHaveAttribute('aria-expanded', 'true')
  await expect(urgent).toContainText('Why it matters')
  await expect(urgent).toContainText('When it is reportedThe status begins with “revoked”: Act now.')
  const source = urgent.getByRole('link', { name: 'Token formats (opens in a new tab)' })
  await expect(source).toHaveAttribute('href', /^https:\/\/developers\.cloudflare\.com\/.*token-formats\/$/)

  // A token counts once in the figures, and in each group in which something is found in it.
  await expect(page.getByRole('region', { name: 'Fix soon' })).toContainText('1 of them with something more urgent')
  await page.getByRole('button', { name: /^Act now \d+ token/ }).click()
  await expect(page).toHaveURL(/severity=act-now/)
  await expect(page.getByRole('region', { name: 'Fix soon' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('button', { name: /^Act now \d+ token/ })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: /^Act now \d+ token/ }).press('Enter')
  await page.getByRole('radio', { name: 'By token' }).check()
  const tokens = page.getByRole('region', { name: 'Findings by token' })
  await tokens.getByRole('button', { name: /without an end/ }).click()
  await expect(tokens.getByRole('button', { name: /Never expires It has no expiration/ })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search findings' }).fill('in public')
  await expect(page.getByRole('button', { name: /without an end/ })).toHaveCount(0)
  await expect(page).toHaveURL(/q=in\+public/)
  await page.getByRole('searchbox', { name: 'Search findings' }).fill('no such thing')
  await page.getByRole('button', { name: /^Show all \d+ findings$/ }).click()
  await expect(page.getByRole('searchbox', { name: 'Search findings' })).toBeFocused()
  await expect(tokens.getByRole('button', { name: /without an end/ })).toBeVisible()
})

test('a rule and a severity in the address that do not exist narrow nothing', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await page.goto(`/accounts/${sandbox.accountId}/findings?rule=ZZ&severity=zz`)
  await expect(page.getByRole('region', { name: 'Act now' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Clear the rule/ })).toHaveCount(0)
})

test('a finding that is accepted stays visible, survives a reload and an export, and comes back @core', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 0 })
  const id = await token(sandbox, 'in public', exposed)
  await page.goto(`/accounts/${sandbox.accountId}/findings?token=${id}`)
  await page.getByRole('button', { name: 'Suppress “Secret found in public” of in public…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Suppress “Secret found in public” of “in public”' })
  await dialog.getByRole('button', { name: 'Suppress' }).click()
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveAccessibleDescription(/Enter a reason/)
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Already replaced')
  await dialog.getByRole('combobox', { name: 'Until' }).selectOption('For good')
  await dialog.getByRole('textbox', { name: 'Reason' }).press('Enter')
  await expect(dialog).toHaveCount(0)

  const suppressed = page.getByRole('region', { name: 'Suppressed (1)' })
  await expect(suppressed).toContainText('“Already replaced”, for good')
  await expect(page.getByRole('button', { name: /^Secret found in public/ })).toHaveCount(0)
  await page.reload()
  await expect(suppressed).toContainText('in public')

  const download = page.waitForEvent('download')
  await suppressed.getByRole('button', { name: 'Export the suppressed findings' }).click()
  const file = await (await download).path()
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    version: 1,
    suppressions: [{ reason: 'Already replaced', until: null }],
  })
  await suppressed.getByRole('button', { name: /^Restore/ }).click()
  await expect(page.getByRole('searchbox', { name: 'Search findings' })).toBeFocused()
  await expect(page.getByRole('region', { name: 'Suppressed (0)' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Secret found in public/ })).toBeVisible()

  await page.getByRole('button', { name: 'Import suppressed findings…' }).click()
  const bad = {
    name: 'bad.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"version":1,"suppressions":[{}]}'),
  }
  await page.getByLabel('File').setInputFiles(bad)
  await expect(page.getByRole('alert')).toContainText('suppressions.0')
  await page.getByLabel('File').setInputFiles(file)
  await expect(page.getByText('1 suppressed finding, 0 of them already here.')).toBeVisible()
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Suppressed (1)' })).toBeVisible()
})

test('labels spell out what a name hides, and name a token without a name by its ID', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  const id = await token(sandbox, 'hostile', { ...exposed, name: 'a\u202Egpj.exe' })
  const unnamed = await token(sandbox, 'unnamed', { ...exposed, name: ' ' })
  await page.goto(`/accounts/${sandbox.accountId}/findings?rule=D1`)
  for (const name of ['aU+202Egpj.exe', unnamed])
    await expect(page.getByRole('button', { name: `Suppress “Secret found in public” of ${name}…` })).toBeVisible()
  await page.goto(`/accounts/${sandbox.accountId}/findings?rule=D1&by=token&token=${id}`)
  await expect(page.getByRole('link', { name: 'Open aU+202Egpj.exe' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Clear the token aU+202Egpj.exe' })).toBeVisible()
})

test('two windows that accept findings keep what the other one accepted', async ({ page, context, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await token(sandbox, 'first', exposed)
  await token(sandbox, 'second', exposed)
  const other = await context.newPage()
  const accept = async (window: Page, name: string) => {
    await window.getByRole('button', { name: `Suppress “Secret found in public” of ${name}…` }).click()
    await window.getByRole('textbox', { name: 'Reason' }).fill(`Accepted ${name}`)
    await window.getByRole('textbox', { name: 'Reason' }).press('Enter')
    await expect(window.getByRole('dialog')).toHaveCount(0)
  }
  for (const window of [page, other]) {
    await window.goto(`/accounts/${sandbox.accountId}/findings?rule=D1&by=token`)
    await window.getByRole('button', { name: /^Act now: first/ }).click()
    await window.getByRole('button', { name: /^Act now: second/ }).click()
  }
  await accept(other, 'first')
  await expect(page.getByRole('region', { name: 'Suppressed (1)' })).toContainText('“Accepted first”')
  await accept(page, 'second')
  for (const window of [page, other])
    await expect(window.getByRole('region', { name: 'Suppressed (2)' })).toContainText('“Accepted first”')
})

test('what counts as unused is set, and the tokens of a rule are changed at once', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await token(sandbox, 'old one', unused)
  await token(sandbox, 'old two', unused)
  await page.goto(`/accounts/${sandbox.accountId}/findings?rule=T7`)
  await page.getByRole('button', { name: 'Disable all 2…' }).click()
  const dialog = page.getByRole('dialog', { name: /Disable 2 tokens/ })
  await expect(dialog).toContainText('old one')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await page.getByRole('button', { name: 'Rule settings' }).click()
  const settings = page.getByRole('dialog', { name: 'Rule settings' })
  await settings.getByRole('textbox', { name: 'Unused after days' }).fill('many')
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(settings.getByRole('textbox', { name: 'Unused after days' })).toHaveAccessibleDescription(
    'Enter a whole number from 1 to 100,000.',
  )
  await settings.getByRole('textbox', { name: 'Unused after days' }).fill('365')
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible()
  await page.getByRole('button', { name: 'Rule settings' }).click()
  await settings.getByRole('textbox', { name: 'Tokens for emergencies' }).fill('old*')
  await settings.getByRole('button', { name: 'Use defaults' }).click()
  await expect(settings.getByRole('textbox', { name: 'Unused after days' })).toHaveValue('90')
  await settings.getByRole('textbox', { name: 'Tokens for emergencies' }).fill('old o*')
  await settings.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: /^old two/ })).toBeVisible()
  await expect(page.getByRole('button', { name: /^old one/ })).toHaveCount(0)
})

test('the findings that are shown are exported', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  const id = await token(sandbox, 'in public', exposed)
  await page.goto(`/accounts/${sandbox.accountId}/findings?token=${id}`)
  await expect(page.getByRole('status').filter({ hasText: /^1 finding$/ })).toBeVisible()
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await page.getByRole('radio', { name: 'JSON' }).check()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download' }).click()
  const report = JSON.parse(await readFile(await (await download).path(), 'utf8')) as { findings: object[] }
  expect(report.findings).toMatchObject([{ rule: 'D1', token_id: id, token_name: 'in public' }])
})

test('rules that are judged without all zones or buckets are named', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0, canListZones: false })
  await page.goto(`/accounts/${sandbox.accountId}/findings`)
  await expect(page.getByText('Judged in part: Changes all zones.')).toBeVisible()
  await expect(page.getByText(/^Judged in part: Resource that is gone. Whether all zones are listed/)).toBeVisible()
  await expect(page.getByText('Judged in part')).toHaveCount(2)
})

for (const [state, answer] of [
  ['without the catalogue', { status: 403 }],
  ['with an empty catalogue', { status: 200, body: { success: true, errors: [], messages: [], result: [] } }],
] as const) {
  test(`${state}, the rules that need it are silent and say so`, async ({ page, sandbox }) => {
    await sandbox.scenario({ tokens: 0 })
    await token(sandbox, 'in public', exposed)
    await sandbox.fail({ path: '/tokens/permission_groups', times: 0, ...answer })
    await page.goto(`/accounts/${sandbox.accountId}/findings`)
    await expect(page.getByRole('region', { name: 'Act now' })).toBeVisible()
    await expect(page.getByText(/by its worst\. \d+ rules not checked\.$/)).toBeVisible()
    await expect(page.getByRole('region', { name: 'Not checked' })).toContainText(
      'The permission groups of the account can’t be read. So these are not checked:',
    )
  })
}

test('without the catalogue, no page says that nothing needs the user', async ({ page, sandbox }) => {
  // The token of Token Desk needs the user when it can create tokens.
  await sandbox.scenario({ tokens: 0, ownPermissions: 'read' })
  const id = 'a'.repeat(32)
  await sandbox.store(id, { ...plainToken(sandbox.accountId, 'in order'), id, status: 'disabled' })
  await page.goto(`/accounts/${sandbox.accountId}/findings`)
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing needs you today' })).toBeVisible()
  await sandbox.fail({ path: '/tokens/permission_groups', status: 403, times: 0 })
  await page.goto(`/accounts/${sandbox.accountId}/findings`)
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing that needs you today so far' })).toBeVisible()
  await page.goto(`/accounts/${sandbox.accountId}`)
  await expect(page.getByText('Nothing that needs you today so far.')).toBeVisible()
})
