import { createHash } from 'node:crypto'
import type { CDPSession, Page } from '@playwright/test'
import { expect, test, type Live } from './live.ts'

/** A snapshot of the page's JavaScript heap after garbage collection. */
async function heapOf(cdp: CDPSession): Promise<string> {
  const chunks: string[] = []
  const take = ({ chunk }: { chunk: string }) => chunks.push(chunk)
  cdp.on('HeapProfiler.addHeapSnapshotChunk', take)
  await cdp.send('HeapProfiler.collectGarbage')
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  cdp.off('HeapProfiler.addHeapSnapshotChunk', take)
  return chunks.join('')
}

/** All of the browser's storage that could keep a value. */
const storesOf = (page: Page) =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases()
    return JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      databases,
      await caches.keys(),
      location.href,
      history.state,
      document.cookie,
      performance.getEntries().map(({ name }) => name),
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value),
    ])
  })

/** Records what a page does, from its start. */
function watch(page: Page, live: Live) {
  const said: string[] = []
  const addresses: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  page.on('request', (request) => addresses.push(request.url(), JSON.stringify(request.headers())))
  return () => [...said, ...addresses, live.printed()].join('\n')
}

async function secretIn(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await dialog.getByRole('button', { name: 'Copy secret' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

/** Expects no trace of the secret: neither the whole, nor a part, nor the S3 key derived from it. */
async function expectGone(page: Page, secret: string, watched: () => string) {
  const cdp = await page.context().newCDPSession(page)
  const hash = createHash('sha256').update(secret).digest('hex')
  const pieces = [secret, secret.slice(5, 25), hash]
  // React releases the previous page within the next few renders.
  await expect(async () => {
    const heap = await heapOf(cdp)
    for (const piece of pieces) expect(heap.includes(piece)).toBe(false)
  }).toPass({ timeout: 120_000 })
  const elsewhere = (await storesOf(page)) + watched()
  for (const piece of pieces) expect(elsewhere.includes(piece)).toBe(false)
}

// A snapshot of the heap takes ten seconds on a busy machine.
test.describe.configure({ timeout: 180_000 })

test('after Done a created secret is nowhere in the browser or the logs', async ({ page, live, accountId }) => {
  const watched = watch(page, live)
  await page.goto(`${live.appUrl}/accounts/${accountId}/tokens/new?template=r2-admin-read`)
  await page.getByLabel('Token name').fill('Traceless')
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  const secret = await secretIn(page)

  // While the dialog is open, the heap holds the secret, so the search can find something; the document does not.
  const cdp = await page.context().newCDPSession(page)
  expect((await heapOf(cdp)).includes(secret)).toBe(true)
  expect((await storesOf(page)).includes(secret)).toBe(false)
  await dialog.getByRole('button', { name: 'Show secret' }).click()
  expect((await storesOf(page)).includes(secret)).toBe(true)
  await dialog.getByRole('button', { name: 'Hide secret' }).click()
  expect((await storesOf(page)).includes(secret)).toBe(false)

  await dialog.getByRole('tab', { name: 'R2 (S3)' }).click()
  await dialog.getByRole('button', { name: 'Copy all for .env' }).click()
  await expect(dialog.getByRole('button', { name: 'Copied' }).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Traceless' })).toBeVisible()
  await expectGone(page, secret, watched)
})

test('after Done a rolled secret is nowhere in the browser or the logs @core', async ({ page, live, accountId }) => {
  const watched = watch(page, live)
  await page.goto(`${live.appUrl}/accounts/${accountId}/tokens/new?template=billing`)
  await page.getByLabel('Token name').fill('Invoices')
  await page.getByRole('button', { name: 'Create token' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Roll secret' }).click()
  const secret = await secretIn(page)
  await dialog.getByRole('button', { name: 'Verify secret' }).click()
  await expect(dialog.getByText('Active')).toBeVisible()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  await expectGone(page, secret, watched)
})

test('answers with secrets are kept by no cache, and the built app carries no tools for developers @core', async ({
  page,
  live,
  accountId,
}) => {
  await page.goto(`${live.appUrl}/accounts/${accountId}/tokens/new?template=billing`)
  await page.getByLabel('Token name').fill('Invoices')
  const scripts = await page.evaluate(async () => {
    const urls = performance.getEntriesByType('resource').flatMap(({ name }) => (name.endsWith('.js') ? [name] : []))
    return (await Promise.all(urls.map(async (url) => (await fetch(url)).text()))).join('\n')
  })
  expect(scripts).not.toMatch(/ReactQueryDevtools|TanStackRouterDevtools|react-refresh|sourceMappingURL/)
  const answered = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.getByRole('button', { name: 'Create token' }).click()
  expect((await answered).headers()['cache-control']).toBe('no-store')
  expect(await page.content()).not.toContain('cfat_')
})
