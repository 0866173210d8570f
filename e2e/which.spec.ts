import type { Page } from '@playwright/test'
import { expect, test, type Sandbox } from './fixtures.ts'

const field = (page: Page) => page.getByRole('textbox', { name: 'Your command, log or error' })
const requests = (page: Page) => page.getByRole('region', { name: /^\d+ requests?$/ }).getByRole('listitem')
const set = (page: Page) => page.getByRole('region', { name: 'Smallest set' })
const SECRET = `cfat_${'Ab3'.repeat(15)}`

const open = (page: Page, { accountId }: Sandbox, call?: string) =>
  page.goto(`/which?account=${accountId}${call ? `&call=${encodeURIComponent(call)}` : ''}`)

test('what a mixed text needs is told for each request, and the smallest set for all @core', async ({
  page,
  sandbox,
}) => {
  const [one] = await sandbox.api.zones()
  await open(page, sandbox)
  await field(page).fill(
    [
      `curl -X POST https://api.cloudflare.com/client/v4/zones/${one.id}/purge_cache -H "Authorization: Bearer ${SECRET}"`,
      `GET /accounts/${sandbox.accountId}/workers/scripts/edge-router`,
      'GET /memberships',
      `GET /zones/${one.id}/flux_capacitor`,
      'curl https://api.example.com/v1',
    ].join('\n'),
  )
  await expect(requests(page)).toHaveCount(5)
  await expect(requests(page).nth(0)).toContainText('Exact')
  await expect(requests(page).nth(0)).toContainText(`on ${one.name}`)
  await expect(requests(page).nth(1)).toContainText('Any of these')
  await expect(requests(page).nth(1)).toContainText('or Workers Tail Read')
  await expect(requests(page).nth(2)).toContainText('User tokens only')
  await expect(requests(page).nth(3)).toContainText('Unknown')
  await expect(requests(page).nth(4)).toContainText('Another API')
  const told = page.getByRole('main').getByRole('status')
  await expect(told.filter({ hasText: '2 requests work with an account token, 1 doesn’t, 2 unknown' })).toHaveCount(1)
  await expect(set(page).getByRole('listitem')).toHaveText([/^Cache Purge/, /^Workers Scripts Read/])
  await expect(page.getByText('1 request won’t work with any account token')).toBeVisible()
  await set(page).getByRole('listitem').first().getByRole('link', { name: 'Who has it?' }).click()
  await expect(page.getByRole('heading', { name: `can use Cache Purge on ${one.name}` })).toBeVisible()
})

test('a request about one Worker is told that less may be enough', async ({ page, sandbox }) => {
  const less = set(page).getByText('permissions for specific Workers may be enough')
  await open(page, sandbox, `PUT /accounts/${sandbox.accountId}/workers/scripts/edge-router`)
  await expect(less).toBeVisible()
  await open(page, sandbox, `DELETE /accounts/${sandbox.accountId}/workers/scripts/edge-router`)
  await expect(set(page).getByText('Workers Scripts Write')).toBeVisible()
  await expect(less).toHaveCount(0)
})

test('a pasted secret is taken out of the box, and is nowhere in the tab @core', async ({ page, sandbox }) => {
  await open(page, sandbox)
  await field(page).fill(`curl https://api.cloudflare.com/client/v4/zones -H "Authorization: Bearer ${SECRET}"`)
  await expect(page.getByText('We removed 1 secret.')).toBeVisible()
  await expect(field(page)).not.toHaveValue(new RegExp(SECRET))
  await expect(requests(page)).toHaveCount(1)
  const kept = await page.evaluate(() =>
    JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), location.href]),
  )
  expect(kept).toContain('api.cloudflare.com')
  expect(kept).not.toContain(SECRET)
})

test('the text is still there after a visit to another page, until it is cleared', async ({ page, sandbox }) => {
  await open(page, sandbox)
  await field(page).fill('GET /zones')
  await expect(requests(page)).toHaveCount(1)
  await page.getByRole('link', { name: 'Verify token' }).click()
  await page.getByRole('link', { name: 'Which permission?' }).click()
  await expect(field(page)).toHaveValue('GET /zones')
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(field(page)).toBeFocused()
  await expect(requests(page)).toHaveCount(0)
  await page.reload()
  await expect(field(page)).toHaveValue('')
})

