import { DEFAULT_ACCOUNT_ID } from '#server/sandbox/seed.ts'
import { expect, test } from './fixtures.ts'

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
