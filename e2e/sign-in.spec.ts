import { randomUUID } from 'node:crypto'
import { drawn } from './boxes.ts'
import { inDays, plainToken } from './fixtures.ts'
import { freePort, ready, run } from './live.ts'
import { asAdmin, changesIn, chooseInSession, expect, personalToken, signIn, test } from './team.ts'

test('each admin signs in with a token of their own, which no script and no log ever holds @core', async ({
  page,
  team,
  accountId,
}) => {
  const own = await personalToken(team, accountId, 'Ada’s own')
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url().slice(team.appUrl.length)))
  await page.goto(`${team.appUrl}/accounts/${accountId}/tokens?per_page=50`)
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  // The page's first requests are refused once, and not repeated.
  for (const begin of ['/api/session?', `/api/v4/accounts/${accountId}/tokens?`])
    expect(asked.filter((one) => one.startsWith(begin))).toHaveLength(1)
  await expect(page.getByText('Your session ended')).toHaveCount(0)
  // Before a user is signed in there is nothing to choose, to find or to verify.
  await expect(page.getByRole('combobox', { name: 'Account' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /Search or jump to/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Verify token' })).toHaveCount(0)
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Menu' })).toHaveCount(0)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await signIn(page, accountId, `cfat_${'aB3d'.repeat(12)}`)
  await expect(page.getByRole('alert')).toContainText('Cloudflare didn’t accept this token')
  await expect(page.getByRole('alert')).toContainText('Check the account ID')
  await signIn(page, accountId, own.value)
  await expect(page).toHaveURL(new RegExp(`/accounts/${accountId}/tokens\\?per_page=50$`))
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).toContainText('Ada’s own')

  const readable = await page.evaluate(() =>
    JSON.stringify([document.cookie, Object.entries(sessionStorage), Object.entries(localStorage)]),
  )
  expect(readable.includes(own.value)).toBe(false)
  expect(readable).not.toContain('token-desk=')
  const [cookie] = await page.context().cookies()
  expect(cookie).toMatchObject({
    name: '__Host-token-desk',
    httpOnly: true,
    secure: true,
    sameSite: 'Strict',
    expires: -1,
  })
  expect(cookie?.value.includes(own.value)).toBe(false)
  expect(team.printed().includes(own.value)).toBe(false)

  await chooseInSession(page, 'Sign out')
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.goto(`${team.appUrl}/accounts/${accountId}/tokens`)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('a token is signed in with as it was copied, and an ID is told from one', async ({ page, team, accountId }) => {
  const own = await personalToken(team, accountId, 'Copied with its name')
  await page.goto(`${team.appUrl}/accounts/${accountId}/tokens`)
  await signIn(page, accountId, accountId)
  await expect(page.getByRole('alert')).toContainText('This is an ID, not the secret')
  await signIn(page, accountId, `CLOUDFLARE_API_TOKEN="${own.value}"`)
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).toContainText('Copied with its name')

  await chooseInSession(page, 'Sign out')
  await page.goto(`${team.appUrl}/accounts/${accountId}/tokens`)
  await page.getByLabel('Account ID').fill(accountId)
  const file = `CLOUDFLARE_ACCOUNT_ID=${accountId}\nCLOUDFLARE_API_TOKEN=${own.value}\n`
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), file)
  await page.getByLabel('API token').press('ControlOrMeta+v')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).toContainText('Copied with its name')
})

test('a sign-in that is sent twice in a row is one attempt', async ({ page, team, accountId }) => {
  let attempts = 0
  page.on('request', (request) => {
    if (request.method() === 'POST') attempts += 1
  })
  await page.goto(`${team.appUrl}/sign-in`)
  await page.getByLabel('Account ID').fill(accountId)
  const field = page.getByLabel('API token')
  await field.fill(`cfat_${'y'.repeat(48)}`)
  await field.evaluate((input: HTMLInputElement) => {
    for (let times = 0; times < 3; times += 1) input.form?.requestSubmit()
  })
  await expect(page.getByRole('alert')).toContainText('Cloudflare didn’t accept this token')
  expect(attempts).toBe(1)
})

test('the sign-in page leads to Cloudflare’s form with the permissions chosen, and takes the ID out of an address', async ({
  page,
  team,
  accountId,
}) => {
  await page.goto(`${team.appUrl}/sign-in`)
  const links = page.getByRole('link', { name: /^Create (read-only )?token/ })
  for (const [index, type] of ['edit', 'read'].entries()) {
    const url = new URL((await links.nth(index).getAttribute('href')) ?? '')
    expect(url.origin + url.searchParams.get('to')).toBe('https://dash.cloudflare.com/:account/api-tokens')
    expect(url.searchParams.get('permissionGroupKeys')).toContain(`{"key":"account_api_tokens","type":"${type}"}`)
  }
  const account = page.getByLabel('Account ID')
  await account.fill(`https://dash.cloudflare.com/${accountId.toUpperCase()}/api-tokens`)
  await expect(account).toHaveValue(accountId)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByLabel('API token')).toBeFocused()
  await expect(page.getByLabel('API token')).toHaveAccessibleDescription(/Paste a token/)
})

test('a server with a credential of its own says that nobody has to sign in', async ({ page, team, accountId }) => {
  await page.goto(`${team.readOnlyUrl}/accounts/${accountId}/tokens`)
  // The account is come back to once it has answered.
  await expect(page.getByRole('banner')).toContainText('Read-only')
  await page.goto(`${team.readOnlyUrl}/sign-in`)
  await expect(page.getByText('You don’t need to sign in')).toBeVisible()
  await expect(page.getByLabel('API token')).toHaveCount(0)
  await page.getByRole('link', { name: 'Open Token Desk' }).click()
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).toBeVisible()
})

