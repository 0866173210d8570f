import { DEFAULT_ACCOUNT_ID, READONLY_TOKEN_ID } from '#server/sandbox/seed.ts'
import { expect, plainToken, test } from './fixtures.ts'

test('every page has its own title, with the section and the account it is of', async ({ page }) => {
  const root = `/accounts/${DEFAULT_ACCOUNT_ID}`
  for (const [path, title] of [
    [`${root}/tokens/${READONLY_TOKEN_ID}`, 'readonly token · Tokens · Northwind Traders – Token Desk'],
    [`${root}/tokens/${READONLY_TOKEN_ID}/edit`, 'Edit readonly token · Tokens · Northwind Traders – Token Desk'],
    [`${root}/tokens/new`, 'Create token · Tokens · Northwind Traders – Token Desk'],
    [`${root}/tokens/new?from=${READONLY_TOKEN_ID}`, 'Duplicate token · Tokens · Northwind Traders – Token Desk'],
    [`${root}/tokens/${'0'.repeat(32)}`, 'Not found in this account · Tokens · Northwind Traders – Token Desk'],
    ['/verify', 'Verify token – Token Desk'],
    ['/which', 'Which permission do I need? – Token Desk'],
    ['/sign-in', 'Sign in – Token Desk'],
    ['/nowhere', 'Page not found – Token Desk'],
    [`${root}/nowhere`, /^Page not found .*– Token Desk$/],
    [root, 'Overview · Northwind Traders – Token Desk'],
  ] as const) {
    await page.goto(path)
    await expect(page).toHaveTitle(title)
  }
  const menu = page.getByRole('navigation', { name: 'Main' })
  for (const [name, title] of [
    ['Tokens', 'API tokens · Northwind Traders – Token Desk'],
    [/^Findings/, 'Findings · Northwind Traders – Token Desk'],
    ['Access', 'Access · Northwind Traders – Token Desk'],
    ['Expiry', 'Expiry · Northwind Traders – Token Desk'],
    ['Verify token', 'Verify token · Northwind Traders – Token Desk'],
    ['Overview', 'Overview · Northwind Traders – Token Desk'],
    ['Permissions', 'Permission groups · Northwind Traders – Token Desk'],
  ] as const) {
    await menu.getByRole('link', { name, ...(typeof name === 'string' && { exact: true }) }).click()
    await expect(page).toHaveTitle(title)
  }
  await page.goBack()
  await expect(page).toHaveTitle('Overview · Northwind Traders – Token Desk')
})

test('a page whose data takes its time has a title until then', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Late'))
  await sandbox.hold({ method: 'GET', path: `/tokens/${id}` })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page).toHaveTitle('Loading · Tokens – Token Desk')
  await sandbox.release()
  await expect(page).toHaveTitle('Late · Tokens – Token Desk')
})

test('a title spells out what is invisible in a name, and holds no secret', async ({ page, sandbox }) => {
  const root = `/accounts/${sandbox.accountId}/tokens`
  const bidi = await sandbox.api.create(plainToken(sandbox.accountId, 'safe\u202Egnp'))
  await page.goto(`${root}/${bidi.id}`)
  await expect(page).toHaveTitle('safeU+202Egnp · Tokens – Token Desk')

  const { value } = await sandbox.api.create(plainToken(sandbox.accountId, 'gives its secret away'))
  const careless = await sandbox.api.create(plainToken(sandbox.accountId, value))
  for (const path of ['', '/edit']) {
    await page.goto(`${root}/${careless.id}${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page).toHaveTitle(/Token Desk$/)
    expect((await page.title()).includes(value)).toBe(false)
  }
  await page.goto(`${root}?q=${value}`)
  await expect(page).toHaveTitle('API tokens – Token Desk')
})
