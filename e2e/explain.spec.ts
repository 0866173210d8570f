import { expect, plainToken, test } from './fixtures.ts'

const refusal = (status: number, ...errors: unknown[]) => ({
  status,
  body: { success: false, errors, messages: [], result: null },
})

test('a refusal links the page it names and tells what lies under it', async ({ page, sandbox }) => {
  const url = 'https://developers.cloudflare.com/api/resources/accounts/subresources/tokens/methods/list/'
  const error = {
    code: 10000,
    message: 'Forbidden',
    documentation_url: url,
    error_chain: [{ code: 6111, message: 'Invalid format for Authorization header' }],
  }
  await sandbox.fail({ method: 'GET', path: '/tokens', ...refusal(403, error) })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('link', { name: 'Cloudflare’s page on this' })).toHaveAttribute('href', url)
  await expect(page.getByRole('main')).toContainText('10000: Forbidden')
  await expect(page.getByRole('main')).toContainText('6111: Invalid format for Authorization header')
})

test('a page of another site is not linked', async ({ page, sandbox }) => {
  const error = { code: 10000, message: 'Forbidden', documentation_url: 'https://cloudflare.com.evil.example/' }
  await sandbox.fail({ method: 'GET', path: '/tokens', ...refusal(403, error) })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('heading', { name: 'Missing permission' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Cloudflare’s page on this' })).toHaveCount(0)
})

test('a refusal that points into the body is about the body, not about the credential', async ({ page, sandbox }) => {
  const error = {
    code: 9109,
    message: 'Unauthorized to access requested resource',
    source: { pointer: '/policies/0/resources' },
  }
  await sandbox.fail({ method: 'POST', path: '/tokens', ...refusal(403, error) })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=billing`)
  await page.getByLabel('Token name').fill('Invoices')
  await page.getByRole('button', { name: 'Create token' }).click()
  const alert = page.getByRole('alert').filter({ hasText: 'Couldn’t create the token' })
  await expect(alert).toContainText('Cloudflare rejected a resource in policy 1')
  await expect(alert).toContainText('The credential isn’t the cause')
})

test('a key that the API refuses is told in the form, cured in one click, and not sent before @core', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByLabel('Token name').fill('Flat')
  await page.getByRole('radio', { name: 'Other' }).check()
  await page.getByRole('textbox', { name: 'Resource key 1' }).fill('com.cloudflare.api.account.zone.*')
  await page.getByRole('searchbox', { name: 'Search permission groups' }).fill('dns read')
  await page.getByRole('checkbox', { name: 'DNS Read (Zone)', exact: true }).check()
  const note = page.getByRole('status').filter({ hasText: 'Cloudflare refuses this' })
  await expect(note).toContainText('must be nested under the account’s key')

  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Cloudflare would refuse this policy' })).toBeVisible()
  expect((await sandbox.requests()).filter(({ method }) => method === 'POST')).toEqual([])

  await note.getByRole('button', { name: 'Nest under this account' }).click()
  await expect(page.getByRole('radio', { name: 'All zones' })).toBeChecked()
  await expect(note).toHaveCount(0)
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
})

test('keys of two kinds are split into two policies, each with the permissions that fit', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  const zone = 'a'.repeat(32)
  const body = {
    name: 'Mixed',
    policies: [
      {
        effect: 'allow',
        // Billing Read, DNS Read.
        permission_groups: [{ id: '7cf72faf220841aabcfdfab81c43c4f6' }, { id: '82e64a83756745bbbb1c9c2701bf816b' }],
        resources: {
          [`com.cloudflare.api.account.${sandbox.accountId}`]: '*',
          [`com.cloudflare.api.account.zone.${zone}`]: '*',
        },
      },
    ],
  }
  await page.getByLabel('Request body as JSON').fill(JSON.stringify(body, null, 2))
  await expect(page.getByRole('list', { name: 'Problems in the JSON' })).toContainText(
    'This policy has 2 kinds of resources',
  )
  await page.getByRole('tab', { name: 'Form' }).click()
  await page.getByRole('button', { name: 'Split into 2 policies' }).click()
  await expect(page.getByRole('radio', { name: 'This account' }).first()).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Specific zones' }).last()).toBeChecked()
  await expect(page.getByRole('button', { name: `Remove ${zone}` })).toBeVisible()
})

test('a permission the app’s token does not hold on single zones can be given on all of them', async ({
  page,
  sandbox,
}) => {
  const message = 'Failed common permission check against resources. (Permission group: "DNS Write")'
  await sandbox.fail({ method: 'POST', path: '/tokens', ...refusal(400, { code: 1001, message }) })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=dns`)
  await page.getByLabel('Token name').fill('Scoped')
  await page
    .getByRole('group', { name: /^Zones/ })
    .getByRole('checkbox')
    .first()
    .check()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Couldn’t create the token' })).toContainText(
    'Cloudflare rejected “DNS Write”',
  )
  await page.getByRole('button', { name: 'Choose all zones' }).click()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
})

