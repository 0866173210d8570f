import type { Page } from '@playwright/test'
import { findChromium } from './chromium.ts'
import { expect, test } from './fixtures.ts'

// Headless Chromium hides scroll bars, and with them their effect on the layout.
test.use({
  launchOptions: {
    ...(findChromium() && { executablePath: findChromium() }),
    args: ['--no-sandbox'],
    ignoreDefaultArgs: ['--hide-scrollbars'],
  },
})

/** Whether an overlay as wide as the window reaches the edge of the page. */
const reachesTheEdge = (page: Page) => page.evaluate(() => document.documentElement.clientWidth === window.innerWidth)

for (const [what, path] of [
  ['a long page', ''],
  ['a page that does not scroll', '?q=nothing-is-called-so'],
] as const) {
  test(`a dialog dims all of ${what} and moves nothing`, async ({ page, sandbox }) => {
    await page.setViewportSize({ width: 1280, height: 1000 })
    await page.goto(`/accounts/${sandbox.accountId}/tokens${path}`)
    await expect(page.getByText(path ? 'No tokens found' : /of \d+$/)).toBeVisible()
    const banner = page.getByRole('banner')
    const before = await banner.boundingBox()
    // The header ends where the scroll bar begins.
    expect(await page.evaluate(() => document.documentElement.clientWidth)).toBe(
      (before?.x ?? 0) + (before?.width ?? 0),
    )

    await page.getByRole('button', { name: 'Search or jump to' }).click()
    await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toBeVisible()
    await expect.poll(() => reachesTheEdge(page)).toBe(true)
    // The overlay covers the window's last pixels, too.
    const last = () => page.evaluate(() => document.elementFromPoint(window.innerWidth - 2, 500)?.tagName)
    expect(await last()).toBe('DIV')
    expect(await page.evaluate(() => document.querySelector('header')?.getBoundingClientRect().width)).toBe(
      before?.width,
    )
    await page.keyboard.press('Escape')
    await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toHaveCount(0)
    await expect.poll(() => banner.boundingBox()).toEqual(before)
  })
}

test('the menu of a narrow window dims all of the page and moves nothing', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 640, height: 740 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  const banner = page.getByRole('banner')
  const before = await banner.boundingBox()
  await page.getByRole('button', { name: 'Menu', exact: true }).click()
  await expect(page.getByRole('navigation', { name: 'Menu' })).toBeVisible()
  expect(await reachesTheEdge(page)).toBe(true)
  expect(await banner.boundingBox()).toEqual(before)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation', { name: 'Menu' })).toHaveCount(0)
  expect(await reachesTheEdge(page)).toBe(false)
  expect(await banner.boundingBox()).toEqual(before)
})

test('over a page that is scrolled, a dialog moves nothing either', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 1280, height: 700 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByText(/of \d+$/)).toBeVisible()
  await page.evaluate(() => window.scrollTo(0, 200))
  const topOf = (tag: string) => page.evaluate((name) => document.querySelector(name)?.getBoundingClientRect().y, tag)
  const before = [await topOf('header'), await topOf('nav'), await topOf('table')]
  expect(before[0]).toBe(0)
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Search or jump to' })).toBeFocused()
  expect([await topOf('header'), await topOf('nav'), await topOf('table')]).toEqual(before)
})
