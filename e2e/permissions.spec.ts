import type { Page } from '@playwright/test'
import { boxesOf } from './boxes.ts'
import { expect, plainToken, test, type Sandbox } from './fixtures.ts'
import { policySentences } from './token-page.ts'

const DNS_WRITE = '4755a26eedb94da69e1066d98aa820be'
const search = (page: Page) => page.getByRole('searchbox', { name: 'Search permission groups' })
const rows = (page: Page) => page.getByRole('main').getByRole('listitem')

/** A token with one policy per effect, each with DNS Write on all zones. */
const dnsToken = ({ accountId }: Sandbox, name: string, ...effects: string[]) => ({
  name,
  policies: effects.map((effect) => ({
    effect,
    permission_groups: [{ id: DNS_WRITE }],
    resources: { [`com.cloudflare.api.account.${accountId}`]: { 'com.cloudflare.api.account.zone.*': '*' } },
  })),
})

test('the catalogue is searched at once in any form, and keeps the search in its address @core', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await expect(page.getByText(/^\d{3} permission groups$/)).toBeVisible()
  for (const form of ['Zone:DNS:Edit', 'Zone - DNS - Edit', 'dns edit', '#dns_records:edit']) {
    await search(page).fill(form)
    await expect(rows(page).first()).toContainText('DNS Write')
  }
  await search(page).fill('Logs Read')
  await expect(page).toHaveURL(/\?name=Logs(\+|%20)Read$/)
  await page.getByLabel('Scope').selectOption('Zone')
  await expect(rows(page).first()).toContainText('Logs Read')
  await expect(rows(page).filter({ hasText: 'Account' })).toHaveCount(0)
  await page.reload()
  await expect(search(page)).toHaveValue('Logs Read')
  await expect(page.getByLabel('Scope')).toHaveValue('com.cloudflare.api.account.zone')
  await expect(rows(page).first()).toContainText('Logs Read')
})

test('a name that the catalogue has not got is asked for by its very name, on demand', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/permissions?name=Nothing+like+it`)
  await expect(page.getByRole('heading', { name: 'No permissions found' })).toBeVisible()
  const asked = page.waitForRequest((request) => new URL(request.url()).searchParams.get('name') === 'Nothing like it')
  await page.getByRole('button', { name: 'Ask Cloudflare for “Nothing like it”' }).click()
  await asked
  await expect(page.getByText('Cloudflare has no permission group with exactly this name.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.getByText(/^\d{3} permission groups$/)).toBeVisible()
  await expect(page).toHaveURL(/\/permissions$/)
})

test('IDs are shown on demand, each to copy, and are found without', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await search(page).fill(DNS_WRITE)
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page)).not.toContainText(DNS_WRITE)
  await page.getByRole('checkbox', { name: 'Show IDs' }).check()
  await expect(rows(page)).toContainText(DNS_WRITE)
  await page.getByRole('button', { name: 'Copy the ID of DNS Write (Zone)' }).click()
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(DNS_WRITE)
})

test('the search stays in view while the catalogue is scrolled, and covers nothing that has the focus', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  const link = page.getByRole('link', { name: 'Create token with Zone Read (Zone)' })
  await link.focus()
  await page.evaluate(() => window.scrollBy(0, 2000))
  await expect(search(page)).toBeInViewport({ ratio: 1 })
  await link.evaluate((element) => element.scrollIntoView({ block: 'start' }))
  const [under, over] = await boxesOf(page, search(page), link)
  expect(over.y).toBeGreaterThan(under.y + under.height)
})

test('a secret pasted into the search of permissions stays out of the address', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await search(page).fill(`cfat_${'x'.repeat(48)}`)
  await expect(page.getByText('This looks like a token secret')).toBeVisible()
  await search(page).fill('billing')
  await expect(page).toHaveURL(/\?name=billing$/)
})

test('a permission says how many tokens use it and leads to exactly these @core', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 60 })
  await sandbox.api.create(dnsToken(sandbox, 'may change DNS', 'allow'))
  await sandbox.api.create(dnsToken(sandbox, 'may not change DNS', 'deny'))
  await page.goto(`/accounts/${sandbox.accountId}/permissions?name=dns+write`)
  await expect(page.getByText(/^Usage from \d+ tokens$/)).toBeVisible()
  for (const name of [/^\d+ tokens? with DNS Write \(Zone\)$/, /^\d+ denied DNS Write \(Zone\)$/]) {
    const link = page.getByRole('link', { name })
    const count = Number.parseInt((await link.getAttribute('aria-label')) ?? '', 10)
    await link.click()
    await expect(page.getByRole('status').filter({ hasText: /^\d+ of \d+ tokens/ })).toHaveText(
      new RegExp(`^${count} of \\d+ tokens`),
    )
    await page.goBack()
  }
})

test('tokens that could not all be counted are told of, and counted on demand', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 60 })
  await sandbox.fail({ method: 'GET', path: '/tokens', query: { page: '2' }, status: 403, times: 1 })
  await page.goto(`/accounts/${sandbox.accountId}/permissions?name=dns+write`)
  await expect(page.getByText('Some tokens couldn’t be loaded.')).toBeVisible()
  await expect(rows(page).first()).toContainText('so far')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText(/^Usage from \d+ tokens$/)).toBeVisible()
  await expect(rows(page).first()).not.toContainText('so far')
})

test('a token with a permission begins with it and with the resources it is for', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/permissions?name=Zone:DNS:Edit`)
  await page.getByRole('link', { name: 'Create token with DNS Write (Zone)' }).click()
  await expect(page).toHaveURL(new RegExp(`/tokens/new\\?group=${DNS_WRITE}$`))
  await expect(page.getByRole('list', { name: 'Selected permission groups' })).toContainText('DNS Write')
  await expect(page.getByRole('radio', { name: 'Specific zones' })).toBeChecked()
  await page.getByLabel('Token name').fill('from the catalogue')
  await page.reload()
  await expect(page.getByLabel('Token name')).toHaveValue('from the catalogue')
  await expect(page.getByRole('list', { name: 'Selected permission groups' })).toContainText('DNS Write')
})

