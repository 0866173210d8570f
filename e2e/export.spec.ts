import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, plainToken, test } from './fixtures.ts'

async function saved(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

const exportDialog = (page: Page) => page.getByRole('dialog', { name: /^Export/ })
const saveButton = (page: Page) => exportDialog(page).getByRole('button', { name: /^Save as/ })

test('all tokens are saved as JSON, CSV, Terraform and curl, those on other pages too', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens?per_page=5`)
  await page.getByRole('button', { name: 'More for this list' }).click()
  await page.getByRole('menuitem', { name: 'Export all…' }).click()
  const { result_info } = await sandbox.api.list('?per_page=5')
  const total = result_info.total_count
  await expect(exportDialog(page).getByRole('heading', { name: `Export ${total} tokens` })).toBeVisible()

  const json = await saved(page, saveButton(page))
  expect(json.name).toMatch(/\.json$/)
  expect((JSON.parse(json.text) as { tokens: unknown[] }).tokens).toHaveLength(total)
  await exportDialog(page).getByRole('radio', { name: 'CSV' }).check()
  const csv = await saved(page, saveButton(page))
  expect(csv.text.trim().split('\r\n').length).toBe(total + 1)
  await exportDialog(page).getByRole('radio', { name: 'Terraform' }).check()
  const terraform = await saved(page, saveButton(page))
  expect(terraform.name).toMatch(/\.tf$/)
  expect(terraform.text.match(/^resource "cloudflare_account_token"/gm)).toHaveLength(total)
  expect(terraform.text.match(/^import \{/gm)).toHaveLength(total)
  await exportDialog(page).getByRole('radio', { name: 'curl' }).check()
  const curl = await saved(page, saveButton(page))
  expect(curl.text.match(/^curl /gm)).toHaveLength(total)
  for (const { text } of [json, csv, terraform, curl]) expect(text).not.toMatch(/cf(at|ut|k)_/)
})

test('an exported token opens as a draft in another account, and becomes a token there', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create({
    ...plainToken(sandbox.accountId, 'travelling =cmd'),
    policies: [
      {
        effect: 'allow',
        permission_groups: [{ id: 'c1fde68c7bcc44588cbb6ddbc16d6480' }],
        resources: { [`com.cloudflare.api.account.${sandbox.accountId}`]: '*' },
      },
    ],
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const { text } = await saved(page, saveButton(page))

  const other = Array.from(sandbox.accountId).toReversed().join('')
  await page.goto(`/accounts/${other}/tokens`)
  await page.getByRole('button', { name: 'More for this list' }).click()
  await page.getByRole('menuitem', { name: 'Import a token…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a token' })
  await dialog
    .getByLabel('File')
    .setInputFiles({ name: 'one.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await expect(dialog.getByText('Found the token travelling =cmd')).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: 'Make it a token of this account' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Open as a draft' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Create token' })).toBeVisible()
  await expect(page.getByLabel('Token name')).toHaveValue('travelling =cmd')
  await page.reload()
  await expect(page.getByLabel('Token name')).toHaveValue('travelling =cmd')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
})

test('a file with several tokens asks which, and one that is no export says what is wrong', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('button', { name: 'More for this list' }).click()
  await page.getByRole('menuitem', { name: 'Import a token…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a token' })
  const paste = dialog.getByLabel('Or paste it here')
  await paste.fill('{ "tokens": [')
  await expect(dialog.getByText(/^Line 1, column/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Open as a draft' })).toBeDisabled()
  const policies = plainToken(sandbox.accountId, '').policies
  await paste.fill(
    JSON.stringify({
      tokens: [
        { name: 'first', policies },
        { name: 'second', policies, value: `cfat_${'x'.repeat(48)}` },
      ],
    }),
  )
  await expect(dialog.getByText('Found 2 tokens')).toBeVisible()
  await expect(dialog.getByText('A secret was in that text')).toBeVisible()
  await dialog.getByRole('radio', { name: 'second' }).check()
  await dialog.getByRole('button', { name: 'Open as a draft' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('second')
  expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toContain('cfat_')
})
