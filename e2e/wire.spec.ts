import { expect, plainToken, test, type Sandbox } from './fixtures.ts'
import { chooseAction } from './token-page.ts'

const zoneRead = { id: 'c8fed203ed3043cba015a93ad1616f1f' }

/** A token with an undocumented form in each of its parts. */
const oddToken = (id: string, accountId: string) => ({
  id,
  name: 'Odd one',
  status: 'active',
  modified_on: '2026-11-01T00:00:00Z',
  expires_on: '2031-01-01 00:00:00Z',
  not_before: 1_893_456_000,
  condition: { request_ip: { in: ['192.0.2.0/24', 7] }, geo: { in: ['DE'] } },
  policies: [
    'a policy?',
    { effect: null, permission_groups: [zoneRead, null, { key: 'dns' }], resources: ['*'] },
    {
      effect: 'allow',
      permission_groups: [zoneRead],
      resources: { [`com.cloudflare.api.account.${accountId}`]: '*', constructor: '*' },
      note: 'kept',
    },
  ],
  labels: { team: 'edge' },
  account_id: 'f'.repeat(32),
})

async function lastPut(sandbox: Sandbox): Promise<unknown> {
  const requests = await sandbox.requests()
  return requests.findLast(({ method }) => method === 'PUT')?.body
}

async function storedOddToken(sandbox: Sandbox) {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Odd one'))
  const token = oddToken(id, sandbox.accountId)
  await sandbox.store(id, token)
  const { id: _, modified_on: __, ...writable } = token
  return { id, writable }
}

test('turning off a token of another form sends everything else back as it came @core', async ({ page, sandbox }) => {
  const { id, writable } = await storedOddToken(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await chooseAction(page, 'Disable…')
  await page.getByRole('dialog').getByRole('button', { name: 'Disable token' }).click()
  await expect(page.getByText('Disabled “Odd one”')).toBeVisible()
  expect(await lastPut(sandbox)).toEqual({ ...writable, status: 'disabled' })
})

test('renaming a token of another form in the editor changes its name alone @core', async ({ page, sandbox }) => {
  const { id, writable } = await storedOddToken(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await page.getByLabel('Token name').fill('Renamed')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Renamed' })).toBeVisible()
  expect(await lastPut(sandbox)).toEqual({ ...writable, name: 'Renamed' })
})

test('a stored policy that the rules for new ones refuse does not stand in the way of a rename', async ({
  page,
  sandbox,
}) => {
  // The API accepts zone permissions on the bare account, and a token without policies.
  const { id } = await sandbox.api.create({
    name: 'Made by Terraform',
    policies: [
      {
        effect: 'allow',
        permission_groups: [zoneRead],
        resources: { [`com.cloudflare.api.account.${sandbox.accountId}`]: '*' },
      },
    ],
  })
  const { id: bare } = await sandbox.api.create({ name: 'Without policies', policies: [] })
  for (const tokenId of [id, bare]) {
    await page.goto(`/accounts/${sandbox.accountId}/tokens/${tokenId}/edit`)
    await page.getByLabel('Token name').fill(`Renamed ${tokenId}`)
    await page.getByRole('button', { name: 'Save changes' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
    await expect(page.getByRole('heading', { level: 1, name: `Renamed ${tokenId}` })).toBeVisible()
  }
})

/** Every other answer that is no token: `src/app/api/tokens.test.ts` and `src/app/queries/token-writes.test.ts`. */
const noToken = { success: true, errors: [], messages: [], result: { id: '0'.repeat(32), name: 'Another' } }

test('an answer that is no token is a failure, not an empty token @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Whole'))
  await sandbox.fail({ method: 'GET', path: `/tokens/${id}`, status: 200, body: noToken, times: 0 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'More actions' })).toHaveCount(0)
  await sandbox.release()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Whole' })).toBeVisible()

  // The same right before a write: nothing is sent.
  await chooseAction(page, 'Disable…')
  await sandbox.fail({ method: 'GET', path: `/tokens/${id}`, status: 200, body: noToken })
  await page.getByRole('dialog').getByRole('button', { name: 'Disable token' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Couldn’t disable the token')
  expect(await lastPut(sandbox)).toBeUndefined()
})

test('a create that is answered so may have made a token, and the form stays', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'POST', path: '/tokens', status: 200, body: noToken, applied: true })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByLabel('Token name').fill('Perhaps')
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('alert')).toContainText('A new token with this name exists.')
  await expect(page.getByLabel('Token name')).toHaveValue('Perhaps')
})

