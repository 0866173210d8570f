import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import { drawn } from './boxes.ts'
import { expect, freshTest, plainToken, slowDown, test, withoutRest, type Sandbox } from './fixtures.ts'
import { pasteJson } from './json-editor.ts'

/** Workers R2 Storage Bucket Item Read. */
const R2_ITEM_READ = '6a018a9f2fc74eb6b293b0c548f38b39'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Copy this secret now' })
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText())

async function roll(page: Page, sandbox: Sandbox, name: string) {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, name))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('link', { name, exact: true }).click()
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Roll secret' }).click()
  await expect(dialogOf(page)).toBeVisible()
  return id
}

/** Where the clipboard is denied or throws, the same: `src/app/ui/copy-text.test.ts`. */
freshTest('without a clipboard nothing is called copied, the secret is selected by hand', async ({ page, sandbox }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await roll(page, sandbox, 'By hand')
  const dialog = dialogOf(page)
  await dialog.getByRole('button', { name: 'Copy secret' }).click()
  await expect(dialog.getByRole('status').filter({ hasText: 'Couldn’t access the clipboard' })).toBeVisible()
  const field = dialog.getByLabel('Token secret')
  await expect(field).toHaveValue(/^cfat_/)
  await expect(field).toBeFocused()
  const selected = await field.evaluate((input: HTMLInputElement) => [
    input.selectionStart,
    input.selectionEnd,
    input.value.length,
  ])
  expect(selected).toEqual([0, selected[2], selected[2]])
  await expect(dialog.getByRole('button', { name: 'Copied' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Copy .env' }).click()
  await expect(dialog.getByRole('button', { name: 'Couldn’t copy' })).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeDisabled()
})

test('every form is copied whole, and none is shown with the secret in it @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=r2-object-write`)
  await page.getByLabel('Token name').fill('Scoped')
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
  for (const [label, expected] of [
    ['.env', `CLOUDFLARE_API_TOKEN=${secret}`],
    ['curl', `'Authorization: Bearer ${secret}'`],
    ['GitHub', `printf %s '${secret}' | gh secret set`],
    ['Wrangler', `printf %s '${secret}' | npx wrangler secret put`],
    ['Terraform', `cloudflare_api_token = "${secret}"`],
  ] as const) {
    await dialog.getByRole('tab', { name: label, exact: true }).click()
    await dialog.getByRole('button', { name: `Copy ${label}` }).click()
    await expect.poll(async () => (await clipboard(page)).includes(expected)).toBe(true)
    expect((await dialog.innerText()).includes(secret)).toBe(false)
  }
})

test('a token for R2 opens on its S3 keys, with a copy of each and of all', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create({
    name: 'In the EU',
    policies: [
      {
        effect: 'allow',
        permission_groups: [{ id: R2_ITEM_READ }],
        resources: {
          [`com.cloudflare.edge.r2.bucket.${sandbox.accountId}_default_assets`]: '*',
          [`com.cloudflare.edge.r2.bucket.${sandbox.accountId}_eu_customer-exports`]: '*',
        },
      },
    ],
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Roll secret' }).click()
  const dialog = dialogOf(page)
  await expect(dialog.getByRole('tab').first()).toHaveText('R2 (S3)')
  await expect(dialog.getByRole('tab', { name: 'R2 (S3)', exact: true })).toHaveAttribute('aria-selected', 'true')
  await dialog.getByRole('button', { name: 'Copy the access key ID' }).click()
  await expect.poll(() => clipboard(page)).toBe(id)
  // It can be read again on the token's page, unlike the secret.
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Copy the secret access key' }).click()
  await expect.poll(() => clipboard(page)).toMatch(/^[0-9a-f]{64}$/)
  const hash = await clipboard(page)
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Copy secret' }).click()
  await expect.poll(() => clipboard(page)).toMatch(/^cfat_/)
  expect(
    createHash('sha256')
      .update(await clipboard(page))
      .digest('hex'),
  ).toBe(hash)

  await dialog.getByRole('tab', { name: 'R2 (S3, EU)' }).click()
  await dialog.getByRole('button', { name: 'Copy the endpoint (EU)' }).click()
  await expect.poll(() => clipboard(page)).toBe(`https://${sandbox.accountId}.eu.r2.cloudflarestorage.com`)
  await dialog.getByRole('button', { name: 'Copy all for .env' }).click()
  await expect.poll(() => clipboard(page)).toContain(`AWS_SECRET_ACCESS_KEY=${hash}\n`)
  expect((await dialog.innerText()).includes(hash)).toBe(false)
})

test('after Done, what follows is said and one click away', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=billing`)
  await page.getByLabel('Token name').fill('What follows')
  await page.getByRole('button', { name: 'Create token' }).click()
  await dialogOf(page).getByRole('button', { name: 'Copy secret' }).click()
  await dialogOf(page).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Token created' })).toBeVisible()
  await page.getByRole('button', { name: 'Create another' }).click()
  await expect(page).toHaveURL(/\/tokens\/new$/)

  await roll(page, sandbox, 'Rolled from here')
  await dialogOf(page).getByRole('button', { name: 'Copy secret' }).click()
  await dialogOf(page).getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Replace the old one wherever it’s used' })).toBeVisible()
})

for (const [start, search] of [
  ['a blank form', ''],
  ['a template', '?template=billing'],
] as const) {
  freshTest(
    `on a slow line the next token can be created before the page of the last is there: ${start}`,
    async ({ page, sandbox }) => {
      await withoutRest(page)
      await page.goto(`/accounts/${sandbox.accountId}/tokens/new${search}`)
      if (start === 'a blank form') {
        await page.getByRole('tab', { name: 'JSON' }).click()
        await pasteJson(page, JSON.stringify(plainToken(sandbox.accountId, 'The first')))
        await page.getByRole('tab', { name: 'Form' }).click()
      } else {
        await page.getByLabel('Token name').fill('The first')
      }
      await page.getByRole('button', { name: 'Create token' }).click()
      await dialogOf(page).getByRole('button', { name: 'Copy secret' }).click()
      await slowDown(page)
      await dialogOf(page).getByRole('button', { name: 'Done' }).click()
      await page.getByRole('button', { name: 'Create another' }).click()
      await expect(page).toHaveURL(/\/tokens\/new$/)
      await expect(page.getByLabel('Token name')).toHaveValue('')
      await page.getByLabel('Token name').fill('The second')
      await page.reload()
      await expect(page.getByLabel('Token name')).toHaveValue('The second')
    },
  )
}

test('no way out of the dialog loses the secret by accident @core', async ({ page, sandbox }) => {
  const id = await roll(page, sandbox, 'Held')
  const dialog = dialogOf(page)
  const notice = dialog.getByRole('status').filter({ hasText: /Done/ })

  await page.keyboard.press('Escape')
  await expect(notice).toContainText('Copy the secret first, then press Done')
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await expect(notice).toHaveText('Press Done to close this.')
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).uncheck()
  await page.mouse.click(5, 5)
  await expect(dialog).toBeVisible()
  await page.goBack()
  await expect(notice).toBeVisible()
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

test('a secret stays where what the page was still loading is refused, as after rolling the own one', async ({
  page,
  sandbox,
}) => {
  const path = '/tokens/permission_groups'
  await sandbox.fail({ method: 'GET', path, status: 403, times: 0, delayMs: 60_000 })
  await roll(page, sandbox, 'Kept')
  await expect.poll(async () => (await sandbox.requests()).some((one) => one.path === path)).toBe(true)
  const refused = page.waitForResponse((response) => response.url().endsWith(path) && response.status() === 403)
  await sandbox.release()
  await refused
  await drawn(page)
  await dialogOf(page).getByRole('button', { name: 'Show secret' }).click()
  await expect(dialogOf(page).getByLabel('Token secret')).toHaveValue(/^cfat_/)
})

test('after the own credential is rolled the app says what its server needs', async ({ page, sandbox }) => {
  const tokens = await sandbox.api.get<{ id: string; name: string }[]>('/tokens?per_page=50')
  const own = tokens.find(({ name }) => name.includes('this app'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${own?.id}`)
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  const ask = page.getByRole('dialog')
  await ask.getByLabel('Type the name of the token to confirm').fill(own?.name ?? '')
  await ask.getByRole('checkbox', { name: 'I understand Token Desk may lose access' }).check()
  await ask.getByRole('button', { name: 'Roll secret' }).click()
  // In the sandbox, the server keeps working: it created the credential itself.
  await expect(dialogOf(page)).toBeVisible()
  await expect(dialogOf(page).getByText('This server still uses the old secret')).toHaveCount(0)
})
