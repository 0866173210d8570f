import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { bar, ticks } from './selecting.ts'

/** What covers the middle of the focused control, if something does. A small tick is covered by its own label. */
const coveredFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) return null
    const { x, y, width, height } = focused.getBoundingClientRect()
    const top = document.elementFromPoint(x + width / 2, y + height / 2)
    if (top && (focused.contains(top) || top.contains(focused) || top.closest('label')?.contains(focused))) return null
    return `${focused.getAttribute('aria-label') ?? focused.textContent} at ${Math.round(y)}`
  })

async function expectInView(page: Page, key: 'Tab' | 'Shift+Tab', presses: number) {
  for (let press = 0; press < presses; press += 1) {
    await page.keyboard.press(key)
    expect(await coveredFocus(page)).toBeNull()
  }
}

test('on a phone, what takes the focus is not under the actions of the page', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await ticks(page).first().focus()
  await expectInView(page, 'Tab', 30)
})

for (const width of [1280, 360]) {
  test(`at ${width} px, what takes the focus is not under the bar of a selection`, async ({ page, sandbox }) => {
    await page.setViewportSize({ width, height: 640 })
    await page.goto(`/accounts/${sandbox.accountId}/tokens`)
    await ticks(page).nth(1).click()
    await expect(bar(page)).toBeVisible()
    await ticks(page).first().focus()
    await expectInView(page, 'Tab', 90)
  })
}

test('on a phone, what takes the focus is not under the heading of its category', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await page.getByRole('link', { name: /^Create token with Zone Read/ }).focus()
  await expectInView(page, 'Shift+Tab', 30)
})
