import { expect, plainToken, test, type Sandbox } from './fixtures.ts'

const count = async (sandbox: Sandbox, path: string) =>
  (await sandbox.requests()).filter((request) => request.method === 'GET' && request.path === path).length

test('the list’s first page and the credential are asked for once, before the code is there', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 10 })
  const begun: string[] = []
  page.on('request', (request) => begun.push(request.url()))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('table', { name: 'API tokens' }).getByRole('row').nth(5)).toBeVisible()
  await expect(page.getByRole('banner').getByText('Credential active')).toBeVisible()
  expect(await count(sandbox, '/tokens')).toBe(1)
  expect(await count(sandbox, '/tokens/verify')).toBe(1)
  expect(begun.length).toBeLessThanOrEqual(9)
})

test('an answer that is an error is shown as one, and not asked for again', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens', status: 403, times: 0 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  expect(await count(sandbox, '/tokens')).toBe(1)
})

test('a token’s page and its editor ask for the token and the catalogue once', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Asked for once'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Asked for once' })).toBeVisible()
  expect(await count(sandbox, `/tokens/${id}`)).toBe(1)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await expect(page.getByLabel('Token name')).toHaveValue('Asked for once')
  await expect(page.getByRole('checkbox', { name: 'Zone Read (Zone)', exact: true })).toBeVisible()
  expect(await count(sandbox, `/tokens/${id}`)).toBe(2)
  expect(await count(sandbox, '/tokens/permission_groups')).toBe(1)
})

test('a filtered list asks for all pages, and for none beside them', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 120 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?sort=name&direction=asc`)
  await expect(page.getByText(/^\d+ tokens, \d+ expired hidden$|^\d+ tokens$/)).toBeVisible()
  const { result_info } = await sandbox.api.list('?include_expired=true&per_page=5')
  expect(await count(sandbox, '/tokens')).toBe(Math.ceil(result_info.total_count / 50) + 1)
})
