import { expect, inDays, plainToken, test } from './fixtures.ts'

test('a change back to what was is no change, and saving it is refused with the reason', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Steady'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  const save = page.getByRole('button', { name: 'Save changes' })
  await expect(save).toBeDisabled()
  await expect(page.getByText('No changes yet.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'DNS Read (Zone)', exact: true }).check()
  await expect(save).toBeEnabled()
  await page.getByRole('checkbox', { name: 'DNS Read (Zone)', exact: true }).uncheck()
  await expect(save).toBeDisabled()
})

test('a later end for an expired token needs the tick: its secret works again @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Ended'))
  const token = await sandbox.api.get<object>(`/tokens/${id}`)
  await sandbox.store(id, { ...token, status: 'expired', expires_on: inDays(-2) })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await page.getByRole('radio', { name: '90 days' }).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  const dialog = page.getByRole('dialog', { name: 'Review changes' })
  await expect(dialog.getByRole('button', { name: 'Save changes' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: 'I want to expand this token’s access' }).check()
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Changes saved')).toBeVisible()
})

test('narrowing needs no tick, and backing out keeps the form', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Shrinking'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await page.getByRole('radio', { name: '90 days' }).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  const review = page.getByRole('dialog', { name: 'Review changes to “Shrinking”' })
  await expect(review.getByRole('listitem')).toHaveText([/^Less access.*Expires .* was never/])
  await page.keyboard.press('Escape')
  await expect(review).toBeHidden()
  await expect(page.getByRole('radio', { name: '90 days' })).toBeChecked()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await review.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByText('Changes saved')).toBeVisible()
})

test('a refused pairing names the policy and the group, and explains both causes @core', async ({ page, sandbox }) => {
  await sandbox.fail({
    method: 'POST',
    path: '/tokens',
    status: 400,
    body: {
      success: false,
      errors: [
        { code: 1001, message: 'Failed common permission check against resources. (Permission group: "DNS Write")' },
      ],
      messages: [],
      result: null,
    },
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByLabel('Token name').fill('Refused')
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await page.getByRole('button', { name: 'Add policy' }).click()
  const second = page.getByRole('region', { name: 'Policy 2' })
  await second.getByRole('radio', { name: 'All zones' }).check()
  await second.getByRole('checkbox', { name: 'DNS Write (Zone)', exact: true }).check()
  await page.getByRole('button', { name: 'Create token' }).click()
  const problem = second.getByRole('alert')
  await expect(problem).toContainText('Permission group: "DNS Write"')
  await expect(problem.getByRole('listitem')).toHaveText([/doesn’t apply to these resources/, /doesn’t have/])
  await expect(page.getByRole('region', { name: 'Policy 1' }).getByRole('alert')).toHaveCount(0)
})

/** Every way in which a write can fail. */
const FAILURES = [
  { status: 400 },
  { status: 401 },
  { status: 403 },
  { status: 404 },
  { status: 409 },
  { status: 429, headers: { 'retry-after': '1' } },
  { status: 500 },
  { status: 502 },
  { status: 503 },
  { status: 504 },
  { drop: 'before' as const },
  { truncate: true },
]

test('no failing answer to a create loses anything typed', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByLabel('Token name').fill('Survivor')
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await page.getByRole('textbox', { name: 'Client IP addresses' }).fill('192.0.2.0/24')
  await page.getByRole('textbox', { name: 'Client IP addresses' }).press('Enter')
  for (const failure of FAILURES) {
    await sandbox.fail({ method: 'POST', path: '/tokens', ...failure })
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    // After an unknown outcome, the button warns that it may create a second token.
    await page.getByRole('button', { name: /^Create (token|anyway)$/ }).click()
    await answered
    await expect(page.getByRole('alert').first()).toContainText(/Couldn’t create|couldn’t confirm/)
    await expect(page.getByLabel('Token name')).toHaveValue('Survivor')
    await expect(page.getByRole('checkbox', { name: 'Billing Read (Account)' })).toBeChecked()
    await expect(page.getByRole('list', { name: 'Client IP addresses' })).toContainText('192.0.2.0/24')
  }
  await page.reload()
  await expect(page.getByLabel('Token name')).toHaveValue('Survivor')
  await expect(page.getByRole('list', { name: 'Client IP addresses' })).toContainText('192.0.2.0/24')
})

test('no failing answer to an update loses anything typed', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Edited'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await page.getByLabel('Token name').fill('Edited and kept')
  // A truncated answer has taken effect; reading the token again has its own test.
  for (const failure of FAILURES.filter(({ truncate }) => !truncate)) {
    await sandbox.fail({ method: 'PUT', path: '/tokens/*', ...failure })
    await page.getByRole('button', { name: 'Save changes' }).click()
    const answered = page.waitForResponse((response) => response.request().method() === 'PUT')
    await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
    await answered
    await expect(page.getByRole('alert').first()).toContainText(/Couldn’t save|couldn’t confirm/)
    await expect(page.getByLabel('Token name')).toHaveValue('Edited and kept')
  }
})

