import type { Locator, Page } from '@playwright/test'
import { boxesOf, fontLoaded } from './boxes.ts'
import { expect, plainToken, test, type Sandbox } from './fixtures.ts'

const banner = (page: Page) => page.getByRole('banner')

/** Elements that overflow the header, and how far the page scrolls sideways. */
async function standingOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const header = document.querySelector('header')
    const end = (header?.getBoundingClientRect().right ?? 0) - 8
    const out = [...(header?.querySelectorAll('a, button, select, svg') ?? [])].filter(
      (part) => part.getBoundingClientRect().right > end,
    )
    const { scrollWidth, clientWidth } = document.documentElement
    const sideways = Math.max(scrollWidth, document.body.scrollWidth) - clientWidth
    return [...out.map((part) => part.outerHTML.slice(0, 80)), ...(sideways > 0 ? [`scrolls by ${sideways}`] : [])]
  })
}

const WIDTHS = [320, 360, 400, 480, 561, 601, 640, 686, 720, 768, 860, 861, 960, 1024, 1280]

async function expectFitting(page: Page) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    await expect.poll(() => standingOut(page), `at ${width} px`).toEqual([])
  }
}

const PAGES: [string, (sandbox: Sandbox) => Promise<string> | string, (page: Page) => Locator][] = [
  ['the list', ({ accountId }) => `/accounts/${accountId}/tokens`, (page) => page.getByRole('row').nth(1)],
  [
    'a filtered list',
    ({ accountId }) => `/accounts/${accountId}/tokens?status=active&sort=name&q=e`,
    (page) => page.getByText(/of \d+ tokens$/),
  ],
  [
    'a token',
    async ({ accountId, api }) =>
      `/accounts/${accountId}/tokens/${(await api.create(plainToken(accountId, 'a-name-without-a-single-space-'.repeat(4)))).id}`,
    (page) => page.getByRole('heading', { level: 1 }),
  ],
  [
    'the editor',
    ({ accountId }) => `/accounts/${accountId}/tokens/new`,
    (page) => page.getByRole('checkbox', { name: 'Billing Read (Account)' }),
  ],
  ['the catalogue', ({ accountId }) => `/accounts/${accountId}/permissions`, (page) => page.getByText('DNS Write')],
  ['verify', ({ accountId }) => `/verify?account=${accountId}`, (page) => page.getByLabel('Token secret')],
]

for (const [what, addressOf, ready] of PAGES) {
  test(`${what} and its header fit on a screen of any width`, async ({ page, sandbox }) => {
    await page.goto(await addressOf(sandbox))
    await expect(ready(page).first()).toBeVisible()
    await expect(banner(page).getByRole('button', { name: /^Session/ })).toBeVisible()
    await expectFitting(page)
  })
}

test('the header fits as well when it has more to say', async ({ page, sandbox }) => {
  await sandbox.scenario({ rateLimit: 12 })
  for (let read = 0; read < 9; read += 1) await sandbox.api.get('/tokens?per_page=5')
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(banner(page).getByText(/requests left$/)).toBeVisible()
  await expectFitting(page)
})

/** Levels of the real catalogue, including the longest. */
const LONG_LEVELS = [
  'Auto Rag Read',
  'Auto Rag Write',
  'Auto Rag Write Run Engine',
  'Individual Workers Metadata Read-Only',
  'Individual Workers Content Read-Only',
  'Zone Analytics Insights Read',
  'Flagship Evaluate',
  'DNS Read',
  'DNS Write',
]

test('a long level stays in its column, beside its box', async ({ page, sandbox }) => {
  const groups = LONG_LEVELS.map((name, index) => ({
    id: String(index).padStart(32, '0'),
    name,
    scopes: ['com.cloudflare.api.account'],
    category: 'developer_platform',
  }))
  const body = { success: true, errors: [], messages: [], result: groups }
  await sandbox.fail({ method: 'GET', path: '/tokens/permission_groups', times: 0, status: 200, body })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  const picker = page.getByRole('group', { name: 'Permission groups' })
  const box = (name: string) => picker.getByRole('checkbox', { name: `${name} (Account)`, exact: true })
  const [read, write] = [box('Auto Rag Read'), box('Auto Rag Write')]
  await expect(read).toBeVisible()
  await fontLoaded(page)
  for (const width of [320, 640, 768, 1280, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    for (const name of LONG_LEVELS) {
      const level = box(name)
      const [tick, label, frame] = await boxesOf(page, level, level.locator('xpath=following-sibling::label'), picker)
      expect(label.x, `${name} at ${width}: beside its box`).toBeGreaterThanOrEqual(tick.right)
      expect(Math.abs(label.y - tick.y), `${name} at ${width}: begins where its box does`).toBeLessThan(6)
      expect(label.right, `${name} at ${width}: within the picker`).toBeLessThanOrEqual(frame.right)
    }
    // Neighbours align in a row, and with the row above.
    const [first, second, above, third] = await boxesOf(
      page,
      read,
      write,
      box('DNS Read'),
      box('Auto Rag Write Run Engine'),
    )
    expect(first.y).toBeCloseTo(second.y, 0)
    if (width < 768) continue
    expect(first.x).toBeCloseTo(above.x, 0)
    expect(third.y).toBeCloseTo(first.y, 0)
  }
})

test('what adds to a list stands on the line of its input', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByRole('radio', { name: 'Specific zones' }).check()
  const ranges = page.getByLabel('Client IP addresses', { exact: true })
  await expect(ranges).toBeVisible()
  const zones = page.getByRole('textbox', { name: 'Add zones' })
  await zones.fill('nowhere')
  const fields = [
    { input: ranges, add: page.getByRole('button', { name: 'Add to Client IP addresses' }) },
    { input: zones, add: page.getByRole('button', { name: 'Add zones' }) },
  ]
  await ranges.fill('nonsense')
  await fontLoaded(page)
  for (const width of [1440, 768, 360, 320]) {
    await page.setViewportSize({ width, height: 900 })
    for (const { input, add } of fields) {
      const [typed, button] = await boxesOf(page, input, add)
      expect(Math.abs(typed.middle - button.middle), `at ${width}`).toBeLessThan(1)
      expect(button.x, `at ${width}`).toBeGreaterThan(typed.right)
    }
  }
})

