import type { Locator, Page } from '@playwright/test'
import { boxesOf, fontLoaded } from './boxes.ts'
import { filters } from './filters.ts'
import { expect, test } from './fixtures.ts'
import { open, part } from './overview.ts'

test('the few parts of an overview without tokens share one row', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await open(page, sandbox)
  const [needs, quota, credential] = await boxesOf(
    page,
    part(page, 'Needs you today'),
    part(page, 'Quota'),
    part(page, 'Token Desk’s credential'),
  )
  expect(quota.y).toBe(needs.y)
  expect(credential.y).toBe(needs.y)
})

/** The words and numbers drawn in a chart, line by line. */
const labelsOf = (chart: Locator) =>
  chart.locator('[aria-hidden]:visible').evaluateAll((all) =>
    all
      .filter((label) => label.textContent && label.children.length === 0)
      .map((label) => {
        const text = document.createRange()
        text.selectNodeContents(label)
        const { left, right, top } = text.getBoundingClientRect()
        return { left, right, top, size: getComputedStyle(label).fontSize }
      })
      .toSorted((one, other) => one.top - other.top || one.left - other.left),
  )

test('the labels of the year are apart and readable on a phone', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/accounts/${sandbox.accountId}/expiry`)
  const chart = page.getByRole('group', { name: 'Show the tokens of' })
  await expect(chart.getByRole('radio').nth(3)).toBeAttached()
  await fontLoaded(page)
  for (const zoom of ['Weeks', 'Days']) {
    await page.getByRole('radio', { name: zoom }).check()
    const labels = await labelsOf(chart)
    expect(labels.length).toBeGreaterThan(3)
    for (const [index, { left, top, size }] of labels.entries()) {
      expect(size).toBe('12px')
      const before = labels[index - 1]
      if (before && before.top === top) expect(left - before.right, zoom).toBeGreaterThan(4)
    }
  }
})

test('the two feet of the filters are as high', async ({ page, sandbox: { accountId } }) => {
  await page.goto(`/accounts/${accountId}/tokens`)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const [left, right] = await boxesOf(
    page,
    filters(page).getByRole('checkbox', { name: 'Hide expired' }).locator('..'),
    filters(page).getByRole('button', { name: 'Clear' }).locator('..'),
  )
  expect(left.y).toBe(right.y)
})

test('what a token allows is headed by its title and a button in a line on a phone', async ({
  page,
  sandbox: { accountId, api },
}) => {
  const [{ id }] = await api.get<[{ id: string }]>('/tokens?name=terraform-dns')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/accounts/${accountId}/tokens/${id}`)
  const [title, button] = await boxesOf(
    page,
    page.getByRole('heading', { name: 'Permissions' }),
    page.getByRole('button', { name: 'Show IDs' }),
  )
  expect(button.middle).toBeCloseTo(title.middle, -1)
})

test('on a phone the label of the box for requests is above it, and the buttons below', async ({
  page,
  sandbox: { accountId },
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/which?account=${accountId}`)
  const [label, box, button] = await boxesOf(
    page,
    page.getByText('Your command, log or error'),
    page.getByRole('textbox', { name: 'Your command, log or error' }),
    page.getByRole('button', { name: 'Open a file' }),
  )
  expect(label.y).toBeLessThan(box.y)
  expect(button.y).toBeGreaterThan(box.y)
})

test('the actions of recipes in a row are in a line', async ({ page, sandbox: { accountId } }) => {
  await page.goto(`/which?account=${accountId}`)
  const recipe = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  const link = (name: string) => recipe(name).getByRole('link', { name: /^Create a token/ })
  await fontLoaded(page)
  const [long, short] = await boxesOf(page, link('Edit Cloudflare Workers'), link('wrangler deploy'))
  expect(short.y).toBe(long.y)
})

/** Where the text of a button begins. */
const textStart = (button: Locator) =>
  button.evaluate((one) => {
    const text = document.createRange()
    text.selectNodeContents(one)
    return text.getBoundingClientRect().left
  })

test('a button without a border begins where the text above it begins', async ({ page, sandbox: { accountId } }) => {
  const start = async (thing: Locator) => Math.round(await textStart(thing))
  await page.goto(`/accounts/${accountId}/expiry`)
  const token = page.getByRole('rowheader').getByRole('link').first()
  for (const button of [page.getByRole('button', { name: /^Show the other/ }).first(), showAll(page)])
    expect(await start(button)).toBe(await start(token))
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/accounts/${accountId}/tokens/new`)
  expect(await start(page.getByRole('button', { name: 'Copy a token' }))).toBe(
    await start(page.getByRole('heading', { name: 'Start with' })),
  )
})

const showAll = (page: Page) => page.getByRole('button', { name: 'Show all weeks' })

test('the actions on a failure are below its details', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens', status: 403, times: 0 })
  await page.goto(`/accounts/${sandbox.accountId}/expiry`)
  const [details, copy] = await boxesOf(
    page,
    page.getByRole('list').filter({ hasText: 'HTTP status 403' }),
    page.getByRole('button', { name: 'Copy details' }),
  )
  expect(copy.y).toBeGreaterThan(details.y + details.height - 1)
})
