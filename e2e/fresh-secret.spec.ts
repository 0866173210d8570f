import { expect, freshTest, plainToken, test } from './fixtures.ts'

const refusal = (status: number, ...errors: unknown[]) => ({
  status,
  body: { success: false, errors, messages: [], result: null },
})

test('a fresh secret that is not known yet is asked for again by itself @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=billing`)
  await page.getByLabel('Token name').fill('Invoices')
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await expect(dialog).toContainText('It has 53 characters')
  const error = { code: 1000, message: 'Invalid API Token' }
  await sandbox.fail({ method: 'GET', path: '/tokens/verify', times: 0, ...refusal(401, error) })
  await dialog.getByRole('button', { name: 'Verify secret' }).click()
  await expect(dialog.getByText('Not accepted yet')).toBeVisible()
  await sandbox.release()
  await expect(dialog.getByText('Active')).toBeVisible()
  await expect(dialog.getByText('Not accepted yet')).toHaveCount(0)
  await expect(dialog.getByRole('button', { name: 'Done' })).toBeEnabled()
})

test('trying again can be stopped', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=billing`)
  await page.getByLabel('Token name').fill('Invoices')
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  const error = { code: 1000, message: 'Invalid API Token' }
  await sandbox.fail({ method: 'GET', path: '/tokens/verify', times: 0, ...refusal(401, error) })
  await dialog.getByRole('button', { name: 'Verify secret' }).click()
  await dialog.getByRole('button', { name: 'Stop retrying' }).click()
  await expect(dialog.getByText('The secret isn’t verified')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Verify secret' })).toBeEnabled()
})

test('a refusal by the token’s own IP limits is told as expected', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create({
    ...plainToken(sandbox.accountId, 'Fenced'),
    condition: { request_ip: { in: ['203.0.113.0/24'] } },
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Roll secret' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await dialog.getByRole('button', { name: 'Verify secret' }).click()
  const note = dialog.getByRole('status').filter({ hasText: 'Can’t verify from here' })
  await expect(note).toContainText('This server’s IP is outside the token’s IP limit, as expected')
})

test('a verification without a token is a failure, not a token', async ({ page, sandbox }) => {
  const body = { success: true, errors: [], messages: [], result: null }
  await page.goto(`/verify?account=${sandbox.accountId}`)
  await expect(page.getByRole('link', { name: 'Open token' })).toBeVisible()
  await sandbox.fail({ method: 'GET', path: '/tokens/verify', status: 200, body })
  await page.getByLabel('Token secret').fill(`cfat_${'aB3d'.repeat(12)}`)
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(page.getByText('The API response has no token')).toBeVisible()
  await expect(page.getByText('Immediately')).toHaveCount(1)
})

freshTest('a pasted secret stays when the account becomes known after it', async ({ page }) => {
  // In a fresh browser, only the session knows the account, and it may load late.
  await page.addInitScript(() => {
    const real = window.fetch
    const gate = new Promise<void>((open) => Object.assign(window, { letSessionIn: open }))
    window.fetch = async (...call) => {
      const [asked] = call
      const url = asked instanceof Request ? asked.url : asked.toString()
      if (url.includes('/api/session')) await gate
      return real(...call)
    }
  })
  await page.goto('/verify')
  const secret = page.getByLabel('Token secret')
  await secret.fill('pasted-before')
  await expect(page.getByLabel('Account id')).toHaveValue('')
  await page.evaluate(() => (window as unknown as { letSessionIn: () => void }).letSessionIn())
  await expect(page.getByLabel('Account id')).toHaveValue(/^[0-9a-f]{32}$/)
  await expect(secret).toHaveValue('pasted-before')
})

test('all of a secret is in view at any width, and nothing of it before it is shown @core', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=billing`)
  await page.getByLabel('Token name').fill('Invoices')
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  const field = dialog.getByRole('textbox', { name: 'Token secret' })
  await expect(field).toHaveValue(/^•+$/)
  await dialog.getByRole('button', { name: 'Show secret' }).click()
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 })
    const look = await field.evaluate((area: HTMLTextAreaElement) => {
      const { fontSize, lineHeight } = getComputedStyle(area)
      const isWhole = area.scrollHeight <= area.clientHeight && area.scrollWidth <= area.clientWidth
      return { fontSize, lineHeight, isWhole, isReadOnly: area.readOnly, length: area.value.length }
    })
    // At other sizes, screens of standard density do not render underscores.
    const asShown = { fontSize: '14px', lineHeight: '20px', isWhole: true, isReadOnly: true, length: 53 }
    expect(look, `at ${width} px`).toEqual(asShown)
  }
})
