import type { Page } from '@playwright/test'
import { boxesOf } from './boxes.ts'
import { expect, test } from './fixtures.ts'
import { bar, confirmCount, ticks } from './selecting.ts'

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

test('what takes the focus is not under the actions of the page, nor under the bar of a selection', async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await ticks(page).first().focus()
  await expectInView(page, 'Tab', 30)
  await ticks(page).nth(1).click()
  await expect(bar(page)).toBeVisible()
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 640 })
    await ticks(page).first().focus()
    await expectInView(page, 'Tab', 90)
  }
})

test('the key for the actions of a selection leaves the list where it is', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 1280, height: 640 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await ticks(page).nth(1).click()
  await expect(bar(page)).toBeVisible()
  await page.keyboard.press('a')
  await expect(bar(page).getByRole('button', { name: 'Disable…' })).toBeFocused()
  expect(await page.evaluate(() => scrollY)).toBe(0)
})

for (const width of [1280, 1000, 360]) {
  test(`at ${width} px, a message leaves the actions of a selection free`, async ({ page, sandbox }) => {
    await page.setViewportSize({ width, height: 640 })
    await page.goto(`/accounts/${sandbox.accountId}/tokens`)
    await ticks(page).nth(1).click()
    await ticks(page).nth(2).click()
    await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
    if (width < 720) {
      await bar(page).getByRole('button', { name: 'Actions' }).click()
      await page.getByRole('menuitem', { name: 'Disable…' }).click()
    } else await bar(page).getByRole('button', { name: 'Disable…' }).click()
    const dialog = page.getByRole('dialog')
    await confirmCount(dialog, 2)
    await dialog.getByRole('button', { name: 'Disable 2 tokens' }).click()
    await expect(dialog.getByRole('heading', { name: '2 tokens disabled' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Close' }).last().click()
    const message = page.getByText('2 tokens disabled', { exact: true }).last()
    await expect(message).toBeVisible()
    expect(await coveredFocus(page)).toBeNull()
    const [toast, actions] = await boxesOf(page, message, bar(page))
    expect(toast.y + toast.height).toBeLessThan(actions.y)
  })
}

test('on a phone, what takes the focus is not under the heading of its category', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await page.getByRole('link', { name: /^Create token with Zone Read/ }).focus()
  await expectInView(page, 'Shift+Tab', 30)
})

test('the keyboard finds the picker’s last row in view on a narrow screen', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  const boxes = page.getByRole('group', { name: 'Permission groups' }).getByRole('checkbox')
  await expect(boxes.nth(20)).toBeAttached()
  await page.getByRole('searchbox', { name: 'Search permission groups' }).press('ArrowDown')
  await page.keyboard.press('End')
  await expect(boxes.last()).toBeFocused()
  await expect(boxes.last()).toBeInViewport()
})
