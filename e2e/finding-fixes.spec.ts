import type { Page } from '@playwright/test'
import { expect, inDays, plainToken, test, type Sandbox } from './fixtures.ts'

const DNS_WRITE = '4755a26eedb94da69e1066d98aa820be'
const WORKERS_CI_READ = 'ad99c5ae555e45c4bef5bdf2678388ba'
const WORKERS_CONTENT_READ = '3517fad527464d8bbba2c2a9a6eefaa9'

const line = (page: Page, title: string) =>
  page
    .getByRole('region', { name: 'Findings' })
    .getByRole('listitem')
    .filter({ has: page.getByText(title, { exact: true }) })

const review = (page: Page) => page.getByRole('dialog', { name: 'Review changes' })

const writes = async (sandbox: Sandbox) => (await sandbox.requests()).filter(({ method }) => method === 'PUT').length

/** A token with several findings. */
async function openRisky(page: Page, sandbox: Sandbox, changes: object = {}) {
  const [policy] = plainToken(sandbox.accountId, '').policies
  const body = { name: 'Risky', policies: [{ ...policy, permission_groups: [{ id: DNS_WRITE }] }], ...changes }
  const { id } = await sandbox.api.create(body)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  return { id, body }
}

test('a suggested change opens in review, is saved, and its finding is gone @core', async ({ page, sandbox }) => {
  await openRisky(page, sandbox)
  await line(page, 'Never expires').getByRole('link', { name: 'Set an expiration in 90 days' }).click()
  await expect(review(page).getByRole('list', { name: 'Changes' })).toContainText('Expires')
  expect(await writes(sandbox)).toBe(0)

  await review(page).getByRole('button', { name: 'Save changes' }).click()
  await expect(line(page, 'Writes DNS everywhere')).toBeVisible()
  await expect(line(page, 'Never expires')).toHaveCount(0)
  expect(await writes(sandbox)).toBe(1)
})

test('a secret rolled for a finding stays until Done, although the finding goes', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'old and unused'))
  const stored = await sandbox.api.get<Record<string, unknown>>(`/tokens/${id}`)
  const [issued_on, modified_on] = ['2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z']
  await sandbox.store(id, { ...stored, issued_on, modified_on })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await line(page, 'Old secret').getByRole('button', { name: 'Roll' }).click()
  // The roll changes the token, and with it what is found.
  await sandbox.store(id, { ...stored, issued_on })
  await page.getByRole('dialog').getByRole('button', { name: 'Roll secret' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await expect(page.locator('p', { hasText: 'Its secret is at least' })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Show secret' }).click()
  await expect(dialog.getByLabel('Token secret')).toHaveValue(/^cfat_/)
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(line(page, 'Old secret')).toHaveCount(0)
})

test('a secret rolled in the list of findings leaves it, without a reload @core', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'old and unused'))
  const stored = await sandbox.api.get<Record<string, unknown>>(`/tokens/${id}`)
  const [issued_on, modified_on] = ['2024-01-01T00:00:00Z', '2024-01-01T00:00:00Z']
  await sandbox.store(id, { ...stored, issued_on, modified_on })
  await page.goto(`/accounts/${sandbox.accountId}/findings?rule=T5`)
  const finding = page.getByRole('button', { name: /^old and unused Its secret is at least/ })
  await finding.click()
  await page.getByRole('button', { name: 'Roll: old and unused' }).click()
  // The roll changes the token, and with it what is found.
  await sandbox.store(id, { ...stored, issued_on })
  await page.getByRole('dialog').getByRole('button', { name: 'Roll secret' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(finding).toHaveCount(0)
})

test('a zone that is gone is taken out of its policy', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Old shop'))
  const { policies, ...token } = await sandbox.api.get<{ policies: object[] }>(`/tokens/${id}`)
  const [zone] = await sandbox.api.zones()
  const there = `com.cloudflare.api.account.zone.${zone.id}`
  const resources = { [there]: '*', [`com.cloudflare.api.account.zone.${'0'.repeat(32)}`]: '*' }
  await sandbox.store(id, { ...token, policies: [{ ...policies[0], resources }] })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await line(page, 'Resource that is gone').getByRole('link', { name: 'Take out what is gone' }).click()
  await review(page).getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible()
  await expect(line(page, 'Resource that is gone')).toHaveCount(0)
  expect(await sandbox.api.get(`/tokens/${id}`)).toMatchObject({ policies: [{ resources: { [there]: '*' } }] })
})