test('what is stored is not judged, however it is written', async ({ page, sandbox }) => {
  // Two kinds of keys in one policy, which the API may refuse in a new policy.
  const { id } = await sandbox.api.create({
    name: 'Odd but stored',
    policies: [
      {
        effect: 'allow',
        permission_groups: [{ id: '82e64a83756745bbbb1c9c2701bf816b' }],
        resources: {
          [`com.cloudflare.api.account.${sandbox.accountId}`]: '*',
          [`com.cloudflare.api.account.zone.${'a'.repeat(32)}`]: '*',
        },
      },
    ],
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await expect(page.getByLabel('Policy as JSON')).toBeVisible()
  await expect(page.getByText('This policy has 2 kinds of resources')).toHaveCount(0)
  const json = await page.getByLabel('Policy as JSON').inputValue()
  await page.getByLabel('Policy as JSON').fill(json.replace('"allow"', '"deny"'))
  await expect(page.getByText('This policy has 2 kinds of resources').first()).toBeVisible()
})

test('a credential that may only read is told as such, and nothing is offered that it cannot do @core', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ ownPermissions: 'read' })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('banner').getByText('Credential can only read')).toBeVisible()
  await expect(page.getByRole('main')).toContainText('it lacks “Account API Tokens Write”')
  await expect(page.getByRole('link', { name: 'Create token' })).toHaveCount(0)
  await page.keyboard.press('c')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('token')
  await expect(page.getByRole('option', { name: 'Verify token' })).toBeVisible()
  await expect(page.getByRole('option', { name: 'Create token' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click()
  await expect(page.getByRole('menuitem')).toHaveText(['View', 'Compare with…', 'Copy ID', 'Export…'])
  await page.getByRole('menuitem', { name: 'View' }).click()
  await expect(page.getByRole('heading', { name: 'Permissions' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('it lacks “Account API Tokens Write”')
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?template=billing`)
  await expect(page.getByRole('status').filter({ hasText: 'You can’t save here' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create token' })).toBeDisabled()
})

test('what a credential can’t do is not offered for a moment in the next visit, before its token is read again', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ ownPermissions: 'read' })
  const { result } = await sandbox.api.list('?per_page=50')
  const own = result.find(({ name }) => name === 'Token Desk (this app)')
  const tokens = `/accounts/${sandbox.accountId}/tokens`
  await page.goto(tokens)
  const reason = page.getByRole('main').getByText('it lacks “Account API Tokens Write”')
  await expect(reason).toBeVisible()
  await sandbox.hold({ method: 'GET', path: `/tokens/${own?.id}` })
  await page.reload()
  await expect(page.getByText(/^1–20 of/)).toBeVisible()
  await expect(reason).toBeVisible()
  await expect(page.getByRole('link', { name: 'Create token' })).toHaveCount(0)

  // And is, once it can.
  await sandbox.scenario({ ownPermissions: 'write' })
  await sandbox.release()
  await page.reload()
  await expect(page.getByRole('link', { name: 'Create token' })).toBeVisible()
})

test('an account without tokens offers no first one to a credential that may only read', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0, ownPermissions: 'read' })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByText('No API tokens yet')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Create your first token' })).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'Templates' })).toHaveCount(0)
})

test('a credential that may not read tokens is not called active', async ({ page, sandbox }) => {
  await sandbox.scenario({ ownPermissions: 'none' })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('banner').getByText('Credential can’t read tokens')).toBeVisible()
  // Its own page would be refused, too.
  await page.getByRole('banner').getByText('Credential can’t read tokens').click()
  await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open token' })).toHaveCount(0)
})

for (const [what, path, address, shown] of [
  ['list', '/tokens', 'tokens', /^1–20 of/],
  ['catalogue', '/tokens/permission_groups', 'permissions', /^\d+ permission groups$/],
] as const) {
  test(`a ${what} that is not found can be asked for again`, async ({ page, sandbox }) => {
    await sandbox.fail({ method: 'GET', path, status: 404 })
    await page.goto(`/accounts/${sandbox.accountId}/${address}`)
    await expect(page.getByRole('heading', { name: 'Not found in this account' })).toBeVisible()
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: 'Not found in this account' })).toHaveCount(0)
    await expect(page.getByText(shown).first()).toBeVisible()
  })
}

test('a token that is found gone is not in the list any more', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 5 })
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Vanishing'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('row', { name: /Vanishing/ })).toBeVisible()
  await sandbox.api.remove(id)
  // A pointer or the focus on the link has the token read, and its row may be gone before it is pressed.
  await page.getByRole('link', { name: 'Vanishing', exact: true }).evaluate((link) => (link as HTMLElement).click())
  await expect(page.getByRole('heading', { name: 'Not found in this account' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).toBeVisible()
  await expect(page.getByRole('row', { name: /Vanishing/ })).toHaveCount(0)
})
