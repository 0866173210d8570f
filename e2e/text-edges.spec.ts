import type { Locator } from '@playwright/test'
import { boxesOf } from './boxes.ts'
import { expect, plainToken, test } from './fixtures.ts'

/** The box of a few letters of a text, in px of the window. */
const lettersOf = (text: Locator, from: number, to: number) =>
  text.evaluate(
    (element, [start, end]) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      const node = walker.nextNode()
      if (!node) throw new Error('No text')
      range.setStart(node, start)
      range.setEnd(node, end)
      const { left, right } = range.getBoundingClientRect()
      return { left, right }
    },
    [from, to] as const,
  )

test('a long name that reads from right to left is cut at its end', async ({ page, sandbox }) => {
  const name = 'מפתח לפריסה של האתר הראשי ולניקוי המטמון '.repeat(2).trim()
  await sandbox.api.create(plainToken(sandbox.accountId, name))
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 })
    await page.goto(`/accounts/${sandbox.accountId}/tokens`)
    const link = page.getByRole('link', { name })
    await expect(link).toBeVisible()
    const { x, right } = (await boxesOf(page, link))[0]
    const first = await lettersOf(link, 0, 4)
    expect(first.left, `at ${width} px`).toBeGreaterThanOrEqual(x - 1)
    expect(first.right, `at ${width} px`).toBeLessThanOrEqual(right + 1)
  }
})