test('a selected row keeps its colour under the pointer in light and dark', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 6 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const rows = page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('row')
  const colour = (row: Locator) =>
    row
      .getByRole('cell')
      .nth(2)
      .evaluate((cell) => getComputedStyle(cell).backgroundColor)
  await expect(rows.nth(1)).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const row of [rows.nth(1), rows.filter({ hasText: 'Token Desk' })]) {
      await row.getByRole('checkbox').check()
      await page.getByRole('heading', { level: 1 }).hover()
      const selected = await colour(row)
      await row.hover()
      expect(await colour(row), colorScheme).toBe(selected)
      await row.getByRole('checkbox').uncheck()
      expect(await colour(row), colorScheme).not.toBe(selected)
    }
  }
})

test('every item of a menu can be scrolled to in a window zoomed to 400 %', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 320, height: 256 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('button', { name: /^Session/ }).click()
  const last = page.getByRole('menuitem').last()
  await last.scrollIntoViewIfNeeded()
  await expect(last).toBeInViewport({ ratio: 1 })
})

test('a long name without a gap makes no page wider than a phone @core', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  const name = 'long'.repeat(30)
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, name))
  const stored = await sandbox.api.get<Record<string, unknown>>(`/tokens/${id}`)
  await sandbox.store(id, { ...stored, status: 'revoked (exposed)' })
  const [used, ended] = [3, 2].map((days) => new Date(Date.now() - days * 86_400_000).toISOString())
  const late = await sandbox.api.create(plainToken(sandbox.accountId, 'late'))
  await sandbox.store(late.id, { ...stored, id: late.id, name: 'late', last_used_on: used, expires_on: ended })
  await sandbox.api.create(plainToken(sandbox.accountId, 'for ever'))
  // A window of 1280 px zoomed to 400 %.
  await page.setViewportSize({ width: 320, height: 740 })
  const root = `/accounts/${sandbox.accountId}`
  const pages: [string, Locator][] = [
    ['', page.getByRole('link', { name, exact: true }).first()],
    [`/findings?by=token`, page.getByRole('link', { name: `Open ${name}` })],
    [`/findings?by=rule&token=${id}`, page.getByRole('button', { name: `Clear the token ${name}` })],
    [`/access?a=${id}&b=template.dns`, page.getByRole('button', { name: `First token: ${name}` })],
    [`/access?token=${id}`, page.getByRole('heading', { name: new RegExp(`^${name} has`) })],
    [`/tokens/${id}`, page.getByRole('heading', { name: 'Findings' })],
    ['/findings?rule=T3', page.getByRole('link', { name: /^Set an expiration/ }).first()],
    ['/expiry', page.getByRole('rowheader', { name: /^Overdue 1 / })],
  ]
  for (const [path, shown] of pages) {
    await page.goto(root + path)
    await expect(shown).toBeVisible()
    await expect.poll(() => standingOut(page), path).toEqual([])
  }
})

test('the shares of last use differ in forced colours as well', async ({ page, sandbox }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(`/accounts/${sandbox.accountId}`)
  const shares = page.getByRole('region', { name: 'Last used' }).getByRole('listitem')
  await expect(shares).toHaveCount(6)
  const looks = await shares.evaluateAll((all) =>
    all.map((share) => getComputedStyle(share.querySelector('[aria-hidden]') ?? share).background),
  )
  expect(new Set(looks).size).toBe(6)
})

test('what is chosen shows in forced colours as well', async ({ page, sandbox: { accountId } }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(`/accounts/${accountId}/findings?severity=act-now`)
  const frame = (thing: Locator) => thing.evaluate((one) => getComputedStyle(one, '::after').borderTopWidth)
  const severity = (name: RegExp) => page.getByRole('button', { name })
  await expect(severity(/^Act now/)).toHaveAttribute('aria-pressed', 'true')
  expect([await frame(severity(/^Act now/)), await frame(severity(/^Tidy/))]).toEqual(['2px', '0px'])
  await page.keyboard.press('Control+k')
  expect(await frame(page.getByRole('option', { selected: true }))).toBe('2px')
})

test('a permission keeps its level beside a long resource on a phone', async ({
  page,
  sandbox: { accountId, api },
}) => {
  const [{ id }] = await api.get<[{ id: string }]>('/tokens?name=ci-deploy-production-staging')
  await page.setViewportSize({ width: 320, height: 800 })
  await page.goto(`/accounts/${accountId}/access?token=${id}`)
  await fontLoaded(page)
  const [level] = await boxesOf(page, page.getByRole('cell', { name: 'Unknown' }))
  expect(level.width).toBeGreaterThan(60)
  expect(level.height).toBeLessThan(60)
})