test('a token is created with the set, on the zones of the requests @core', async ({ page, sandbox }) => {
  const [one] = await sandbox.api.zones()
  await open(page, sandbox, `POST /zones/${one.id}/purge_cache`)
  await page.getByRole('button', { name: 'Create a token with this' }).click()
  await expect(page.getByText('The smallest set')).toBeVisible()
  await page.getByLabel('Token name').fill('Purges')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog')).toContainText('Copy')
  const created = (await sandbox.requests()).find(({ method }) => method === 'POST')
  expect(created?.body).toMatchObject({
    policies: [{ effect: 'allow', resources: { [`com.cloudflare.api.account.zone.${one.id}`]: '*' } }],
  })
})

test('where no request names a zone, the editor asks for it', async ({ page, sandbox }) => {
  await open(page, sandbox, 'POST /zones/$ZONE_ID/purge_cache')
  await expect(set(page)).toContainText('The zone you choose in the editor')
  await page.getByRole('button', { name: 'Create a token with this' }).click()
  await expect(page.getByRole('radio', { name: 'Specific zones' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: /^Cache Purge/ })).toBeChecked()
})

test('a token gets what it lacks, in review @core', async ({ page, sandbox }) => {
  const [one] = await sandbox.api.zones()
  const { id } = await sandbox.api.create({
    name: 'Reads records',
    policies: [
      {
        effect: 'allow',
        permission_groups: [{ id: '82e64a83756745bbbb1c9c2701bf816b' }],
        resources: { [`com.cloudflare.api.account.zone.${one.id}`]: '*' },
      },
    ],
  })
  await open(page, sandbox)
  await field(page).fill(`GET /zones/${one.id}/dns_records\nPOST /zones/${one.id}/purge_cache`)
  await page.getByRole('button', { name: 'Add to an existing token' }).click()
  await page.getByRole('combobox').fill('Reads records')
  await page.getByRole('option', { name: 'Reads records' }).click()
  await expect(page).toHaveURL(new RegExp(`/tokens/${id}/edit`))
  // It opens over the form, which is hidden from then on.
  const review = page.getByRole('dialog', { name: 'Review changes' })
  await expect(review.getByRole('list', { name: 'Changes' })).toContainText('Allow Cache Purge on 1 zone')
  await review.getByRole('button', { name: 'Back to editing' }).click()
  await expect(page.getByText('The suggested change is filled in')).toBeVisible()
  await expect(page.getByRole('checkbox', { name: /^Cache Purge/ })).toBeChecked()
})

