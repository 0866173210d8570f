import type { Page } from '@playwright/test'
import { expect, test, type Sandbox } from './fixtures.ts'

const DNS_READ = '82e64a83756745bbbb1c9c2701bf816b'
const DNS_WRITE = '4755a26eedb94da69e1066d98aa820be'
const ACCOUNT_READ = 'c1fde68c7bcc44588cbb6ddbc16d6480'

const allow = (groups: string[], resources: Record<string, unknown>) => ({
  effect: 'allow',
  permission_groups: groups.map((id) => ({ id })),
  resources,
})

/** Two tokens: one reads DNS of a zone, the other changes that of two, and reads the account. */
async function setUp({ accountId, api, scenario }: Sandbox) {
  await scenario({ tokens: 0, zones: 3 })
  const zones = await api.zones()
  const zone = (...numbers: number[]) =>
    Object.fromEntries(numbers.map((number) => [`com.cloudflare.api.account.zone.${zones[number]?.id}`, '*']))
  const account = { [`com.cloudflare.api.account.${accountId}`]: '*' }
  const small = await api.create({ name: 'small one', policies: [allow([DNS_READ, DNS_WRITE], zone(0))] })
  const large = await api.create({
    name: 'large one',
    policies: [allow([DNS_READ, DNS_WRITE], zone(0, 1)), allow([ACCOUNT_READ], account)],
  })
  return { small: small.id, large: large.id, zones }
}

async function choose(page: Page, side: 'First' | 'Second', words: string) {
  await page.getByRole('button', { name: `${side} token: ` }).click()
  const search = page.getByRole('dialog', { name: `${side} token` }).getByRole('combobox')
  await expect(search).toBeFocused()
  await search.fill(words)
  await expect(page.getByRole('option').first()).toContainText(words)
  await search.press('Enter')
  await expect(page.getByRole('button', { name: `${side} token: ${words}` })).toBeFocused()
}