test('a permission that ends is swapped for the one that replaces it', async ({ page, sandbox }) => {
  const resources = { [`com.cloudflare.api.account.${sandbox.accountId}`]: '*' }
  const policies = (id: string) => [{ effect: 'allow', permission_groups: [{ id }], resources }]
  const { id } = await openRisky(page, sandbox, { policies: policies(WORKERS_CI_READ) })
  await line(page, 'Permission that ends').getByRole('link', { name: 'Take Workers Content Read-Only instead' }).click()
  await review(page).getByRole('checkbox').check()
  await review(page).getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('region', { name: 'Findings' })).toBeVisible()
  await expect(line(page, 'Permission that ends')).toHaveCount(0)
  expect(await sandbox.api.get(`/tokens/${id}`)).toMatchObject({ policies: policies(WORKERS_CONTENT_READ) })
})

test('a permission that ends offers what replaces it where it was chosen, if that is known', async ({
  page,
  sandbox,
}) => {
  const resources = { [`com.cloudflare.api.account.${sandbox.accountId}`]: '*' }
  const unnamed = {
    name: 'Old Thing Read',
    scope: 'com.cloudflare.api.account',
    id: 'b'.repeat(32),
    meta: { is_deprecated: 'true', eol_at: inDays(20) },
  }
  await sandbox.scenario({ extraGroups: [unnamed] })
  const groups = [{ id: WORKERS_CI_READ }, { id: unnamed.id }]
  await openRisky(page, sandbox, { policies: [{ effect: 'allow', permission_groups: groups, resources }] })
  await line(page, 'Permission that ends').getByRole('link', { name: 'Choose what replaces it' }).click()
  const policy = page.getByRole('region', { name: 'Policy 1' })
  await expect(policy.getByText('2 permissions deprecated')).toBeVisible()
  await expect(policy.getByText(/“Old Thing Read” .*No replacement is known/)).toBeVisible()
  await expect(policy.getByText('Workers Content Read-Only replaces it.')).toBeVisible()
  await policy.getByRole('button', { name: 'Replace Workers CI Read' }).click()
  await expect(policy.getByText('1 permission deprecated')).toBeVisible()
  await expect(policy.getByRole('searchbox', { name: 'Search permission groups' })).toBeFocused()
  const chosen = policy.getByRole('list', { name: 'Selected permission groups' })
  await expect(chosen.getByRole('listitem')).toHaveText(['Workers Content Read-Only', 'Old Thing Read'])
})

test('a token in use that is to be replaced opens as its replacement, and another start is a new token', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 0 })
  const { id } = await openRisky(page, sandbox)
  const stored = await sandbox.api.get<Record<string, unknown>>(`/tokens/${id}`)
  await sandbox.store(id, { ...stored, last_used_on: inDays(-1), expires_on: inDays(3) })
  await page.reload()
  await page.getByRole('button', { name: 'Compare with all tokens' }).click()
  await line(page, 'In use and about to end').getByRole('link', { name: 'Replace' }).click()
  await expect(page).toHaveURL(new RegExp(`/new\\?from=${id}&as=replacement$`))
  await expect(page.getByRole('heading', { level: 1, name: 'Replace token' })).toBeVisible()
  const name = page.getByLabel('Token name')
  await expect(name).toHaveValue('Risky (new)')
  await name.fill('Safe')
  await page.reload()
  await expect(name).toHaveValue('Safe')
  await page.getByRole('button', { name: 'Start over' }).click()
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('radio', { name: /^Read billing/ }).check()
  await expect(page).toHaveURL(/\/new\?template=billing$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Create token' })).toBeVisible()

  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'create a replacement' }).click()
  await expect(page).toHaveURL(new RegExp(`/new\\?from=${id}&as=replacement$`))
})

