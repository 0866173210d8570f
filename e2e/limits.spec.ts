import { expect, freshTest, plainToken, test } from './fixtures.ts'

test('the caller’s own address is told, and not added where Cloudflare would see another', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByRole('button', { name: 'Use my current address' }).click()
  await expect(page.getByText('This server sees you at 127.0.0.1, which Cloudflare won’t.')).toBeVisible()
  await expect(page.getByRole('list', { name: 'Client IP addresses' })).toHaveCount(0)
})

test('a bare address becomes a range of one, visibly, and can be removed @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  const field = page.getByRole('textbox', { name: 'Client IP addresses' })
  await field.fill('203.0.113.7')
  await field.press('Enter')
  await expect(page.getByText('203.0.113.7 became 203.0.113.7/32, a single address.')).toBeVisible()
  await page.getByRole('button', { name: 'Remove 203.0.113.7/32' }).click()
  await expect(field).toBeFocused()
})

test('an address that was typed before a reload limits the token without a press of Add', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByLabel('Token name').fill('Limited')
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  const field = page.getByRole('textbox', { name: 'Client IP addresses' })
  await field.fill('203.0.113.7')
  await page.reload()
  await expect(page.getByText('Draft restored')).toBeVisible()
  await expect(field).toHaveValue('203.0.113.7')
  await expect(page.getByRole('region', { name: 'Summary' })).toContainText('From 203.0.113.7/32')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
  const created = (await sandbox.requests()).find(({ method }) => method === 'POST')
  expect(created?.body).toMatchObject({ condition: { request_ip: { in: ['203.0.113.7/32'] } } })
})

test('a press of the button that saves is not lost when it leaves a typed address', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByLabel('Token name').fill('Limited')
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  // Where nothing lies between it and the end of the page.
  await page.setViewportSize({ width: 1280, height: 3000 })
  await page.getByRole('textbox', { name: 'Client IP addresses' }).fill('203.0.113.7')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
  const created = (await sandbox.requests()).find(({ method }) => method === 'POST')
  expect(created?.body).toMatchObject({ condition: { request_ip: { in: ['203.0.113.7/32'] } } })
})

test('the list does not call a limit that lets no address through none', async ({ page, sandbox }) => {
  const condition = { request_ip: { in: ['203.0.113.0/24'], not_in: ['0.0.0.0/0'] } }
  await sandbox.api.create({ ...plainToken(sandbox.accountId, 'shut out'), condition })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?q=shut`)
  const row = page.getByRole('row', { name: /shut out/ })
  await expect(row.getByRole('cell', { name: 'No address', exact: true })).toBeVisible()
})

test.describe('in a time zone of its own', () => {
  freshTest.use({ timezoneId: 'Asia/Tokyo' })

  freshTest('an expiration is shown in UTC and in local time @core', async ({ page, sandbox }) => {
    await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
    await page.getByRole('group', { name: 'Expires' }).getByRole('radio', { name: 'Custom' }).check()
    await page.getByLabel('Expiration date (your time)').fill('2031-02-24T05:25')
    await expect(page.getByText('23 Feb 2031, 20:25 UTC · 24 Feb, 05:25 your time')).toBeVisible()
  })
})

test('each part of the form explains itself, with a link to Cloudflare’s page', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  for (const word of [
    'Policies',
    'Effect',
    'Resources',
    'Permission groups',
    'Client IP address filtering',
    'Expiration',
  ]) {
    await page.getByRole('button', { name: `Help: ${word}` }).click()
    const help = page.getByRole('dialog', { name: word })
    await expect(help.getByRole('link', { name: 'Cloudflare documentation' })).toHaveAttribute(
      'href',
      /^https:\/\/developers\.cloudflare\.com\//,
    )
    await page.keyboard.press('Escape')
    await expect(help).toHaveCount(0)
  }
})

test('the dialog that rolls a token explains rolling, and stays open behind the help', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Rolled'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /Rolled/ })
  await dialog.getByRole('button', { name: 'Help: Rolling a token' }).click()
  const help = page.getByRole('dialog', { name: 'Rolling a token' })
  await expect(help.getByRole('link', { name: 'Cloudflare documentation' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(help).toHaveCount(0)
  await expect(dialog).toBeVisible()
})
