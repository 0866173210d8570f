import type { Page } from '@playwright/test'
import { ask, errorOf } from './ask.ts'
import { expect, newToken, test, tokens } from './desk.ts'
import { HOST } from './proxies.ts'

/** The protocols of the page and its requests. */
const protocols = (page: Page) =>
  page.evaluate(() =>
    performance
      .getEntries()
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      // Cancelled requests have neither.
      .filter(({ responseStatus }) => responseStatus > 0)
      .map(({ name, nextHopProtocol }) => ({ path: new URL(name).pathname, nextHopProtocol })),
  )

test('an admin signs in, creates and changes a token and signs out, over HTTP/2', async ({ page, desk, accountId }) => {
  // As a user types it: plain http redirects to the app.
  await page.goto(`http://${HOST}:${desk.started.http}/accounts/${accountId}/tokens?per_page=50`)
  await expect(page).toHaveURL(
    `${desk.url}/sign-in?next=${encodeURIComponent(`/accounts/${accountId}/tokens?per_page=50`)}`,
  )
  const own = await desk.personalToken(accountId)
  await page.getByLabel('Account id').fill(accountId)
  await page.getByLabel('API token').fill(own)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('table', { name: 'API tokens' })).toContainText('Of one’s own')

  await page.getByRole('link', { name: 'Create token' }).click()
  await page.getByLabel('Token name').fill('Made through a proxy')
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await dialog.getByRole('button', { name: 'Copy secret' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  const secret = await page.evaluate(() => navigator.clipboard.readText())
  expect(secret).toMatch(/^cfat_/)
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Made through a proxy' })).toBeVisible()

  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Token name').fill('Changed through a proxy')
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Changed through a proxy' })).toBeVisible()

  const seen = await protocols(page)
  expect(seen.filter(({ nextHopProtocol }) => nextHopProtocol !== 'h2')).toEqual([])
  expect(seen.map(({ path }) => path)).toEqual(
    expect.arrayContaining([`/accounts/${accountId}/tokens`, '/api/sign-in', '/api/session', tokens(accountId)]),
  )

  const left = page.url()
  await page.getByRole('button', { name: /^Session/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.goto(left)
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()

  const printed = desk.printed() + desk.started.printed()
  for (const value of [own, secret]) expect(printed.includes(value)).toBe(false)
  expect(desk.started.printed()).toContain(`/accounts/${accountId}/tokens`)
  expect(desk.started.printed()).not.toContain('per_page')
})

test('plain http leads to https, with path and query', async ({ desk }) => {
  const path = '/accounts/0/tokens?per_page=50'
  const { status, headers } = await ask({ port: desk.started.http, path })
  expect(status).toBe(308)
  expect(headers.location).toBe(`${desk.url}${path}`)
})

test('caching, compression and security headers arrive once, as the server sent them', async ({ desk, accountId }) => {
  const cookie = await desk.signIn(accountId, '127.0.0.2')
  const headers = { cookie, 'accept-encoding': 'gzip, br' }
  const pageAnswer = await desk.ask('/sign-in')
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(pageAnswer.text)?.[1] ?? ''
  const page = await desk.ask('/sign-in', { headers })
  const asset = await desk.ask(script, { headers })
  const list = await desk.ask(tokens(accountId), { headers })
  const made = await desk.ask(tokens(accountId), { headers, body: newToken(accountId, 'Made by a program') })
  for (const { names } of [page, asset, list, made]) {
    expect(names.filter((name, index) => names.indexOf(name) !== index && name !== 'set-cookie')).toEqual([])
  }
  expect(page.headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-encoding': 'gzip',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  expect(asset.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'br',
  })
  expect(list.headers).toMatchObject({ 'cache-control': 'no-store', 'content-encoding': 'gzip' })
  expect(made.status).toBe(200)
  expect(made.headers['cache-control']).toBe('no-store')
  // It contains a secret, which its compressed length could reveal.
  expect(made.headers['content-encoding']).toBeUndefined()
})

test('page and API say once that browsers keep to TLS', async ({ desk }) => {
  for (const path of ['/sign-in', '/api/session', '/api/nothing']) {
    const { names } = await desk.ask(path)
    expect(names.filter((name) => name === 'strict-transport-security')).toHaveLength(1)
  }
})

test('a body of up to 1 MB passes without a file on the proxy’s disk, a larger one is refused', async ({ desk }) => {
  const MEGABYTE = 1024 * 1024
  const post = (bytes: number) => desk.ask('/api/sign-in', { body: 'x'.repeat(bytes), from: '127.0.0.7' })
  // From the server, not the proxy, which forwards all of it.
  expect(errorOf(await post(MEGABYTE))?.code).toBe(90_413)
  expect(errorOf(await post(MEGABYTE + 1))?.code).toBe(90_413)
})
