import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, freshTest as test, plainToken, withoutRest } from './fixtures.ts'

declare global {
  var shownAt: number | undefined
}

/**
 * KiB of JavaScript, gzipped as it is sent, that was there when `text` first showed on the page. Header and navigation
 * (`controls`) load beside the page, and nothing waits for them.
 */
async function weigh(page: Page, text: string): Promise<() => Promise<number>> {
  await withoutRest(page)
  // From the cache, what the page does not wait for is there before it is drawn.
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.setCacheDisabled', { cacheDisabled: true })
  await page.addInitScript((text) => {
    const look = () => {
      if (document.body?.textContent?.includes(text)) globalThis.shownAt ??= performance.now()
    }
    // Within the insertion: a MutationObserver is called after what the page loads for its shown content has begun.
    for (const name of ['appendChild', 'insertBefore'] as const) {
      const watched = new Proxy(Node.prototype[name], {
        apply(insert, place: Node, nodes) {
          const node: unknown = Reflect.apply(insert, place, nodes)
          if (place.isConnected) look()
          return node
        },
      })
      Object.defineProperty(Node.prototype, name, { value: watched })
    }
  }, text)
  return async () => {
    await expect.poll(() => page.evaluate(() => globalThis.shownAt)).toBeDefined()
    const loaded = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry instanceof PerformanceResourceTiming)
        .filter(({ responseEnd }) => responseEnd <= (globalThis.shownAt ?? 0))
        .map(({ name }) => name)
        .filter((name) => name.endsWith('.js') && !name.includes('/assets/controls-')),
    )
    const sizes = loaded.map(
      (url) => gzipSync(readFileSync(`dist/client${new URL(url).pathname}`), { level: 9 }).length,
    )
    return sizes.reduce((sum, size) => sum + size, 0) / 1024
  }
}

for (const { name, limit, path, text } of [
  { name: 'list', limit: 135, path: '', text: 'Weighed' },
  { name: 'page of a token', limit: 162, path: '/TOKEN', text: 'Weighed' },
  { name: 'editor', limit: 228, path: '/new', text: 'Token name' },
]) {
  test(`the ${name} shows with at most ${limit} KiB of JavaScript, gzipped @core`, async ({ page, sandbox }) => {
    const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Weighed'))
    const weight = await weigh(page, text)
    const address = `/accounts/${sandbox.accountId}/tokens${path.replace('TOKEN', id)}`
    let kib = Infinity
    // An answer of the API that comes late lets in what the page does not wait for; the lightest visit is what it needs.
    for (let visit = 0; visit < 3 && kib > limit; visit += 1) {
      await page.goto(address)
      kib = Math.min(kib, await weight())
    }
    expect(kib).toBeGreaterThan(50)
    expect(kib).toBeLessThanOrEqual(limit)
  })
}
