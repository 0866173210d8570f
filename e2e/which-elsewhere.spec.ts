import type { Page } from '@playwright/test'
import { DEFAULT_ACCOUNT_ID } from '#server/sandbox/seed.ts'
import { expect, plainToken, test } from './fixtures.ts'

const field = (page: Page) => page.getByRole('textbox', { name: 'Your command, log or error' })
const requests = (page: Page) => page.getByRole('region', { name: /^\d+ requests?$/ }).getByRole('listitem')

test('the page of a token answers whether it can make a request', async ({ page, sandbox }) => {
  const [one, two] = await sandbox.api.zones()
  const { id } = await sandbox.api.create({
    name: 'Purges one',
    policies: [
      {
        effect: 'allow',
        permission_groups: [{ id: 'e17beae8b8cb423a99b1730f21238bed' }],
        resources: { [`com.cloudflare.api.account.zone.${one.id}`]: '*' },
      },
    ],
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await page.getByRole('textbox', { name: 'Request' }).fill(`POST /zones/${one.id}/purge_cache`)
  await expect(page.getByText(`Yes. Policy 1 allows Cache Purge on ${one.name}.`)).toBeVisible()
  await page.getByRole('textbox', { name: 'Request' }).fill(`POST /zones/${two.id}/purge_cache`)
  await expect(page.getByText(/^No\. It has Cache Purge on other resources/)).toBeVisible()
})

test('the palette asks about a typed request, for the page and for the token', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Asked'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Asked' })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('GET /memberships')
  await page.getByRole('option', { name: 'Can this token call GET /memberships?' }).click()
  await expect(page.getByText('No. Only user tokens can make the request.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('combobox').fill('GET /memberships')
  await page.getByRole('option', { name: 'Which permission does GET /memberships need?' }).click()
  await expect(page.getByText('User tokens only')).toBeVisible()
})

test('a refusal leads to the permission that the request needs @core', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens', times: 0, status: 403 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('main').getByRole('link', { name: 'Which permission?' }).click()
  await expect(field(page)).toHaveValue(`GET /accounts/${sandbox.accountId}/tokens`)
  await expect(requests(page)).toContainText('Account API Tokens Read')
})

test('another account answers for the same text, also for that of a file', async ({ page, sandbox }) => {
  await page.goto(`/which?account=${sandbox.accountId}`)
  await page.getByLabel('Open a file').setInputFiles({
    name: 'calls.log',
    mimeType: 'text/plain',
    buffer: Buffer.from(`GET /accounts/${sandbox.accountId}/tokens`),
  })
  await expect(requests(page)).toContainText('Account API Tokens Read')
  await page.getByRole('button', { name: /^Account: / }).click()
  await page.getByRole('dialog', { name: 'Switch account' }).getByRole('option', { name: 'Northwind Traders' }).click()
  await expect(page).toHaveURL(`/which?account=${DEFAULT_ACCOUNT_ID}`)
  await expect(field(page)).toHaveAttribute('placeholder', /^calls\.log/)
  await expect(requests(page)).toContainText('on another account')
})
