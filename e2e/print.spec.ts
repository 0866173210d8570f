import { DEFAULT_ACCOUNT_ID } from '#server/sandbox/seed.ts'
import { boxesOf } from './boxes.ts'
import { expect, test } from './fixtures.ts'

const root = `/accounts/${DEFAULT_ACCOUNT_ID}`

test('on paper a page is black on white, without what is around it, and its lists are unfolded @core', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${root}/findings`)
  await expect(page.getByRole('region', { name: 'Act now' })).toBeVisible()
  const folded = page.getByRole('heading', { level: 3 }).getByRole('button', { expanded: false })
  await expect(folded.first()).toBeVisible()
  await expect(page.getByRole('banner')).toBeVisible()

  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await expect(folded).toHaveCount(0)
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  await expect(page.locator('body')).toHaveCSS('color', 'rgb(0, 0, 0)')

  await page.emulateMedia({ colorScheme: 'dark', media: 'screen' })
  await expect(folded.first()).toBeVisible()
})

test('on paper an answer about access has all of its tokens', async ({ page }) => {
  await page.goto(`${root}/access`)
  await expect(page.getByRole('table', { name: /^Tokens that can/ })).toBeVisible()
  const inactive = page.getByRole('list', { name: 'Inactive tokens' })
  await expect(inactive).toBeHidden()
  await page.emulateMedia({ media: 'print' })
  await expect(inactive).toBeVisible()
  await expect(page.getByRole('button', { name: /^Show \d+ more$/ })).toHaveCount(0)
  await page.emulateMedia({ media: 'screen' })
  await expect(inactive).toBeHidden()
})

test('on paper nothing of a token’s page is cut', async ({ page, sandbox }) => {
  const [token] = (await sandbox.api.list('?per_page=5')).result
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${token?.id}`)
  await page.getByRole('tab', { name: 'JSON' }).click()
  const json = page.getByRole('tabpanel').locator('pre').first()
  await expect(json).toContainText('"policies"')
  await page.emulateMedia({ media: 'print' })
  expect(await json.evaluate((pre) => pre.scrollHeight - pre.clientHeight + pre.scrollWidth - pre.clientWidth)).toBe(0)
})

test('on paper a token’s page has no questions that were not asked', async ({ page, sandbox }) => {
  const [token] = (await sandbox.api.list('?per_page=5')).result
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${token?.id}`)
  const question = page.getByRole('region', { name: 'Can it call this?' })
  await expect(question).toBeVisible()
  await expect(page.getByRole('region', { name: 'Similar tokens' })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  await expect(question).toBeHidden()
  await expect(page.getByRole('region', { name: 'Similar tokens' })).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await question.getByRole('textbox').fill('GET /zones')
  await page.emulateMedia({ media: 'print' })
  await expect(question).toBeVisible()
})

test('on paper nothing is to be pressed, and no text lies over another', async ({ page }) => {
  const controls = page.locator('main').getByRole('button', {
    name: /^(Actions|Compare|Download|Filter$|More|Open|Set|Show|Spread|Suppress|View|Why)/,
  })
  const boxes = page.getByRole('searchbox')
  for (const [path, seen] of [
    ['/tokens?q=r2-backup', page.getByRole('button', { name: /^Actions for/ })],
    ['/access', page.getByRole('button', { name: /^Why/ })],
    ['/expiry', page.getByRole('button', { name: /^Spread/ })],
    ['/findings?by=token', page.getByRole('button', { name: /^Suppress/ })],
  ] as const) {
    await page.emulateMedia({ media: 'screen' })
    await page.goto(root + path)
    if (path.startsWith('/findings')) await page.getByRole('heading', { level: 3 }).getByRole('button').first().click()
    await expect(seen.first(), path).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(controls.filter({ visible: true }), path).toHaveCount(0)
    await expect(boxes.filter({ visible: true }), path).toHaveCount(path.includes('q=') ? 1 : 0)
    const overlaid = await page.locator('main td span').evaluateAll((spans) =>
      spans.flatMap((span) => {
        const [box, next] = [span.getBoundingClientRect(), span.nextElementSibling?.getBoundingClientRect()]
        return next && next.top < box.bottom && next.left + 1 < box.left + span.scrollWidth ? [span.textContent] : []
      }),
    )
    expect(overlaid, path).toEqual([])
  }
})

test('on paper all tokens that end are listed', async ({ page }) => {
  await page.goto(`${root}/expiry`)
  const table = page.getByRole('table', { name: 'Tokens by expiration' })
  await expect(page.getByRole('button', { name: 'Show all weeks' })).toBeVisible()
  const said = (await page.getByRole('region', { name: 'By date' }).getByRole('status').textContent()) ?? ''
  await page.emulateMedia({ media: 'print' })
  await expect(table.getByRole('link')).toHaveCount(Number.parseInt(said, 10))
})

test('on paper the matrix has all tokens and products, and an upright sheet has room for them', async ({ page }) => {
  await page.goto(`${root}/access`)
  const matrix = page.getByRole('grid', { name: 'What tokens can do, by product' })
  await expect(page.getByRole('status').filter({ hasText: /^\d+ of 138 tokens/ })).toBeVisible()
  await page.emulateMedia({ media: 'print' })
  // A4 between its margins, in px.
  await page.setViewportSize({ width: 718, height: 1046 })
  await expect.poll(() => matrix.getByRole('row').count()).toBeGreaterThan(60)
  // Of what it has: tokens may still come.
  const missing = async (role: 'row' | 'columnheader', attribute: string) =>
    Number(await matrix.getAttribute(attribute)) - (await matrix.getByRole(role).count())
  await expect.poll(() => missing('row', 'aria-rowcount')).toBe(0)
  await expect.poll(() => missing('columnheader', 'aria-colcount')).toBe(0)
  expect(await matrix.evaluate((grid) => grid.getBoundingClientRect().right)).toBeLessThanOrEqual(718)
})

test('on paper each token that ends has the date of it', async ({ page }) => {
  await page.setViewportSize({ width: 718, height: 1046 })
  await page.goto(`${root}/expiry`)
  const dates = page.getByRole('table', { name: 'Tokens by expiration' }).getByText(/^\d+ \w+ \d{4}, \d\d:\d\d$/)
  await expect(dates.first()).toBeAttached()
  await page.emulateMedia({ media: 'print' })
  await expect(dates.first()).toBeVisible()
  const [name, ends] = await boxesOf(
    page,
    page.getByRole('rowheader').getByRole('link').first(),
    page.getByRole('row').filter({ hasText: 'monthly-report-mailer' }).getByRole('cell').first(),
  )
  expect(name.width).toBeGreaterThan(130)
  expect(name.right).toBeLessThan(ends.x)
})
