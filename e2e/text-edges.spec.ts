import type { Locator } from '@playwright/test'
import { boxesOf } from './boxes.ts'
import { expect, inDays, plainToken, test } from './fixtures.ts'

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
  await sandbox.api.create({ ...plainToken(sandbox.accountId, name), expires_on: inDays(5) })
  for (const path of ['/tokens', '', '/expiry']) {
    await page.goto(`/accounts/${sandbox.accountId}${path}`)
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 })
      const cell = page.locator('th, td').filter({ has: page.getByRole('link', { name }) })
      const link = cell.getByRole('link', { name })
      await expect(link).toBeVisible()
      const { x, right } = (await boxesOf(page, cell))[0]
      const first = await lettersOf(link, 0, 4)
      expect(first.left, `${path} at ${width} px`).toBeGreaterThanOrEqual(x - 1)
      expect(first.right, `${path} at ${width} px`).toBeLessThanOrEqual(right + 1)
    }
  }
})

test('on a phone a button without a border is in line with the text above it', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(`/accounts/${sandbox.accountId}/findings?rule=D1`)
  const button = page.getByRole('button', { name: /^Suppress “/ }).first()
  await expect(button).toBeVisible()
  const above = button.locator('xpath=ancestor::*[.//b][1]//b').first()
  await expect
    .poll(async () => (await lettersOf(button, 0, 1)).left - (await lettersOf(above, 0, 1)).left)
    .toBeCloseTo(0, 0)

  const path = `/tokens/${'0'.repeat(32)}`
  await sandbox.fail({ method: 'GET', path, status: 403 })
  await page.goto(`/accounts/${sandbox.accountId}${path}`)
  const copy = page.getByRole('button', { name: 'Copy details' })
  const lines = page.getByRole('listitem').filter({ hasText: 'HTTP status' })
  await expect(copy).toBeVisible()
  const [text, box] = await boxesOf(page, lines, copy)
  expect(box.x + 11).toBeCloseTo(text.x, 0)
})
