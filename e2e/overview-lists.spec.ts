import { DEFAULT_ACCOUNT_ID } from '#server/sandbox/seed.ts'
import { expect, inDays, plainToken, test } from './fixtures.ts'
import { open, part } from './overview.ts'

test('each figure leads to as many tokens in the list', async ({ page }) => {
  test.slow()
  const root = `/accounts/${DEFAULT_ACCOUNT_ID}`
  await page.goto(root)
  await expect(
    page.getByRole('main').getByRole('region', { name: 'Needs you today' }).getByRole('listitem').first(),
  ).toBeVisible()
  // Judged again with each list that comes.
  await expect(page.getByRole('main').getByText(/Checking…|so far/)).toHaveCount(0)
  const figures = page.getByRole('main').locator(`a[href^="${root}/tokens?"]:not([tabindex])`)
  const links = await figures.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
  expect(links.length).toBeGreaterThan(15)
  for (const href of links) {
    const figure = page.getByRole('main').locator(`a[href="${href}"]:not([tabindex])`).first()
    const text = (await figure.textContent()) ?? ''
    const [, first, last] = /^(\d+) (?:active|of|tokens?)|(\d+)$/.exec(text) ?? []
    const count = Number(first ?? last)
    await figure.click()
    const listed = page.getByRole('status').filter({ hasText: /^\d+( of \d+)? tokens?/ })
    await expect(listed, `${text} at ${href}`).toHaveText(new RegExp(`^${count}( of \\d+)? tokens?`))
    await page.goBack()
  }
})

test('the chart of what expires is one stop of the Tab key, and the arrow keys move in it', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 0 })
  for (const days of [20, 100, 200])
    await sandbox.api.create({ ...plainToken(sandbox.accountId, `in ${days}`), expires_on: inDays(days) })
  await open(page, sandbox)
  const chart = page.getByRole('toolbar', { name: 'Tokens that expire, by week' })
  const weeks = chart.getByRole('link')
  await expect(weeks).toHaveCount(3)
  await part(page, 'Expiry').getByRole('link', { name: 'Next 12 months' }).focus()
  await page.keyboard.press('Tab')
  await expect(weeks.nth(0)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(weeks.nth(1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(weeks.nth(2)).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await expect(weeks.nth(2)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(chart.locator(':focus')).toHaveCount(0)
  await page.keyboard.press('Shift+Tab')
  await expect(weeks.nth(2)).toBeFocused()
})
