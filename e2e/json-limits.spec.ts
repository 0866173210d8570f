import { expect, plainToken, test } from './fixtures.ts'
import { copiedJson, pasteJson } from './json-editor.ts'

test('times are taken by RFC 3339 and go out as whole seconds; others are refused with the cure @core', async ({
  page,
  sandbox,
}) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  const body = plainToken(sandbox.accountId, 'Timed')
  const problem = page.getByRole('list', { name: 'Problems in the JSON' })
  for (const [time, cure] of [
    ['2099-03-01T00:00:00', 'Write "2099-03-01T00:00:00Z"'],
    ['2099-03-01T00:00Z', 'Write "2099-03-01T00:00:00Z"'],
    [1803859200, 'Write "2027-03-01T00:00:00Z"'],
  ] as const) {
    await json.fill(JSON.stringify({ ...body, expires_on: time }))
    await expect(problem).toContainText(cure)
  }
  await json.fill(
    JSON.stringify({ ...body, not_before: '0001-01-01T00:00:00Z', expires_on: '2099-01-01t01:00:00.5+01:00' }),
  )
  await expect(problem).toHaveCount(0)
  const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/tokens'))
  await page.getByRole('button', { name: 'Create token' }).click()
  const wanted = (await sent).postDataJSON() as Record<string, unknown>
  expect([wanted['not_before'], wanted['expires_on']]).toEqual([undefined, '2099-01-01T00:00:00Z'])
})

test('a large stored token can be edited as text', async ({ page, sandbox }) => {
  // The browser lays out 8,720 permission groups, on three pages.
  test.slow()
  const [policy] = plainToken(sandbox.accountId, '').policies
  const groups = Array.from({ length: 218 }, () => policy?.permission_groups[0])
  const policies = Array.from({ length: 40 }, () => ({ ...policy, permission_groups: groups }))
  const { id } = await sandbox.api.create({ ...plainToken(sandbox.accountId, 'Large'), policies })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  await expect(json).toHaveText(/"name": "Large"/)
  const text = await copiedJson(page)
  expect(text.length).toBeGreaterThan(512 * 1024)
  await json.focus()
  // The name is in the second line, before a quote and a comma.
  await page.keyboard.press('ControlOrMeta+Home')
  for (const key of ['ArrowDown', 'End', 'ArrowLeft', 'ArrowLeft']) await page.keyboard.press(key)
  for (const _ of 'Large') await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.type('Renamed')
  await expect(page.getByRole('button', { name: 'Save changes' })).toBeEnabled()
  await expect(page.getByRole('list', { name: 'Problems in the JSON' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog', { name: 'Review changes' }).getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Renamed' })).toBeVisible({ timeout: 90_000 })
})

test('a text that is longer than any request is not read, and says so', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  await expect(json).toHaveText(/"name"/)
  await json.press('ControlOrMeta+A')
  await pasteJson(page, JSON.stringify({ name: 'x'.repeat(2_300_000) }))
  const problem = page.getByText('2.2 MB is too large for a token (max 2 MB).')
  await expect(problem).toBeVisible()
  await expect(page.getByRole('button', { name: 'Create token' })).toBeDisabled()
  await json.press('ControlOrMeta+A')
  await pasteJson(page, JSON.stringify(plainToken(sandbox.accountId, 'Short')))
  await expect(problem).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Create token' })).toBeEnabled()
})
