import { execFile } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, plainToken, test } from './fixtures.ts'
import { chooseAction } from './token-page.ts'

async function saved(page: Page, button: Locator): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

const exportDialog = (page: Page) => page.getByRole('dialog', { name: /^Export/ })
const saveButton = (page: Page) => exportDialog(page).getByRole('button', { name: /^Save as/ })

test('all tokens are saved as JSON, CSV, Terraform and curl, those on other pages too @core', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens?per_page=5`)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const { result_info } = await sandbox.api.list('?per_page=5')
  const total = result_info.total_count
  await expect(exportDialog(page).getByRole('heading', { name: `Export ${total} tokens` })).toBeVisible()

  const json = await saved(page, saveButton(page))
  expect(json.name).toMatch(/\.json$/)
  const { tokens } = JSON.parse(json.text) as { tokens: { status: string; expires_on?: string | null }[] }
  expect(tokens).toHaveLength(total)
  const hasEnded = ({ status, expires_on: end }: (typeof tokens)[number]) =>
    status === 'expired' || (status === 'active' && Boolean(end) && Date.parse(end ?? '') <= Date.now())
  const gone = tokens.filter((token) => hasEnded(token) || token.status.startsWith('revoked')).length
  const inactive = tokens.filter((token) => hasEnded(token) || token.status !== 'active').length
  expect(inactive).toBeGreaterThan(gone)
  await exportDialog(page).getByRole('radio', { name: 'CSV' }).check()
  const csv = await saved(page, saveButton(page))
  expect(csv.text.trim().split('\r\n').length).toBe(total + 1)
  await exportDialog(page).getByRole('radio', { name: 'Terraform' }).check()
  const terraform = await saved(page, saveButton(page))
  expect(terraform.name).toMatch(/\.tf$/)
  expect(terraform.text.match(/^resource "cloudflare_account_token"/gm)).toHaveLength(total - gone)
  expect(terraform.text.match(/^import \{/gm)).toHaveLength(total - gone)
  await expect(exportDialog(page)).toContainText(new RegExp(`${gone} tokens? left out`))
  await expect(exportDialog(page)).toContainText('5.13 or newer')
  await exportDialog(page).getByRole('radio', { name: 'curl' }).check()
  const curl = await saved(page, saveButton(page))
  expect(curl.text.match(/^curl /gm)).toHaveLength(total - inactive)
  await expect(exportDialog(page)).toContainText(new RegExp(`${inactive} tokens? left out`))
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
  await chooseAction(page, 'Export…')
  const { text } = await saved(page, saveButton(page))

  const other = Array.from(sandbox.accountId).toReversed().join('')
  await page.goto(`/accounts/${other}/tokens`)
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Import a token…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a token' })
  await dialog
    .getByLabel('File')
    .setInputFiles({ name: 'one.json', mimeType: 'application/json', buffer: Buffer.from(text) })
  await expect(dialog.getByText('Found travelling =cmd')).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: 'Change resources to this account' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Open in editor' }).click()
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
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Import a token…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Import a token' })
  const paste = dialog.getByLabel('Paste here')
  await paste.fill('{ "tokens": [')
  await expect(dialog.getByText(/^Line 1, column/)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Open in editor' })).toBeDisabled()
  const policies = plainToken(sandbox.accountId, '').policies
  await paste.fill(
    JSON.stringify({
      tokens: [
        { name: 'first', policies },
        { name: 'second', policies, value: `cfat_${'x'.repeat(48)}` },
      ],
    }),
  )
  await expect(dialog.getByText('2 tokens found')).toBeVisible()
  await expect(dialog.getByText('A secret was removed')).toBeVisible()
  await dialog.getByRole('radio', { name: 'second' }).check()
  await dialog.getByRole('button', { name: 'Open in editor' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('second')
  expect(await page.evaluate(() => JSON.stringify(Object.values(sessionStorage)))).not.toContain('cfat_')
})

test('the script of an export goes on after a refusal, and a second run creates only what is missing', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 1 })
  const names = ['one', "two $(touch pwned) ' \n`touch pwned`", 'three', 'four', 'five']
  for (const name of names) await sandbox.api.create(plainToken(sandbox.accountId, name))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await exportDialog(page).getByRole('radio', { name: 'curl' }).check()
  const { text } = await saved(page, saveButton(page))

  const folder = await mkdtemp(join(tmpdir(), 'token-desk-'))
  try {
    await writeFile(join(folder, 'export.sh'), text)
    // A stub of curl: saves the body, refuses "three" while a reason is set, never answers for "four", and fails for "five".
    await writeFile(
      join(folder, 'curl'),
      [
        '#!/bin/sh',
        'for body; do if [ "${before-}" = --dump-header ]; then headers=$body; fi; before=$body; done',
        'answer() { printf "HTTP/2 %s \\r\\n" "$1" >"$headers"; if [ "$1" -ge 400 ]; then exit 22; fi; }',
        'printf "%s\\n" "$body" >>sent',
        'case $body in *\\"three\\"*) if [ -e reason ]; then answer 400; fi ;; *\\"four\\"*) exit 28 ;; *\\"five\\"*) answer 502 ;; esac',
      ].join('\n'),
    )
    await chmod(join(folder, 'curl'), 0o755)
    await writeFile(join(folder, 'reason'), '')
    const first = await run(folder)
    expect(first.code).toBe(1)
    expect(first.said).toContain('Not created: "three"')
    expect(first.said).toContain('may have been created: "four"')
    expect(first.said).toContain('may have been created: "five"')
    const sent = await sentNames(folder)
    expect(sent).toEqual(expect.arrayContaining(names))

    await rm(join(folder, 'reason'))
    const second = await run(folder)
    expect(second.said).toContain('Created: "three"')
    expect(second.said).toContain('It is unknown whether "four" was created')
    expect(second.code).toBe(1)
    expect((await sentNames(folder)).slice(sent.length)).toEqual(['three'])
    await expect(readFile(join(folder, 'pwned'))).rejects.toThrow()
  } finally {
    await rm(folder, { recursive: true })
  }
})

/** Runs the exported script with the `curl` of its folder. */
const run = (folder: string) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, CLOUDFLARE_API_TOKEN: 'none' }
    const script = execFile('sh', ['export.sh'], { cwd: folder, env }, (_, __, stderr) =>
      resolve({ code: script.exitCode ?? -1, said: stderr }),
    )
  })

const sentNames = async (folder: string) =>
  (await readFile(join(folder, 'sent'), 'utf8'))
    .trim()
    .split('\n')
    .map((body) => (JSON.parse(body) as { name: string }).name)
