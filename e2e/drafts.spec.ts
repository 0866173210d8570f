import type { Page } from '@playwright/test'
import { expect, plainToken, test, type Sandbox } from './fixtures.ts'

const READ_ZONES = 'c8fed203ed3043cba015a93ad1616f1f'
const DNS_WRITE = '4755a26eedb94da69e1066d98aa820be'

const policies = (page: Page) => page.getByRole('region', { name: /^Policy \d/ })

async function removePolicy(page: Page, number: number) {
  await page.getByRole('button', { name: `More actions for policy ${number}` }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
}

/** The page was loaded anew, and what was typed on it is there. */
async function restored(page: Page, name: string, amount: number) {
  await page.reload()
  await expect(page.getByText('Draft restored')).toBeVisible()
  await expect(page.getByLabel('Token name')).toHaveValue(name)
  await expect(policies(page)).toHaveCount(amount)
}

/** A token with a policy for each group, on all zones. */
async function withPolicies({ accountId, api }: Sandbox, groups: string[]): Promise<string> {
  const [policy] = plainToken(accountId, 'Several').policies
  const policies = groups.map((group) => ({ ...policy, permission_groups: [{ id: group }] }))
  const { id } = await api.create({ name: 'Several', policies })
  return id
}

test('a draft without its only policy is restored, and takes another one', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByLabel('Token name').fill('Nothing yet')
  await removePolicy(page, 1)
  await expect(policies(page)).toHaveCount(0)
  await restored(page, 'Nothing yet', 0)
  await page.getByRole('button', { name: 'Add policy' }).click()
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await restored(page, 'Nothing yet', 1)
  await expect(page.getByRole('checkbox', { name: 'Billing Read (Account)' })).toBeChecked()
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('')
  await expect(policies(page)).toHaveCount(1)
})

test('an edit that took a policy away or added one is restored and saved', async ({ page, sandbox }) => {
  const id = await withPolicies(sandbox, [READ_ZONES, DNS_WRITE])
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await page.getByRole('button', { name: 'Add policy' }).click()
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await restored(page, 'Several', 3)
  await expect(policies(page).nth(2)).toContainText('Billing Read')
  await removePolicy(page, 3)
  await removePolicy(page, 2)
  await restored(page, 'Several', 1)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Several' })).toBeVisible()
  const stored = await sandbox.api.get<{ policies: object[] }>(`/tokens/${id}`)
  expect(stored.policies).toHaveLength(1)
})

test('starting over leaves the focus at the top of the page', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByLabel('Token name').fill('Other')
  await page.reload()
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('starting over forgets an unknown create and a refusal after it', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByLabel('Token name').fill('First try')
  await page.getByRole('checkbox', { name: /^Account API Tokens Read/ }).check()
  await sandbox.fail({ method: 'POST', path: '/tokens', drop: 'after' })
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('alert')).toContainText('A new token with this name exists')
  await page.reload()
  await sandbox.fail({ method: 'POST', path: '/tokens', status: 403 })
  await page.getByRole('button', { name: 'Create anyway' }).click()
  // The refusal is the answer to the second attempt.
  await expect(page.getByRole('alert')).toContainText('An earlier attempt got no answer')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('a body without policies is restored as the form shows it', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  await page.getByRole('textbox', { name: 'Request body as JSON' }).fill('{ "name": "Bare", "policies": [] }')
  await page.getByRole('tab', { name: 'Form' }).click()
  await expect(policies(page)).toHaveCount(0)
  await restored(page, 'Bare', 0)
})

test('a merge takes the policies that are fewer, mine or theirs', async ({ page, sandbox }) => {
  const id = await withPolicies(sandbox, [READ_ZONES, DNS_WRITE])
  const stored = await sandbox.api.get<{ policies: object[] }>(`/tokens/${id}`)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await removePolicy(page, 2)
  await sandbox.api.update(id, { ...plainToken(sandbox.accountId, 'Theirs'), policies: stored.policies })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  const conflict = page.getByRole('dialog', { name: 'This token was changed by someone else' })
  await conflict.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('dialog', { name: 'Review changes' }).getByRole('button', { name: 'Back to editing' }).click()
  await expect(policies(page)).toHaveCount(1)

  await sandbox.api.update(id, plainToken(sandbox.accountId, 'One policy'))
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  await conflict.getByRole('region', { name: 'Policies' }).getByRole('radio', { name: 'Keep theirs' }).check()
  await conflict.getByRole('button', { name: 'Review changes' }).click()
  await page.getByRole('dialog', { name: 'Review changes' }).getByRole('button', { name: 'Back to editing' }).click()
  await expect(policies(page)).toHaveCount(1)
  await expect(page.getByLabel('Token name')).toHaveValue('One policy')
})

test('Back after a save leads to where the form was opened, not to the form', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Before'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens?q=Before`)
  await page.getByRole('link', { name: 'Before' }).click()
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Token name').fill('After')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'After' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`/tokens/${id}$`))
  await expect(page.getByRole('heading', { level: 1, name: 'After' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/q=Before/)
})