test('compares two tokens found by name, with the keyboard', async ({ page, sandbox }) => {
  const { small, large, zones } = await setUp(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  await page.getByRole('button', { name: 'Compare two tokens' }).click()
  await expect(page.getByRole('button', { name: 'First token: Choose a token' })).toBeFocused()
  await choose(page, 'First', 'small one')
  await choose(page, 'Second', 'large one')
  const compare = page.getByRole('region', { name: 'Compare' })
  await expect(compare.getByRole('status')).toHaveText(
    /^large one can do all that small one can, and .*(DNS (Read|Write)|Account Settings Read)/,
  )
  await expect(compare.getByText('Nothing')).toHaveCount(1)
  const both = compare.getByRole('list', { name: 'Both' })
  await expect(both.getByRole('listitem').filter({ hasText: 'DNS Write' })).toContainText(`1 zone: ${zones[0]?.name}`)
  const only = compare.getByRole('list', { name: 'Only large one' })
  await expect(only.getByRole('listitem').filter({ hasText: 'DNS Write' })).toContainText(`1 zone: ${zones[1]?.name}`)
  await expect(only.getByRole('listitem').filter({ hasText: 'Account Settings Read' })).toContainText('this account')
  await expect(page).toHaveURL(new RegExp(`a=${small}.*b=${large}`))

  await page.reload()
  await expect(only.getByRole('listitem')).toHaveCount(3)
  await compare.getByRole('button', { name: 'Swap' }).click()
  await expect(page.getByRole('button', { name: 'First token: large one' })).toBeVisible()
  await expect(compare.getByRole('button', { name: 'Open the difference as a draft' })).toBeDisabled()
})

test('opens the union and the difference as drafts without a secret', async ({ page, sandbox }) => {
  const { small, large, zones } = await setUp(sandbox)
  const address = `/accounts/${sandbox.accountId}/access?a=${small}&b=${large}`
  await page.goto(address)
  await page.getByRole('button', { name: 'Open the difference as a draft' }).click()
  await expect(page.getByRole('textbox', { name: 'Token name' })).toHaveValue('large one without small one')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  const { result } = await sandbox.api.list('?per_page=50')
  const made = result.find(({ name }) => name === 'large one without small one')
  const { policies } = await sandbox.api.get<{ policies: { effect: string; resources: object }[] }>(
    `/tokens/${made?.id}`,
  )
  expect(policies.map(({ effect }) => effect)).toEqual(['allow', 'allow'])
  expect(JSON.stringify(policies)).toContain(zones[1]?.id)
  expect(JSON.stringify(policies)).not.toContain(zones[0]?.id)

  await page.goto(address)
  await page.getByRole('button', { name: 'Open the union as a draft' }).click()
  await expect(page.getByRole('textbox', { name: 'Token name' })).toHaveValue('small one and large one')
  await expect(page.getByText('2 zones').first()).toBeVisible()
})

test('says of what reading a deny leaves open', async ({ page, sandbox }) => {
  const { small, zones } = await setUp(sandbox)
  const zone = { [`com.cloudflare.api.account.zone.${zones[0]?.id}`]: '*' }
  const { id } = await sandbox.api.create({
    name: 'kept from reading',
    policies: [allow([DNS_WRITE], zone), { ...allow([DNS_READ], zone), effect: 'deny' }],
  })
  await page.goto(`/accounts/${sandbox.accountId}/access?a=${small}&b=${id}`)
  const compare = page.getByRole('region', { name: 'Compare' })
  await expect(compare.getByRole('status')).toHaveText(/^As far as is known: small one can do all/)
  await expect(compare.getByText('“kept from reading” denies DNS Read and holds the Write')).toBeVisible()
})

test('compares with a template, and with a pasted token', async ({ page, sandbox }) => {
  const { small } = await setUp(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/access?a=${small}`)
  const compare = page.getByRole('region', { name: 'Compare' })
  await choose(page, 'Second', 'Edit zone DNS')
  await expect(page).toHaveURL(/b=template\.dns/)
  await expect(compare.getByText(/leaves its zones or buckets open/)).toBeVisible()
  await expect(compare.getByRole('list', { name: 'Only Edit zone DNS' })).toContainText('all zones except 1 zone')

  await page.getByRole('button', { name: 'Second token: ' }).click()
  await page.getByRole('option', { name: 'Paste JSON…' }).click()
  const paste = page.getByRole('dialog', { name: 'Compare with a text' })
  const body = {
    name: 'pasted one',
    policies: [allow([ACCOUNT_READ], { [`com.cloudflare.api.account.${sandbox.accountId}`]: '*' })],
  }
  await paste.getByLabel('Paste here').fill(JSON.stringify(body))
  await paste.getByRole('button', { name: 'Compare' }).click()
  await expect(compare.getByRole('list', { name: 'Only pasted one' })).toContainText('Account Settings Read')
  await page.reload()
  await expect(compare.getByRole('list', { name: 'Only pasted one' })).toContainText('Account Settings Read')
})

test('tokens that can’t be read as a whole are never said to be the same @core', async ({ page, sandbox }) => {
  const { small } = await setUp(sandbox)
  const token = await sandbox.api.get<{ policies: unknown[] }>(`/tokens/${small}`)
  const twin = await sandbox.api.create({
    name: 'twin',
    policies: [allow([ACCOUNT_READ], { [`com.cloudflare.api.account.${sandbox.accountId}`]: '*' })],
  })
  await sandbox.store(twin.id, { ...token, id: twin.id, name: 'twin', policies: [...token.policies, 'not a policy'] })
  await page.goto(`/accounts/${sandbox.accountId}/access?a=${small}&b=${twin.id}`)
  const compare = page.getByRole('region', { name: 'Compare' })
  await expect(compare.getByRole('status')).toHaveText(
    'As far as they can be read: small one and twin can do the same.',
  )
  await expect(compare.getByText('Token Desk can’t read all policies of twin')).toBeVisible()
})

test('a token that doesn’t exist is said to be missing', async ({ page, sandbox }) => {
  const { small } = await setUp(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/access?a=${small}&b=${'0'.repeat(32)}`)
  await expect(page.getByRole('region', { name: 'Compare' }).getByRole('status')).toContainText(
    'There is no such token',
  )
})

test('a token that can’t be read is not said to be missing', async ({ page, sandbox }) => {
  const id = 'f'.repeat(32)
  await sandbox.fail({ path: `/tokens/${id}`, status: 403, times: 0 })
  await page.goto(`/accounts/${sandbox.accountId}/access?a=${id}&b=template.dns`)
  await expect(page.getByText('What is compared couldn’t be loaded.')).toBeVisible()
  await expect(page.getByText('There is no such token in this account')).toHaveCount(0)
})

test('begins with a token from its menu, or with two that are selected in the list', async ({ page, sandbox }) => {
  const { small, large } = await setUp(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('button', { name: 'Actions for small one' }).click()
  await page.getByRole('menuitem', { name: 'Compare with…' }).click()
  await expect(page.getByRole('button', { name: 'First token: small one' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Second token: Choose a token' })).toBeFocused()
  await choose(page, 'Second', 'large one')
  const verdict = page.getByRole('region', { name: 'Compare' }).getByRole('status')
  await expect(verdict).toContainText('large one can do all that small one can')

  await page.goBack()
  const selection = page.getByRole('group', { name: 'Selection' })
  await page.getByRole('checkbox', { name: 'Select small one' }).check()
  await expect(selection.getByRole('button', { name: 'Disable…' })).toBeVisible()
  await expect(selection.getByRole('button', { name: 'Compare' })).toHaveCount(0)
  await page.getByRole('checkbox', { name: 'Select large one' }).check()
  await selection.getByRole('button', { name: 'Compare' }).click()
  await expect(verdict).toContainText('large one can do all that small one can')
  await expect(page).toHaveURL(new RegExp(`a=${small}.*b=${large}`))
  // What one came for is in sight, above the table of all tokens.
  await expect(page.getByRole('heading', { name: 'Compare' })).toBeInViewport()
})

test('begins with a token from the palette while the page of access is open', async ({ page, sandbox }) => {
  const { small, large } = await setUp(sandbox)
  const first = (name: string) => page.getByRole('button', { name: `First token: ${name}` })
  const second = (name: string) => page.getByRole('button', { name: `Second token: ${name}` })
  const compareFromPalette = async (name: string) => {
    await page.keyboard.press('Control+k')
    const field = page.getByRole('combobox', { name: 'Search or jump to' })
    await field.fill(name)
    await expect(page.getByRole('option', { name })).toHaveAttribute('aria-selected', 'true')
    await field.press('ArrowRight')
    await page.getByRole('option', { name: 'Compare the token with…' }).click()
    await expect(first(name)).toBeVisible()
    await expect(second('Choose a token')).toBeFocused()
    await expect(page.getByRole('heading', { name: 'Compare' })).toBeInViewport()
  }
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  await expect(page.getByRole('heading', { name: 'Matrix' })).toBeVisible()
  await compareFromPalette('small one')
  await choose(page, 'Second', 'large one')
  // A comparison, and then another token: the choice begins anew.
  await compareFromPalette('large one')
  await expect(page).toHaveURL(new RegExp(`/access\\?a=${large}$`))

  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`a=${small}.*b=${large}`))
  await expect(second('large one')).toBeVisible()
})

test('what is chosen on the page stays where it is', async ({ page, sandbox }) => {
  await setUp(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  await choose(page, 'First', 'small one')
  await page.getByRole('radio', { name: 'As written' }).check()
  await expect(page).toHaveURL(/at=written/)
  await expect(page.getByRole('radio', { name: 'As written' })).toBeFocused()
  const headings = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(headings.last()).toHaveText('Compare')
})

test('a question that clears a comparison leaves it where it is', async ({ page, sandbox }) => {
  const { small } = await setUp(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/access?a=${small}`)
  const headings = page.getByRole('main').getByRole('heading', { level: 2 })
  await expect(headings.first()).toHaveText('Compare')
  const question = page.getByRole('link', { name: 'Create API tokens' })
  await question.press('Enter')
  await expect(page.getByRole('button', { name: 'First token: Choose a token' })).toBeVisible()
  await expect(headings.first()).toHaveText('Compare')
  await expect(question).toBeFocused()
})

test('a comparison of what can’t be read says so', async ({ page, sandbox }) => {
  await sandbox.scenario({ ownPermissions: 'none' })
  for (const sides of ['a=template.billing&b=template.dns', `a=${'a'.repeat(32)}&b=template.dns`]) {
    await page.goto(`/accounts/${sandbox.accountId}/access?${sides}`)
    await expect(page.getByText('What is compared couldn’t be loaded.')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Compare' }).getByText('Loading…')).toHaveCount(0)
  }
})