test('without a connection to the API, signing in says what to check', async ({ page, accountId }) => {
  const [port, nobody] = [await freePort(), await freePort()]
  const app = run([], {
    PORT: String(port),
    AUTH: 'sign-in',
    SESSION_SECRET: randomUUID(),
    CLOUDFLARE_API_BASE_URL: `http://127.0.0.1:${nobody}/client/v4`,
  })
  await ready(`http://127.0.0.1:${port}/healthz`)
  await page.goto(`http://127.0.0.1:${port}/sign-in`)
  await signIn(page, accountId, `cfat_${'aB3d'.repeat(12)}`)
  await expect(page.getByRole('alert')).toContainText('Couldn’t reach Cloudflare')
  await expect(page.getByRole('alert')).toContainText('Check this server’s network, and CLOUDFLARE_API_BASE_URL')
  app.process.kill()
})

test('a token that was rolled elsewhere leads back to sign-in, and the draft is still there afterwards', async ({
  page,
  team,
  accountId,
}) => {
  const own = await personalToken(team, accountId, 'Own')
  let pending = 0
  page.on('request', () => (pending += 1))
  page.on('requestfinished', () => (pending -= 1))
  page.on('requestfailed', () => (pending -= 1))
  await page.goto(`${team.appUrl}/sign-in`)
  const rights = page.waitForResponse((response) => response.url().endsWith(`/tokens/${own.id}`))
  await signIn(page, accountId, own.value)
  await (await rights).finished()
  await page.getByRole('link', { name: 'Create token', exact: true }).click()
  await page.getByLabel('Token name').fill('Half-typed')
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  // Whatever else the page asks for would be the first to fail.
  await expect.poll(() => drawn(page).then(() => pending)).toBe(0)
  const rolled = await asAdmin<string>(team, 'PUT', `/accounts/${accountId}/tokens/${own.id}/value`, {})
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await expect(page.getByText('Your session ended')).toBeVisible()
  await signIn(page, accountId, rolled)
  await expect(page.getByText('Draft restored')).toBeVisible()
  await expect(page.getByLabel('Token name')).toHaveValue('Half-typed')
  await expect(page.getByRole('checkbox', { name: 'Billing Read (Account)' })).toBeChecked()
})

test('two accounts stand beside each other, each with its own token', async ({ page, team, accountId }) => {
  const other = randomUUID().replaceAll('-', '')
  await page.goto(`${team.appUrl}/sign-in`)
  await signIn(page, accountId, (await personalToken(team, accountId, 'Here')).value)
  await expect(changesIn(page)).toContainText('Here')
  await chooseInSession(page, 'Add an account')
  await signIn(page, other, (await personalToken(team, other, 'There')).value)
  await expect(changesIn(page)).toContainText('There')
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('option', { name: accountId }).click()
  await expect(changesIn(page)).toContainText('Here')
  // No session of a third account has ended: there was none.
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.keyboard.insertText(randomUUID().replaceAll('-', ''))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('Your session ended')).toHaveCount(0)
})

test('a user whose token may not do it is told so of their own token, and one that does not work yet signs in nobody', async ({
  page,
  team,
  accountId,
}) => {
  const create = (body: object) =>
    asAdmin<{ value: string }>(team, 'POST', `/accounts/${accountId}/tokens`, {
      ...plainToken(accountId, 'few'),
      ...body,
    })
  const [few, later] = [await create({}), await create({ not_before: inDays(1) })]
  await page.goto(`${team.appUrl}/sign-in`)
  await signIn(page, accountId, later.value)
  await expect(page.getByRole('alert')).toContainText('This token isn’t active')
  await signIn(page, accountId, few.value)
  await expect(page.getByRole('alert')).toContainText('Your token needs “Account API Tokens Read” to view')
  await expect(page.getByRole('alert')).toContainText('or sign in with another token')
})

test('a read-only server offers no change, and says so @core', async ({ page, team, accountId }) => {
  await page.goto(`${team.readOnlyUrl}/accounts/${accountId}/tokens`)
  await expect(page.getByRole('banner').getByText('Read-only')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Create token' })).toHaveCount(0)
  await page
    .getByRole('button', { name: /^Actions for/ })
    .first()
    .click()
  await expect(page.getByRole('menuitem')).toHaveText(['View', 'Compare with…', 'Copy ID', 'Export…'])
  await page.getByRole('menuitem', { name: 'View' }).click()
  await expect(page.getByRole('heading', { name: 'Permissions' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Roll|Disable|Delete/ })).toHaveCount(0)

  await page.goto(`${team.readOnlyUrl}/accounts/${accountId}/access?a=template.billing&b=template.dns`)
  const compared = page.getByRole('region', { name: 'Compare' })
  await expect(compared.getByText('The difference is what only the second one can do.')).toBeVisible()
  await expect(compared.getByText('Changes are turned off on this server')).toBeVisible()
  await expect(compared.getByText(/draft/)).toHaveCount(0)

  await page.goto(`${team.readOnlyUrl}/which?account=${accountId}&call=GET%20/zones`)
  await expect(page.getByRole('button', { name: 'Terraform', exact: true })).toBeVisible()
  await expect(page.getByText('Changes are turned off on this server').first()).toBeVisible()
  await expect(page.getByRole('main').getByText(/Create a token|Add to an existing token/)).toHaveCount(0)

  await page.goto(`${team.readOnlyUrl}/accounts/${accountId}/tokens/new?template=billing`)
  await expect(page.getByRole('status').filter({ hasText: 'You can’t save here' })).toContainText('READ_ONLY')
  await expect(page.getByRole('button', { name: 'Create token' })).toBeDisabled()
})
