import { expect, plainToken, test } from './fixtures.ts'
import { copiedJson } from './json-editor.ts'

type Stored = { name: string; policies: unknown[]; condition?: unknown; expires_on?: string }

test('the JSON and the form are two sides of one body, and the text stays as it was written @core', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByRole('tab', { name: 'JSON' }).click()
  await expect(page).toHaveURL(/tab=json/)
  const text = [
    '{ "policies": [',
    '    { "effect":"allow", "permission_groups":[{"id":"82e64a83756745bbbb1c9c2701bf816b"}],',
    `      "resources": {"com.cloudflare.api.account.${sandbox.accountId}": {"com.cloudflare.api.account.zone.*":"*"}} } ],`,
    '  "name": "Written by hand" }',
  ].join('\n')
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  await json.fill(text)
  await page.getByRole('tab', { name: 'Form' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('Written by hand')
  await expect(page.getByRole('radio', { name: 'All zones' })).toBeChecked()
  await expect(page.getByRole('radio', { name: 'Never' })).toBeChecked()
  await expect(page.getByRole('checkbox', { name: 'DNS Read (Zone)' })).toBeChecked()

  await page.getByRole('tab', { name: 'JSON' }).click()
  await expect(json).toHaveText(text, { useInnerText: true })
  await page.getByRole('tab', { name: 'Form' }).click()
  await page.getByLabel('Token name').fill('Changed in the form')
  await page.getByRole('tab', { name: 'JSON' }).click()
  await expect(json).toHaveText(/"name": "Changed in the form"/)
})

test('JSON that cannot be read keeps its text, names the place, and closes the form', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  const problems = page.getByRole('list', { name: 'Problems in the JSON' }).getByRole('listitem')
  for (const [text, message] of [
    ['{\n  "name": "cut', 'Line 2, column 15: Unexpected end of JSON.'],
    ['[]', 'Line 1, column 1: A token must be an object in { } with a name.'],
    ['{"name": "a", "name": "b"}', 'Line 1, column 15 · name: “name” is set twice.'],
    ['{\n"policies": [{}]}', /^Line 2, column 14 · policies\[0\]\.effect: A policy needs an "effect"/],
    [`{"name": "${'x'.repeat(4.5 * 1024 * 1024)}"}`, /4\.5 MB is too large for a token/],
  ] as const) {
    await json.fill(text)
    await expect(problems.first()).toHaveText(message)
    if (text.length < 1000) await expect(json).toHaveText(text, { useInnerText: true })
    await expect(json).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByRole('tab', { name: 'Form' })).toHaveAttribute('aria-disabled', 'true')
    await expect(page.getByRole('button', { name: 'Create token' })).toBeDisabled()
  }
  await expect(page.getByText('Fix the JSON to use the form')).toBeVisible()
  await expect(page.getByRole('tab', { name: 'Form' })).toHaveAccessibleDescription('Fix the JSON to use the form')

  // Invalid text may contain anything, so it is not saved; the last valid text is.
  await json.fill('{"name": "readable", "policies": []}')
  await json.fill('{\n  "name": "unreadable')
  await expect(page.getByText('Your draft doesn’t include this text')).toBeVisible()
  expect(await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).not.toContain('unreadable')
  await page.reload()
  await expect(page.getByText('Draft restored')).toBeVisible()
  await expect(json).toHaveText(/"name": "readable"/)
})

test('readable JSON that would be refused names its places, and won’t be sent', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  await json.fill('{\n "name": "",\n "expires_on": "2020-01-01T00:00:00Z",\n "policies": []\n}')
  const problems = page.getByRole('list', { name: 'Problems in the JSON' }).getByRole('listitem')
  await expect(problems).toHaveText([
    /^Line 2, column 10 · name: Enter a name/,
    /^Line 3, column 16 · expires_on: .*in the future/,
    /^Line 4, column 14 · policies: Add at least one policy/,
  ])
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(json).toBeFocused()
  expect((await sandbox.requests()).filter(({ method }) => method === 'POST')).toEqual([])
})