test('the filter by permission finds what is allowed, and denials have one of their own', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 3 })
  for (const [name, ...effects] of [
    ['case allowed', 'allow'],
    ['case denied', 'deny'],
    ['case both', 'allow', 'deny'],
  ] as const)
    await sandbox.api.create(dnsToken(sandbox, name, ...effects))
  await sandbox.api.create(plainToken(sandbox.accountId, 'case without'))
  const list = `/accounts/${sandbox.accountId}/tokens?q=case&sort=name&direction=asc`
  const names = page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('link', { name: /^case/ })
  await page.goto(`${list}&group=${DNS_WRITE}`)
  // What is denied in all the same places is not allowed.
  await expect(names).toHaveText(['case allowed'])
  await page.goto(`${list}&denied=${DNS_WRITE}`)
  await expect(names).toHaveText(['case both', 'case denied'])
  await expect(page.getByRole('row', { name: /case both/ })).toContainText(/None\s*1 denied/)
  await expect(page.getByRole('row', { name: /case denied/ })).toContainText(/None\s*1 denied/)
  await page.getByRole('button', { name: 'Remove filter Denied permission is DNS Write' }).click()
  await expect(names).toHaveCount(4)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  await page.getByRole('tab', { name: 'Denied permission' }).click()
  await page
    .getByRole('tabpanel', { name: 'Denied permission' })
    .getByLabel(/^Denied: DNS Write/)
    .check()
  await expect(page).toHaveURL(new RegExp(`denied=${DNS_WRITE}`))
  await expect(names).toHaveText(['case both', 'case denied'])
})

test('the picker lists the product that was meant first, whatever form its name is in', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  const picker = page.getByRole('group', { name: 'Permission groups' })
  await picker.getByLabel('Scope').selectOption('All scopes')
  const boxes = picker.getByRole('checkbox', { name: / \([A-Z]/ })
  for (const [form, name] of [
    ['dns edit', 'DNS Write (Zone)'],
    ['Zone:DNS:Edit', 'DNS Write (Zone)'],
    ['Zone:Zone:Read', 'Zone Read (Zone)'],
    ['Account > Workers Scripts > Edit', 'Workers Scripts Write (Account)'],
    ['Cloudflare Pages: Edit', 'Pages Write (Account)'],
    ['billing read', 'Billing Read (Account)'],
  ] as const) {
    await picker.getByRole('searchbox').fill(form)
    await expect(boxes.first()).toHaveAccessibleName(name)
  }
})

test('a permission that is announced to end says so wherever it is shown, beside odd items of the catalogue', async ({
  page,
  sandbox,
}) => {
  const { id } = await sandbox.api.create(dnsToken(sandbox, 'may change DNS', 'allow'))
  const result = [
    null,
    { id: null, name: 'Odd' },
    {
      id: DNS_WRITE,
      name: 'DNS Write',
      scopes: ['com.cloudflare.api.account.zone'],
      meta: { deprecated: 'true', eol_at: '2027-01-31T00:00:00Z' },
    },
  ]
  await sandbox.fail({
    method: 'GET',
    path: '/tokens/permission_groups',
    status: 200,
    body: { success: true, errors: [], messages: [], result },
    times: 0,
  })
  const said = 'Deprecated, removal on 31 Jan 2027'
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await expect(page.getByText('1 permission group', { exact: true })).toBeVisible()
  await expect(rows(page)).toContainText(said)

  // The catalogue is cached by then; the token's page does not request it.
  await page.getByRole('link', { name: /^\d+ tokens? with DNS Write/ }).click()
  await page.getByRole('link', { name: 'may change DNS' }).click()
  await expect(page).toHaveURL(new RegExp(id))
  await expect(await policySentences(page)).toContainText(said)
  await page.getByRole('link', { name: 'Edit' }).click()
  const picker = page.getByRole('group', { name: 'Permission groups' })
  await expect(picker.getByRole('checkbox', { name: 'DNS Write (Zone), deprecated' })).toBeChecked()
  await expect(picker).toContainText('Write deprecated, removal on 31 Jan 2027')
})

test('an answer that is no catalogue is a failure, and can be tried again', async ({ page, sandbox }) => {
  await sandbox.fail({
    method: 'GET',
    path: '/tokens/permission_groups',
    status: 200,
    body: { success: true, errors: [], messages: [], result: null },
    times: 0,
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await expect(page.getByText('Couldn’t load permission groups')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
})
