import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, plainToken, test, type Sandbox } from './fixtures.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Copy this secret now' })
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

async function roll(page: Page, sandbox: Sandbox, name: string) {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, name))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Roll secret' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Roll secret' }).click()
  await expect(dialogOf(page)).toBeVisible()
  return id
}

for (const [kind, script] of [
  ['absent', () => Object.defineProperty(navigator, 'clipboard', { value: undefined })],
  [
    'throwing',
    () =>
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: () => {
          throw new Error('no')
        },
      }),
  ],
  [
    'denied',
    () =>
      Object.defineProperty(navigator.clipboard, 'writeText', {
        value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
      }),
  ],
] as const) {
  test(`with a clipboard that is ${kind} nothing is called copied, and the secret is selected by hand`, async ({
    page,
    sandbox,
  }) => {
    await page.addInitScript(script)
    await roll(page, sandbox, 'By hand')
    const dialog = dialogOf(page)
    await dialog.getByRole('button', { name: 'Copy secret' }).click()
    await expect(dialog.getByRole('status').filter({ hasText: 'The browser refused the clipboard' })).toBeVisible()
    const field = dialog.getByLabel('Token secret')
    await expect(field).toBeFocused()
    const selected = await field.evaluate((input: HTMLInputElement) => [
      input.selectionStart,
      input.selectionEnd,
      input.value.length,
    ])
    expect(selected).toEqual([0, selected[2], selected[2]])
    await expect(dialog.getByRole('button', { name: 'Copied' })).toHaveCount(0)
    await dialog.getByRole('button', { name: 'Copy .env' }).click()
    await expect(dialog.getByRole('button', { name: 'Could not copy' })).toBeVisible()
    await expect(dialog.getByRole('button', { name: 'Done' })).toBeDisabled()
  })
}

test('every form is copied whole, and none is shown with the secret in it', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=r2-object-write`)
  await page
    .getByRole('group', { name: /^R2 buckets/ })
    .getByRole('checkbox')
    .first()
    .check()
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = dialogOf(page)
  await dialog.getByRole('button', { name: 'Copy secret' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const secret = await clipboard(page)
  const hash = createHash('sha256').update(secret).digest('hex')
  for (const [label, expected] of [
    ['.env', `CLOUDFLARE_API_TOKEN=${secret}`],
    ['curl', `'Authorization: Bearer ${secret}'`],
    ['GitHub', `printf %s '${secret}' | gh secret set`],
    ['Wrangler', `printf %s '${secret}' | npx wrangler secret put`],
    ['Terraform', `cloudflare_api_token = "${secret}"`],
    ['R2 (S3)', `AWS_SECRET_ACCESS_KEY=${hash}`],
  ] as const) {
    await dialog.getByRole('tab', { name: label, exact: true }).click()
    await dialog.getByRole('button', { name: `Copy ${label}` }).click()
    await expect.poll(async () => (await clipboard(page)).includes(expected)).toBe(true)
    expect((await dialog.innerText()).includes(secret)).toBe(false)
  }
})

test('no way out of the dialog loses the secret by accident', async ({ page, sandbox }) => {
  const id = await roll(page, sandbox, 'Held')
  const dialog = dialogOf(page)
  const notice = dialog.getByRole('status').filter({ hasText: /Done/ })

  await page.keyboard.press('Escape')
  await expect(notice).toContainText('Esc does not close this')
  await page.mouse.click(5, 5)
  await expect(notice).toContainText('A click outside does not close this')
  await page.goBack()
  await expect(notice).toContainText('This page stays until you press Done')
  await expect(page).toHaveURL(new RegExp(`/tokens/${id}$`))

  // On reload, navigation to another address and closing the tab, the browser asks; staying keeps the secret.
  const asked: string[] = []
  page.on('dialog', (question) => {
    asked.push(question.type())
    void question.dismiss()
  })
  await page.evaluate(() => location.reload())
  await expect.poll(() => asked).toEqual(['beforeunload'])
  await page.evaluate((url) => location.assign(url), '/accounts')
  await expect.poll(() => asked.length).toBe(2)
  await page.close({ runBeforeUnload: true })
  await expect.poll(() => asked.length).toBe(3)
  await dialog.getByRole('button', { name: 'Show secret' }).click()
  await expect(dialog.getByLabel('Token secret')).toHaveValue(/^cfat_/)

  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
})

test('after the own credential is rolled the app says what its server needs', async ({ page, sandbox }) => {
  const tokens = await sandbox.api.get<{ id: string; name: string }[]>('/tokens?per_page=50')
  const own = tokens.find(({ name }) => name.includes('this app'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${own?.id}`)
  await page.getByRole('button', { name: 'Roll secret' }).click()
  const ask = page.getByRole('dialog')
  await ask.getByLabel('Type the name of the token to confirm').fill(own?.name ?? '')
  await ask.getByRole('checkbox', { name: 'I understand Token Desk may lose access' }).check()
  await ask.getByRole('button', { name: 'Roll secret' }).click()
  // In the sandbox, the server keeps working: it created the credential itself.
  await expect(dialogOf(page)).toBeVisible()
  await expect(dialogOf(page).getByText('This server still holds the old secret')).toHaveCount(0)
})