test('a status that can’t be set is refused where it is written', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'To be off'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  await json.fill(`{\n "name": "To be off",\n "status": "Disabled"\n}`)
  const problems = page.getByRole('list', { name: 'Problems in the JSON' }).getByRole('listitem')
  await expect(problems.filter({ hasText: /^Line 3, column 12 · status: .*"active" or "disabled"/ })).toBeVisible()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(json).toBeFocused()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('takes the token out of an answer of the API, of Terraform’s JSON and of a curl command', async ({
  page,
  sandbox,
}) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Pasted'))
  const token = await sandbox.api.get<Record<string, unknown>>(`/tokens/${id}`)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  const takeOut = page.getByRole('button', { name: 'Convert to request body' })

  await json.fill(JSON.stringify({ success: true, result: token }))
  await expect(page.getByText('This is an API response.')).toBeVisible()
  await takeOut.click()
  await expect(json).not.toHaveText(/"id": "f|issued_on|Zone Read/)
  await page.getByRole('tab', { name: 'Form' }).click()
  await expect(page.getByLabel('Token name')).toHaveValue('Pasted')
  await expect(page.getByRole('checkbox', { name: 'Zone Read (Zone)' })).toBeChecked()

  const policies = plainToken(sandbox.accountId, '').policies
  const attributes = {
    name: 'From Terraform',
    policies: policies.map((policy) => ({ ...policy, resources: JSON.stringify(policy.resources) })),
  }
  await page.getByRole('tab', { name: 'JSON' }).click()
  await json.fill(JSON.stringify({ resource: { cloudflare_account_token: { ci: attributes } } }))
  await takeOut.click()
  await expect(json).toHaveText(/"name": "From Terraform"/)

  await json.fill(`curl https://api.cloudflare.com/client/v4/x -d '${JSON.stringify({ name: 'From curl', policies })}'`)
  await takeOut.click()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
})

test('a text with several tokens offers each, and what is no token is named', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  const { policies } = plainToken(sandbox.accountId, '')
  await json.fill(
    JSON.stringify({
      success: true,
      result: [
        { id: '1', name: 'one', policies },
        { id: '2', name: 'two', status: 'disabled', expires_on: '2020-01-01T00:00:00Z', policies },
      ],
    }),
  )
  await expect(json).not.toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('radio', { name: 'two' }).check()
  await expect(page.getByText('The status “disabled” is left out')).toBeVisible()
  await expect(page.getByText('it passed on 2020-01-01')).toBeVisible()
  await page.getByRole('button', { name: 'Convert to request body' }).click()
  await expect(json).toHaveText(/"name": "two"/)
  await expect(page.getByRole('list', { name: 'Problems in the JSON' })).toHaveCount(0)

  for (const [text, message] of [
    ['{"success":true,"result":[{"id":"1","name":"AI Audit Read","scopes":["x"]}]}', /a list of permission groups/],
    [
      '{"success":false,"errors":[{"code":9109,"message":"Unauthorized"}],"result":null}',
      /error response without a token \(9109/,
    ],
    ['name: ci\npolicies:\n  - effect: allow\n', /^This is YAML/],
    ['resource "cloudflare_account_token" "ci" {\n  name = var.name\n}', /line 2, column 10: “var\.name”/],
    ['curl https://x/accounts/y/tokens -d @body.json', /in the file “body\.json”/],
  ] as const) {
    await json.fill(text)
    await expect(page.getByText(message)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Create token' })).toBeDisabled()
  }
})

test('nothing of an earlier text stays out of sight, and nothing that is sent is changed', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  const body = plainToken(sandbox.accountId, 'First')
  await json.fill(JSON.stringify({ ...body, status: 'disabled' }))
  await expect(page.getByText('The status “disabled” won’t be sent')).toBeVisible()
  const meta = { key: 'scopes', value: 'com.cloudflare.api.account.zone' }
  const [policy] = body.policies
  const groups = policy?.permission_groups.map((group) => ({ ...group, meta }))
  const text = JSON.stringify({ ...body, name: 'Second', policies: [{ ...policy, permission_groups: groups }] })
  await json.fill(text)
  await expect(page.getByText('A secret was removed')).toHaveCount(0)
  await expect(json).toHaveText(text, { useInnerText: true })
  await page.getByRole('tab', { name: 'Form' }).click()
  await page.getByLabel('Token name').fill('Third')
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/tokens'))
  await page.getByRole('button', { name: 'Create token' }).click()
  expect((await sent).postDataJSON()).toMatchObject({ name: 'Third', policies: [{ permission_groups: [{ meta }] }] })
})

test('a secret in a pasted text is left out at once', async ({ page, sandbox }) => {
  const { value } = await sandbox.api.create(plainToken(sandbox.accountId, 'Leaky'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  await json.fill(`{"name": "Leaky", "value": "${value}"}`)
  await expect(page.getByText('A secret was removed')).toBeVisible()
  await expect(json).toHaveText(/\[secret removed\]/)
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))
  expect(kept.includes(value)).toBe(false)
  await expect(page.getByRole('link', { name: 'Verify the token' })).toBeVisible()
})

test('a secret in the middle of a token’s name is kept nowhere', async ({ page, sandbox }) => {
  const { value } = await sandbox.api.create(plainToken(sandbox.accountId, 'Leaky'))
  // Older secrets have no prefix.
  const secret = value.slice('cfat_'.length, 'cfat_'.length + 40)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByLabel('Token name').fill(`deploy ${secret}`)
  await page.getByRole('radio', { name: 'All zones' }).check()
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))
  expect(kept.includes(secret)).toBe(false)
  await page.getByLabel('Token name').fill('deploy')
  await expect.poll(() => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))).toContain('deploy')
})

test('keys the app does not know survive an edit in the form @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Keeps all'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  await expect(json).toHaveText(/"name": "Keeps all"/)
  const body = JSON.parse(await copiedJson(page)) as Record<string, unknown>
  await json.fill(
    JSON.stringify({
      ...body,
      labels: { team: 'edge' },
      condition: { geo: { in: ['DE'] } },
      expires_on: '2031-05-06T07:08:09Z',
    }),
  )
  await page.getByRole('tab', { name: 'Form' }).click()
  await page.getByLabel('Token name').fill('Keeps everything')
  await page.getByRole('tab', { name: 'JSON' }).click()
  await expect(json).toHaveText(/"team": "edge"/)
  await expect(json).toHaveText(/"geo"/)
  await page.getByRole('button', { name: 'Save changes' }).click()
  const review = page.getByRole('dialog', { name: 'Review changes' })
  await expect(review).toContainText('Unknown fields changed')
  await review.getByRole('checkbox', { name: /I want to expand/ }).check()
  await review.getByRole('button', { name: 'Save changes' }).click()
  // They were sent, but the sandbox drops them, and the app says so.
  const difference = page.getByRole('dialog', { name: 'Saved with differences' })
  await expect(difference.getByRole('listitem')).toHaveText([/Unknown conditions changed/])
  await difference.getByRole('button', { name: 'Open token' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Keeps everything' })).toBeVisible()
  // To the second: the form shows minutes, but must not round an unchanged time.
  expect((await sandbox.api.get<Stored>(`/tokens/${id}`)).expires_on).toBe('2031-05-06T07:08:09Z')
})