test('a suggested change survives a reload and can be left without saving', async ({ page, sandbox }) => {
  await openRisky(page, sandbox)
  await line(page, 'Never expires').getByRole('link', { name: 'Set an expiration in 90 days' }).click()
  await expect(review(page)).toBeVisible()
  await page.reload()
  await review(page).getByRole('button', { name: 'Back to editing' }).click()
  await expect(page.getByText('The suggested change is filled in')).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click()
  await expect(line(page, 'Never expires')).toBeVisible()
  expect(await writes(sandbox)).toBe(0)
})

test('a token that changed since is not filled with the suggestion', async ({ page, sandbox }) => {
  const { id, body } = await openRisky(page, sandbox)
  await line(page, 'Never expires').getByRole('link', { name: 'Set an expiration in 90 days' }).click()
  await expect(review(page)).toBeVisible()
  await sandbox.api.update(id, { ...body, name: 'Renamed' })
  await page.reload()
  await expect(page.getByText('The token changed since the change was suggested, so it isn’t filled in')).toBeVisible()
  await expect(page.getByLabel('Token name')).toHaveValue('Renamed')
  await expect(review(page)).toHaveCount(0)
})

test('a change that another user makes during the review is not overwritten', async ({ page, sandbox }) => {
  const { id, body } = await openRisky(page, sandbox)
  await line(page, 'Never expires').getByRole('link', { name: 'Set an expiration in 90 days' }).click()
  await expect(review(page)).toBeVisible()
  await sandbox.api.update(id, { ...body, name: 'Renamed' })
  await review(page).getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('dialog', { name: /changed/ })).toBeVisible()
  expect((await sandbox.api.get<{ name: string }>(`/tokens/${id}`)).name).toBe('Renamed')
})

test('a draft of the user stays, and the page says so', async ({ page, sandbox }) => {
  await openRisky(page, sandbox)
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Token name').fill('Mine')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Keep draft' }).click()
  await line(page, 'Never expires').getByRole('link', { name: 'Set an expiration in 90 days' }).click()
  await expect(page.getByText('Your own draft is open, not the suggested change')).toBeVisible()
  await expect(page.getByLabel('Token name')).toHaveValue('Mine')
})

test('a policy that needs a choice opens with the focus on it', async ({ page, sandbox }) => {
  await openRisky(page, sandbox)
  await line(page, 'Writes DNS everywhere').getByRole('link').click()
  await expect(page).toHaveURL(/\/edit\?policy=1$/)
  await expect(page.getByRole('button', { name: /policy 1$/ }).first()).toBeFocused()
})

test('a token that can do nothing is deleted from its finding', async ({ page, sandbox }) => {
  const [policy] = plainToken(sandbox.accountId, '').policies
  const { id } = await sandbox.api.create({ name: 'Old', policies: [{ ...policy, effect: 'deny' }] })
  const token = await sandbox.api.get<object>(`/tokens/${id}`)
  await sandbox.store(id, { ...token, issued_on: '2025-01-01T00:00:00Z' })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await line(page, 'Can do nothing').getByRole('button', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete token' }).click()
  await expect(page).toHaveURL(`/accounts/${sandbox.accountId}/tokens`)
})

test('a limit that lets everyone in is replaced', async ({ page, sandbox }) => {
  await openRisky(page, sandbox, { condition: { request_ip: { in: ['0.0.0.0/1'] } } })
  await line(page, 'Limit that limits nothing').getByRole('button', { name: 'Replace the IP limit' }).click()
  const dialog = page.getByRole('dialog', { name: 'Set IP limit for 1 token' })
  await expect(dialog.getByRole('radio', { name: 'Replace current ranges' })).toBeChecked()
})

test('nothing is offered where nothing can be changed', async ({ page, sandbox }) => {
  await sandbox.scenario({ ownPermissions: 'read' })
  const [token] = await sandbox.api.get<{ id: string }[]>('/tokens')
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${token?.id}`)
  await expect(page.getByText(/credential can only read: /)).toBeVisible()
  const card = page.getByRole('region', { name: 'Findings' })
  await expect(card.getByRole('link', { name: 'All of this token' })).toBeVisible()
  await expect(card.getByRole('listitem').getByRole('link')).toHaveCount(0)
  await expect(card.getByRole('listitem').getByRole('button')).toHaveCount(0)
})