test('the tokens that can make all requests are told', async ({ page, sandbox }) => {
  const [one, two] = await sandbox.api.zones()
  const on = (id: string) => ({ [`com.cloudflare.api.account.zone.${id}`]: '*' })
  const policies = (id: string) => [
    { effect: 'allow', permission_groups: [{ id: 'e17beae8b8cb423a99b1730f21238bed' }], resources: on(id) },
  ]
  await sandbox.api.create({ name: 'Purges one', policies: policies(one.id) })
  await sandbox.api.create({ name: 'Purges two', policies: policies(two.id) })
  await open(page, sandbox, `POST /zones/${one.id}/purge_cache`)
  const ask = page.getByRole('button', { name: 'Which tokens can already?' })
  await ask.press('Enter')
  await expect(page.getByText(/^\d+ tokens? can do all of this$/)).toBeVisible()
  await expect(ask).toBeFocused()
  await expect(page.getByRole('link', { name: 'Purges one' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Purges two' })).toHaveCount(0)
})

test('characters that turn a text around are spelled out', async ({ page, sandbox }) => {
  await open(page, sandbox)
  await field(page).fill('GET /zones/$Z/\u202Exulf')
  await expect(requests(page)).toContainText('U+202E')
})

test('what is no request is answered with what can be pasted', async ({ page, sandbox }) => {
  await open(page, sandbox)
  await field(page).fill('hello')
  await expect(page.getByRole('heading', { name: 'No request found in it' })).toBeVisible()
  await expect(page.getByRole('status').filter({ hasText: 'No request found in it' })).toHaveCount(1)
})

test('a long log is read with the page usable, the first 1,000 requests of it', async ({ page, sandbox }) => {
  await open(page, sandbox)
  const lines = Array.from(
    { length: 1500 },
    (_, index) => `GET /zones/${String(index).padStart(32, '0')}/dns_records 403`,
  )
  await page.getByLabel('Open a file').setInputFiles({
    name: 'proxy.log',
    mimeType: 'text/plain',
    buffer: Buffer.from(lines.join('\n').padEnd(2_000_000, ' ')),
  })
  await expect(requests(page)).toHaveCount(1)
  await expect(requests(page)).toContainText('1,000 times')
  await expect(page.getByText('The first 1,000 requests were read; 500 more were left out.')).toBeVisible()
})

test('a broken HAR says so', async ({ page, sandbox }) => {
  await open(page, sandbox)
  await page
    .getByLabel('Open a file')
    .setInputFiles({ name: 'x.har', mimeType: 'application/json', buffer: Buffer.from('{"log":{"entries":[{"req') })
  await expect(page.getByText('Not read')).toBeVisible()
})

test('a recipe shows its requests, and starts a token', async ({ page, sandbox }) => {
  await open(page, sandbox)
  await page.getByRole('button', { name: 'Its 6 requests: external-dns' }).click()
  await expect(field(page)).toBeFocused()
  await expect(set(page).getByRole('listitem')).toHaveText([/^Zone Read/, /^DNS Write/])
  await page.getByRole('link', { name: 'Create a token for external-dns' }).click()
  await expect(page.getByRole('checkbox', { name: /^DNS Write/ })).toBeChecked()
})

test('the ticked resources of a Terraform module are asked about', async ({ page, sandbox }) => {
  await open(page, sandbox)
  await page.getByRole('button', { name: 'Terraform: tick the resources of your module' }).click()
  await page.getByRole('checkbox', { name: 'cloudflare_dns_record' }).check()
  await page.getByRole('checkbox', { name: 'cloudflare_ruleset http_ratelimit' }).check()
  await page.getByRole('button', { name: 'Ask what 2 resources need' }).click()
  await expect(set(page).getByRole('listitem')).toHaveText([/^DNS Write/, /^Zone WAF Write/])
})

test('without the permission groups of the account, the names are told', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens/permission_groups', times: 0, status: 403 })
  await open(page, sandbox, 'GET /zones/$ZONE/dns_records')
  await expect(page.getByText('Couldn’t load the permission groups of this account')).toBeVisible()
  await expect(requests(page)).toContainText('DNS Read, or DNS Write')
  await expect(requests(page)).toContainText('Any of these')
  await expect(page.getByRole('button', { name: 'Create a token with this' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Try again' }).press('Enter')
  const asked = async () => (await sandbox.requests()).filter(({ path }) => path.includes('/permission_groups')).length
  await expect.poll(asked).toBe(2)
  await expect(page.getByRole('button', { name: 'Try again' })).toBeEnabled()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused()
})

test('a newer description from disk is used, kept and removed again', async ({ page, sandbox }) => {
  const operation = (groups: string[]) => ({
    get: { operationId: 'flux-get', summary: 'Get flux', 'x-api-token-group': groups },
  })
  const description = {
    openapi: '3.0.3',
    info: { title: 'Cloudflare API', version: '4.0.0' },
    paths: { '/zones/{zone_id}/flux': operation(['DNS Read']) },
  }
  await open(page, sandbox, 'GET /zones/$ZONE/flux')
  await expect(requests(page).first()).toContainText('Unknown')
  await page.getByRole('button', { name: 'Use a newer file' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'openapi.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(description)),
  })
  await dialog.getByRole('button', { name: /^Use/ }).click()
  await expect(requests(page).first()).toContainText('DNS Read')
  await page.reload()
  await expect(page.getByText('your file openapi.json')).toBeVisible()
  await expect(requests(page).first()).toContainText('DNS Read')
  await page.getByRole('button', { name: 'Use a newer file' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Remove/ })
    .click()
  await expect(page.getByText('your file openapi.json')).toHaveCount(0)
})

test('a request for another account says so', async ({ page, sandbox }) => {
  await open(page, sandbox, `GET /accounts/${'0'.repeat(31)}9/tokens`)
  await expect(requests(page).first()).toContainText('on another account')
})