test('a token that comes without its policies is not written @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Half'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await chooseAction(page, 'Disable…')
  await sandbox.store(id, { id, name: 'Half' })
  await page.getByRole('dialog').getByRole('button', { name: 'Disable token' }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('without a list of policies')
  expect(await lastPut(sandbox)).toBeUndefined()
})

test('a token that comes without its policies is not said to have none', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Half'))
  await sandbox.store(id, { id, name: 'Half', status: 'active', policies: null })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page.getByRole('region', { name: 'Permissions' })).toContainText('can’t tell what this token can do')
  for (const hasText of ['Access', 'Policies'])
    await expect(page.getByRole('term').filter({ hasText }).locator('xpath=following-sibling::dd[1]')).toHaveText(
      'Unknown',
    )
  await chooseAction(page, 'Delete…')
  await expect(page.getByRole('dialog')).toContainText('Its permissions and resources can’t be read.')
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  await expect(page.getByRole('row', { name: /^Half/ }).filter({ hasText: 'Unreadable policy' })).toBeVisible()
  const row = page.getByRole('row', { name: /Half/ })
  for (const place of ['tokens', 'expiry?when=never']) {
    await page.goto(`/accounts/${sandbox.accountId}/${place}`)
    await expect(row).toContainText('Unknown')
    await expect(row).not.toContainText('None')
    await expect(row).not.toContainText('Nothing')
  }
})

test('a number that a browser rounds is not shown as the API’s own', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Counted'))
  const rounded = 'A number in it has more digits than a browser keeps, and may be rounded.'
  for (const { risk, notes } of [
    { risk: 2 ** 53 - 1, notes: 0 },
    { risk: 10 ** 20, notes: 1 },
  ]) {
    await sandbox.store(id, { ...plainToken(sandbox.accountId, 'Counted'), id, status: 'active', risk })
    await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}?view=json`)
    await expect(page.getByLabel('Token JSON')).toContainText(String(risk))
    await expect(page.getByText(rounded)).toHaveCount(notes)
    await chooseAction(page, 'Export…')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByLabel('Export as JSON')).toContainText(String(risk))
    await expect(dialog.getByText(rounded)).toHaveCount(notes)
  }
})

test('a list with an odd item shows the others', async ({ page, sandbox }) => {
  const token = { id: 'a'.repeat(32), name: 'Readable', status: 'active', policies: [] }
  const body = {
    success: true,
    errors: [],
    messages: [],
    result: [null, 'x', {}, token],
    result_info: { total_count: 4 },
  }
  await sandbox.fail({ method: 'GET', path: '/tokens', status: 200, body })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('link', { name: 'Readable' })).toBeVisible()
  await expect(page.getByText('3 items on this page can’t be shown')).toBeVisible()
})

test('what another user saved within the same second is not overwritten @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Shared'))
  const token = {
    ...plainToken(sandbox.accountId, 'Shared'),
    id,
    status: 'active',
    modified_on: '2026-11-01T00:00:00Z',
  }
  await sandbox.store(id, token)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await page.getByLabel('Token name').fill('Mine')
  await sandbox.store(id, { ...token, expires_on: '2031-01-01T00:00:00Z' })
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('dialog', { name: 'This token was changed by someone else' })).toBeVisible()
  expect(await lastPut(sandbox)).toBeUndefined()
})
