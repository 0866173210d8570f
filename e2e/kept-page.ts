import type { Browser, Page } from '@playwright/test'
import { browser as options } from './browser.ts'

const SIZE = { width: 1280, height: 720 }

const EVENTS = [
  'console',
  'dialog',
  'download',
  'pageerror',
  'popup',
  'request',
  'requestfailed',
  'requestfinished',
  'response',
] as const

/** A page for one test after the other: a browser that has read the app's scripts before takes two thirds of the time. */
export async function openPage(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({
    ...options,
    viewport: SIZE,
    ...(baseURL !== undefined && { baseURL }),
  })
  const page = await context.newPage()
  const refuse = () => {
    throw new Error('The next test would have it, too: use freshTest.')
  }
  Object.assign(page, { addInitScript: refuse, exposeFunction: refuse })
  Object.assign(page.clock, { install: refuse, setFixedTime: refuse, setSystemTime: refuse })
  Object.assign(context, { addInitScript: refuse, newCDPSession: refuse, clearPermissions: refuse })
  return page
}

/** Takes back what a test may have left in it. */
export async function renewPage(page: Page): Promise<void> {
  const context = page.context()
  for (const event of EVENTS) page.removeAllListeners(event)
  for (const other of context.pages()) if (other !== page) await other.close()
  await context.setOffline(false)
  await context.clearCookies()
  const { reducedMotion } = options
  await page.emulateMedia({ media: null, colorScheme: null, contrast: null, forcedColors: null, reducedMotion })
  await page.setViewportSize(SIZE)
  await page.mouse.move(0, 0)
  // Of the same site, so that the browser keeps its process, and without the app.
  await page.goto('/robots.txt')
  await page.evaluate(async () => {
    localStorage.clear()
    sessionStorage.clear()
    for (const { name } of await indexedDB.databases())
      await new Promise((resolve) => (indexedDB.deleteDatabase(name ?? '').onsuccess = resolve))
  })
}
