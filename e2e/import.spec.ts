import type { Page } from '@playwright/test'
import { expect, plainToken, test } from './fixtures.ts'
import { copiedJson } from './json-editor.ts'

const FOREIGN = '023e105f4ecef8ad9ca31a8372d0c353'

async function openImport(page: Page, accountId: string) {
  await page.goto(`/accounts/${accountId}/tokens`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Import a token…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a token' })
  return { dialog, paste: dialog.getByLabel('Paste here') }
}

test('a disabled or expired token of an export becomes a draft without both, and says so @core', async ({
  page,
  sandbox,
}) => {
  const { dialog, paste } = await openImport(page, sandbox.accountId)
  const token = { ...plainToken(sandbox.accountId, 'was disabled'), id: '1'.repeat(32), status: 'disabled' }
  await paste.fill(
    JSON.stringify({ account_id: sandbox.accountId, tokens: [{ ...token, expires_on: '2020-01-01T00:00:00Z' }] }),
  )
  await expect(dialog.getByText('The status “disabled” is left out. New tokens are always active.')).toBeVisible()
  await expect(dialog.getByText('The expiration is left out: it passed on 2020-01-01.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Open in editor' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('was disabled')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
})

test('a body that the form cannot read opens as text with its problems, and is mended there', async ({
  page,
  sandbox,
}) => {
  const { dialog, paste } = await openImport(page, sandbox.accountId)
  const token = { ...plainToken(sandbox.accountId, 'has a number for a time'), id: '1'.repeat(32) }
  await paste.fill(JSON.stringify({ success: true, result: { ...token, expires_on: 4070908800 } }))
  await expect(dialog.getByText('Found has a number for a time')).toBeVisible()
  await dialog.getByRole('button', { name: 'Open in editor' }).click()
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  await expect(json).toHaveText(/"name": "has a number for a time"/)
  await expect(page.getByRole('list', { name: 'Problems in the JSON' })).toContainText('Write "2099-01-01T00:00:00Z"')
  await expect(page.getByRole('tab', { name: 'Form' })).toHaveAttribute('aria-disabled', 'true')
  await json.fill((await copiedJson(page)).replace('4070908800', '"2099-01-01T00:00:00Z"'))
  await page.getByRole('tab', { name: 'Form' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('has a number for a time')
})

test('all tokens of a Terraform state are offered, and the chosen one moves to this account', async ({
  page,
  sandbox,
}) => {
  const { dialog } = await openImport(page, sandbox.accountId)
  const policies = plainToken(FOREIGN, '').policies.map((policy) => ({
    ...policy,
    resources: JSON.stringify(policy.resources),
  }))
  const state = {
    version: 4,
    resources: [
      { type: 'cloudflare_account_token', name: 'a', instances: [{ attributes: { name: 'first', policies } }] },
      {
        type: 'cloudflare_account_token',
        name: 'b',
        instances: [
          { index_key: 'x', attributes: { account_id: FOREIGN, name: 'second', policies } },
          { index_key: 'y', attributes: { name: 'third', policies, value: `cfat_${'s'.repeat(48)}` } },
        ],
      },
    ],
    // More than a token can have.
    padding: 'x'.repeat(5 * 1024 * 1024),
  }
  await dialog
    .getByLabel('File')
    .setInputFiles({ name: 'terraform.tfstate', mimeType: '', buffer: Buffer.from(JSON.stringify(state)) })
  await expect(dialog.getByText('3 tokens found')).toBeVisible()
  await dialog.getByRole('radio', { name: 'second' }).check()
  await expect(dialog.getByText('cloudflare_account_token.b["x"]')).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: 'Change resources to this account' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Open in editor' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('second')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toContain(FOREIGN)
})

test('curl commands and a .tf file are read, and keys of the global kind are kept nowhere', async ({
  page,
  sandbox,
}) => {
  const { dialog, paste } = await openImport(page, sandbox.accountId)
  const globalKey = '0123456789abcdef'.repeat(3).slice(0, 37)
  const body = JSON.stringify(plainToken('$ACCOUNT_ID', 'From curl')).replaceAll('$ACCOUNT_ID', "'$ACCOUNT_ID'")
  await paste.fill(
    `#!/bin/sh\n# mine\ncurl -X POST "https://api.cloudflare.com/client/v4/accounts/$ACCOUNT_ID/tokens" \\\n  -H "X-Auth-Key: ${globalKey}" \\\n  --data '${body}'\n`,
  )
  await expect(dialog.getByText('Found From curl')).toBeVisible()
  await expect(dialog.getByText('A secret was removed')).toBeVisible()
  await expect(dialog.getByText('They’re in account $ACCOUNT_ID.')).toBeVisible()

  await paste.fill(`resource "cloudflare_account_token" "ci" {
  account_id = "${FOREIGN}"
  name       = "From a file" # so
  policies = [{
    effect            = "allow"
    permission_groups = [{ id = "c8fed203ed3043cba015a93ad1616f1f" }]
    resources = jsonencode({ "com.cloudflare.api.account.${FOREIGN}" = { "com.cloudflare.api.account.zone.*" = "*" } })
  }]
}`)
  await expect(dialog.getByText('Found From a file')).toBeVisible()
  await dialog.getByRole('button', { name: 'Open in editor' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('From a file')
  await expect(page.getByRole('radio', { name: 'All zones' })).toBeChecked()
  expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toContain(globalKey)
})

test('what is no token is named with what to bring, and nothing opens', async ({ page, sandbox }) => {
  const { dialog, paste } = await openImport(page, sandbox.accountId)
  for (const [text, message] of [
    ['{"success":true,"result":[{"id":"1","name":"x","scopes":["y"]}]}', /a list of permission groups/],
    ['{"success":true,"result":[]}', /This list is empty/],
    ['name: ci\non: push\n', /^This is YAML/],
    ['id,name,status,policies\n1,x,active,y\n', /^This is the CSV export.*Use the JSON export/],
    ['CLOUDFLARE_API_TOKEN=$TOKEN\n', /^This is a file of environment variables/],
  ] as const) {
    await paste.fill(text)
    await expect(dialog.getByText(message)).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Open in editor' })).toBeDisabled()
  }
})

test('any token of the account is a start, also one that is not among the newest', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'The oldest model'))
  const all = await sandbox.api.list('?per_page=5&include_expired=true')
  expect(all.result_info.total_count).toBeGreaterThan(50)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByRole('button', { name: 'Copy a token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy a token' })
  await expect(dialog.getByRole('searchbox', { name: 'Search tokens' })).toBeFocused()
  await page.keyboard.type('oldest MODEL')
  await expect(dialog.getByText(/^1 of \d+ tokens$/)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('button', { name: 'The oldest model' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`from=${id}`))
  await expect(page.getByLabel('Token name')).toHaveValue('The oldest model (copy)')
  await expect(page.getByLabel('Token name')).toBeFocused()
  await expect(page.getByText('Copied from The oldest model')).toBeVisible()
})

test('a secret is taken out of what the clipboard put around it', async ({ page, sandbox }) => {
  const { id, value } = await sandbox.api.create(plainToken(sandbox.accountId, 'To verify'))
  await page.goto(`/verify?account=${sandbox.accountId}`)
  const secret = page.getByLabel('Token secret')
  await secret.fill(` export CF_API_TOKEN="\u200B${value}",`)
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(page.getByText(/^Removed: .*the name CF_API_TOKEN/)).toBeVisible()
  expect((await secret.inputValue()) === value).toBe(true)
  await expect(page.getByRole('link', { name: 'Open token' }).first()).toHaveAttribute('href', new RegExp(id))
  await secret.fill('$CF_API_TOKEN')
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(page.getByText('This is a placeholder, not a token')).toBeVisible()
})
