import type { Page } from '@playwright/test'
import { drawn, fontLoaded } from './boxes.ts'
import { expect, freshTest as test, plainToken, withoutRest, type Sandbox } from './fixtures.ts'
import { chooseAction } from './token-page.ts'

const count = async (sandbox: Sandbox, path: string) =>
  (await sandbox.requests()).filter((request) => request.method === 'GET' && request.path === path).length

test('the list’s first page and the credential are asked for once, before the code is there @core', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 10 })
  await withoutRest(page)
  const begun: string[] = []
  page.on('request', (request) => begun.push(request.url()))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('row').nth(5)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Session: credential active' })).toBeVisible()
  expect(await count(sandbox, '/tokens')).toBe(1)
  expect(await count(sandbox, '/tokens/verify')).toBe(1)
  const [asked = Infinity, loaded = 0] = await page.evaluate(() => {
    const entries = performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming)
    const find = (part: string) => entries.find(({ name }) => name.includes(part))
    // The app's code has run when it asks for the code of the header.
    return [find('/tokens?')?.startTime, find('/assets/controls')?.startTime]
  })
  expect(asked).toBeLessThan(loaded)
  // Not every browser tells that it asks for the icon, and the next page of tokens may come before this is counted.
  const needed = begun.filter((url) => !url.endsWith('/favicon.svg') && !url.includes('?page=2&'))
  expect(needed.length).toBeLessThanOrEqual(12)
})

/** What this page itself has asked the server for: the one before it may ask for something until it is left. */
async function askedByPage(page: Page): Promise<string[]> {
  // Only what is answered has an entry.
  await page.waitForLoadState('networkidle')
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  // The jurisdictions of R2 share an address.
  return urls.filter((url) => url.includes('/api/') && !url.includes('/r2/'))
}

test('no page asks for anything twice', async ({ page, sandbox }) => {
  // More than the first pages, so that the app reads on.
  await sandbox.scenario({ tokens: 300 })
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Asked for once'))
  const idle = page.getByRole('button', { name: 'Session: credential active' })
  const root = `/accounts/${sandbox.accountId}`
  for (const { path, ready } of [
    { path: root, ready: page.getByText(/^\d+ API tokens, \d+ of them active/) },
    { path: `${root}/tokens`, ready: page.getByRole('link', { name: 'Asked for once' }) },
    { path: `${root}/tokens?q=once&per_page=all`, ready: page.getByRole('link', { name: 'Asked for once' }) },
    { path: `${root}/tokens/${id}`, ready: page.getByRole('heading', { level: 1, name: 'Asked for once' }) },
    { path: `${root}/tokens/${id}/edit`, ready: page.getByLabel('Token name') },
    { path: `${root}/tokens/new`, ready: page.getByLabel('Token name') },
    { path: `${root}/tokens/new?from=${id}`, ready: page.getByLabel('Token name') },
    { path: `${root}/permissions`, ready: page.getByRole('heading', { level: 2 }).first() },
  ]) {
    await page.goto(path)
    await expect(ready).toBeVisible()
    await expect(idle).toBeVisible()
    const asked = await askedByPage(page)
    expect(asked, path).toEqual([...new Set(asked)])
    expect(asked.length, path).toBeGreaterThanOrEqual(2)
  }
})

test('an answer that is an error is shown as one, and not asked for again', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens', status: 403, times: 0 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  expect(await count(sandbox, '/tokens')).toBe(1)
})

test('a token’s page and its editor each ask for the token and the catalogue once', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Asked for once'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Asked for once' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: 'Findings' })).toBeVisible()
  await expect(page.getByText('Never expires', { exact: true })).toBeVisible()
  expect(await count(sandbox, `/tokens/${id}`)).toBe(1)
  // For its findings.
  expect(await count(sandbox, '/tokens/permission_groups')).toBe(1)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}/edit`)
  await expect(page.getByLabel('Token name')).toHaveValue('Asked for once')
  await expect(page.getByRole('checkbox', { name: 'Zone Read (Zone)', exact: true })).toBeVisible()
  expect(await count(sandbox, `/tokens/${id}`)).toBe(2)
  expect(await count(sandbox, '/tokens/permission_groups')).toBe(2)
})

test('a filtered list asks for all pages, and for none beside them', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 220 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens?sort=name&direction=asc`)
  await expect(page.getByText(/^\d+ of \d+ tokens|^\d+ tokens$/)).toBeVisible()
  const { result_info } = await sandbox.api.list('?include_expired=true&per_page=5')
  expect(await count(sandbox, '/tokens')).toBe(Math.ceil(result_info.total_count / 50) + 1)
})

test('lists and the page of a token come without forms, dialogs, menus or the palette', async ({
  page,
  request,
  sandbox,
}) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Plain'))
  await withoutRest(page)
  const loaded = new Set<string>()
  page.on('response', (response) => response.url().endsWith('.js') && loaded.add(response.url()))
  for (const query of ['', '?q=Plain', '?sort=modified']) {
    await page.goto(`/accounts/${sandbox.accountId}/tokens${query}`)
    await expect(page.getByRole('link', { name: 'Plain', exact: true })).toBeVisible()
  }
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Plain' })).toBeVisible()
  const words = async () => {
    const files = await Promise.all(Array.from(loaded, async (url) => (await request.get(url)).text()))
    return files.join('')
  }
  const all = await words()
  // Words that only those parts, the page of requests and the map of the API's operations have, whatever the build
  // calls the rest.
  for (const word of ['data-radix', 'cmdk', 'shouldUnregister', 'Nothing you paste', 'Purge Cached Content'])
    // Not the code itself: of a failure that would be all there is to read.
    expect(all.includes(word), word).toBe(false)
  // They load when the user opens them.
  await chooseAction(page, 'Delete…')
  await expect(page.getByRole('dialog')).toBeVisible()
  await expect.poll(async () => (await words()).includes('data-radix')).toBe(true)
  expect(await words()).not.toContain('shouldUnregister')
})

