import { expect, inDays, plainToken, test, type Sandbox } from './fixtures.ts'

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => `token ${String(index).padStart(2, '0')}`)

/** Tokens that read zones; `fieldsOf` says what they have besides. */
async function many({ accountId, api, store }: Sandbox, names: string[], fieldsOf: (index: number) => object) {
  for (const [index, name] of names.entries()) {
    const { id } = await api.create(plainToken(accountId, name))
    await store(id, { ...(await api.get<Record<string, unknown>>(`/tokens/${id}`)), ...fieldsOf(index) })
  }
}

test('findings that were unfolded are so again after Back and a reload', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  // The oldest come first.
  const used = { expires_on: null, last_used_on: inDays(-1) }
  await many(sandbox, numbered(30), (index) => ({ ...used, issued_on: inDays(index - 40) }))
  await page.goto(`/accounts/${sandbox.accountId}/findings`)
  const rule = page.getByRole('button', { name: /^Never expires .* 30 tokens$/ })
  await rule.click()
  await page.getByRole('button', { name: 'Show 5 more' }).click()
  const line = page.getByRole('button', { name: /^token 29/ })
  await line.click()
  await page.getByRole('link', { name: 'token 29', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'token 29' })).toBeVisible()

  await page.goBack()
  await expect(line).toHaveAttribute('aria-expanded', 'true')
  await expect(line).toBeInViewport()
  await page.reload()
  await expect(line).toHaveAttribute('aria-expanded', 'true')
  await line.press('Enter')
  await rule.press('Enter')
  await expect(rule).toBeFocused()
  await page.reload()
  await expect(rule).toHaveAttribute('aria-expanded', 'false')

  await page.getByRole('radio', { name: 'By token' }).check()
  const token = page.getByRole('button', { name: /^Review: token 03/ })
  await token.click()
  await page.getByRole('link', { name: 'Open token 03' }).click()
  await expect(page).toHaveURL(/\/tokens\/\w+$/)
  await page.goBack()
  await expect(token).toHaveAttribute('aria-expanded', 'true')
})

test('all weeks are shown again after Back', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await many(sandbox, numbered(40), (index) => ({ expires_on: inDays(3 + 7 * index) }))
  await page.goto(`/accounts/${sandbox.accountId}/expiry`)
  await page.getByRole('button', { name: 'Show all weeks' }).click()
  const last = page.getByRole('table', { name: 'Tokens by expiration' }).getByRole('link', { name: 'token 39' })
  await last.click()
  await expect(page.getByRole('heading', { level: 1, name: 'token 39' })).toBeVisible()
  await page.goBack()
  await expect(last).toBeInViewport()
})

test('more tokens of an answer are shown again after Back', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await many(sandbox, numbered(25), () => ({}))
  await page.goto(`/accounts/${sandbox.accountId}/access?can=read&product=Zone`)
  const links = page.getByRole('table', { name: /^Tokens that can read Zone/ }).getByRole('link', { name: /^token/ })
  await expect(page.getByRole('button', { name: 'Show 6 more' })).toBeVisible()
  await page.getByRole('button', { name: 'Show 6 more' }).click()
  await expect(links).toHaveCount(25)
  await links.last().click()
  await expect(page.getByRole('heading', { level: 1, name: /^token/ })).toBeVisible()
  await page.goBack()
  await expect(links).toHaveCount(25)
})