test('bad input has its message at its field', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  const name = page.getByLabel('Token name')
  for (const [text, message] of [
    ['', 'Enter a name.'],
    ['   ', 'Enter a name.'],
    ['x'.repeat(121), 'Max 120 characters.'],
  ] as const) {
    await name.fill(text)
    await page.getByRole('button', { name: 'Create token' }).click()
    await expect(name).toHaveAccessibleDescription(new RegExp(message))
  }

  const allowed = page.getByRole('textbox', { name: 'Client IP addresses' })
  for (const [text, message] of [
    ['999.1.1.1', 'four numbers from 0 to 255'],
    ['10.0.0.0/33', 'must be from 0 to 32'],
    ['::/129', 'must be from 0 to 128'],
  ] as const) {
    await allowed.fill(text)
    await allowed.press('Enter')
    await expect(allowed).toHaveAccessibleDescription(new RegExp(message))
    await page.getByRole('button', { name: 'Create token' }).click()
    await expect(allowed).toHaveAttribute('aria-invalid', 'true')
  }
  await allowed.fill('10.0.0.9/8 10.0.0.0/8')
  await allowed.press('Enter')
  await expect(page.getByText('10.0.0.9/8 became 10.0.0.0/8: host bits were cleared.')).toBeVisible()
  await allowed.fill('10.0.0.0/8')
  await allowed.press('Enter')
  await expect(page.getByText('10.0.0.0/8 is in the list already.')).toBeVisible()
  await page.getByRole('textbox', { name: 'Blocked addresses' }).fill('192.0.2.1')
  await page.getByRole('textbox', { name: 'Blocked addresses' }).press('Enter')
  await expect(page.getByText('192.0.2.1/32 is outside every allowed range, so it has no effect.')).toBeVisible()

  await page
    .getByRole('radiogroup', { name: 'Expires' })
    .or(page.getByRole('group', { name: 'Expires' }))
    .getByRole('radio', { name: 'Custom' })
    .check()
  const ends = page.getByLabel('Expiration date (your time)')
  await ends.fill('2020-01-01T00:00')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(ends).toHaveAccessibleDescription(/in the future/)
  await page.getByRole('group', { name: 'Start' }).getByRole('radio', { name: 'Custom' }).check()
  // In Lisbon the clocks skip this hour.
  await page.getByLabel('Start date (your time)').fill('2027-03-28T01:30')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByLabel('Start date (your time)')).toHaveAccessibleDescription(/doesn’t exist/)
  await page.getByLabel('Start date (your time)').fill('2028-01-01T00:00')
  await ends.fill('2027-12-31T00:00')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(ends).toHaveAccessibleDescription(/after the start/)

  const policy = page.getByRole('region', { name: 'Policy 1' })
  await expect(policy.getByRole('alert')).toContainText('Choose at least one permission group.')
  await policy.getByRole('radio', { name: 'Specific zones' }).check()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(policy).toContainText('Choose at least one zone.')
  await page.getByRole('button', { name: 'More actions for policy 1' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByText('Add at least one policy.')).toBeVisible()
  expect((await sandbox.requests()).filter(({ method }) => method === 'POST')).toEqual([])
})

test('five hundred permission groups in one policy are said to be too many', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  const groups = Array.from({ length: 500 }, (_, index) => ({ id: index.toString(16).padStart(32, '0') }))
  await page.getByRole('textbox', { name: 'Request body as JSON' }).fill(
    JSON.stringify({
      name: 'Too much',
      policies: [
        {
          effect: 'allow',
          permission_groups: groups,
          resources: { [`com.cloudflare.api.account.${sandbox.accountId}`]: '*' },
        },
      ],
    }),
  )
  await expect(page.getByRole('list', { name: 'Problems in the JSON' })).toContainText(
    'policies[0].permission_groups: Max 300 permission groups in one policy, not 500.',
  )
})