test('a second visit brings no script or style again, and the list still asks once', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).toBeVisible()
  // The second page is fetched ahead, once the first is drawn.
  await expect.poll(() => count(sandbox, '/tokens')).toBe(2)
  // What is loaded for later comes once; a slow second visit would have it else.
  await page.waitForFunction(() => {
    const names = performance.getEntriesByType('resource').map(({ name }) => name)
    const asked = [...document.querySelectorAll<HTMLLinkElement>('link[rel=modulepreload], link[rel=stylesheet]')]
    return (
      ['/palette-', '/failure-lines-', '/client-'].every((part) => names.some((name) => name.includes(part))) &&
      asked.every(({ href }) => names.includes(href))
    )
  })
  await page.goto('about:blank')
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('row').nth(5)).toBeVisible()
  const sent = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
      .filter(({ name, transferSize }) => name.includes('/assets/') && transferSize > 0)
      .map(({ name }) => name),
  )
  expect(sent).toEqual([])
  await expect.poll(() => count(sandbox, '/tokens')).toBe(4)
})

test('reads come compressed, and the answer with a secret as it is @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const encodings = await page.evaluate(async (root) => {
    const write = { 'Content-Type': 'application/json', 'X-Token-Desk': '1' }
    const list = await fetch(root)
    const made = await fetch(root, { method: 'POST', headers: write, body: '{"name":"Plain","policies":[]}' })
    return [list, made].map(({ ok, headers }) => [ok, headers.get('content-encoding')])
  }, `/api/v4/accounts/${sandbox.accountId}/tokens`)
  expect(encodings).toEqual([
    [true, 'gzip'],
    [true, null],
  ])
})

declare global {
  var shifts: { moved: string; byFont: boolean }[]
  var idle: IdleRequestCallback[]
}

/**
 * Collects what moves on the page by itself, from its first paint on, as the browser's layout-shift entries tell it.
 * What the app does when the browser is idle waits for {@link letFontCome}.
 */
async function watchShifts(page: Page, widestWord: number) {
  await page.addInitScript((most) => {
    globalThis.shifts = []
    globalThis.idle = []
    globalThis.requestIdleCallback = (work) => globalThis.idle.push(work)
    const isAside = (was: DOMRectReadOnly, is: DOMRectReadOnly) =>
      was.y === is.y && was.height === is.height && Math.abs(was.x - is.x) <= most
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!('sources' in entry) || !Array.isArray(entry.sources)) throw new Error('No sources of a shift')
        const byFont = entry.sources.every(({ previousRect, currentRect }) => isAside(previousRect, currentRect))
        globalThis.shifts.push({ moved: JSON.stringify(entry), byFont })
      }
    }).observe({ type: 'layout-shift', buffered: true })
  }, widestWord)
}

/** Inter takes the place of the fallback font, and the page is drawn with it. */
async function letFontCome(page: Page) {
  await page.evaluate(() => {
    for (const work of globalThis.idle.splice(0)) work({ didTimeout: false, timeRemaining: () => 50 })
  })
  await fontLoaded(page)
  await drawn(page)
}

/** Beside a text that is narrower in Inter, by how many px at most others move to the side. */
const ASIDE = 16

for (const { width, height } of [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]) {
  test(`nothing moves while a page comes in bit by bit, ${width} px wide`, async ({ page, sandbox }) => {
    await page.setViewportSize({ width, height })
    await sandbox.scenario({ tokens: 60 })
    const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Looked at while it comes'))
    await sandbox.fail({ method: 'GET', path: '/tokens', delayMs: 300, times: 0 })
    await watchShifts(page, ASIDE)
    const root = `/accounts/${sandbox.accountId}`
    const credential = page.getByRole('button', { name: 'Session: credential active' })
    for (const { path, last } of [
      { path: `${root}/tokens`, last: page.getByRole('link', { name: 'Next page' }) },
      { path: `${root}/tokens/${id}`, last: page.getByRole('heading', { level: 1, name: 'Looked at' }) },
      { path: `${root}/tokens/new`, last: page.getByRole('button', { name: 'Create token' }) },
      { path: `${root}/permissions`, last: page.getByRole('heading', { level: 2 }).first() },
      { path: `/verify?account=${sandbox.accountId}`, last: page.getByRole('button', { name: 'Verify' }).first() },
    ]) {
      await page.goto(path)
      await expect(last).toBeVisible()
      await expect(credential).toBeVisible()
      expect(await page.evaluate(() => globalThis.shifts), path).toEqual([])
      // No line moves by the font, only words in a line.
      await letFontCome(page)
      expect(await page.evaluate(() => globalThis.shifts.filter(({ byFont }) => !byFont)), path).toEqual([])
    }
  })
}
