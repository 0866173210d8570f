import type { Page } from '@playwright/test'
import { expect, test, type Sandbox } from './fixtures.ts'
import { drawn, fontLoaded } from './boxes.ts'

const DNS_READ = '82e64a83756745bbbb1c9c2701bf816b'
const DNS_WRITE = '4755a26eedb94da69e1066d98aa820be'
const ACCOUNT_READ = 'c1fde68c7bcc44588cbb6ddbc16d6480'

type Grant = { effect?: string; group: string; resources: Record<string, unknown> }

const create = ({ api }: Sandbox, name: string, grants: Grant[]) =>
  api.create({
    name,
    policies: grants.map(({ effect = 'allow', group, resources }) => ({
      effect,
      permission_groups: [{ id: group }],
      resources,
    })),
  })

async function setUp(sandbox: Sandbox) {
  const { accountId, api } = sandbox
  await sandbox.scenario({ tokens: 0, zones: 4 })
  const key = `com.cloudflare.api.account.${accountId}`
  const listed = await sandbox.api.zones()
  const zone = (...numbers: number[]) =>
    Object.fromEntries(numbers.map((number) => [`com.cloudflare.api.account.zone.${listed[number]?.id}`, '*']))
  const allZones = { [key]: { 'com.cloudflare.api.account.zone.*': '*' } }
  await create(sandbox, 'names zones', [{ group: DNS_WRITE, resources: zone(0, 1, 2) }])
  await create(sandbox, 'everything but one', [
    { group: DNS_WRITE, resources: allZones },
    { effect: 'deny', group: DNS_WRITE, resources: zone(0) },
  ])
  await create(sandbox, 'account reader', [{ group: ACCOUNT_READ, resources: { [key]: '*' } }])
  const { id } = await create(sandbox, 'switched off', [{ group: DNS_READ, resources: zone(1) }])
  const token = await api.get<Record<string, unknown>>(`/tokens/${id}`)
  await sandbox.store(id, { ...token, status: 'disabled' })
  return listed
}

const grid = (page: Page) => page.getByRole('grid', { name: 'What tokens can do, by product' })
/** What a token can do, told as the cell says it: the heads name the token and the product. */
const cellOf = (page: Page, token: string, words: string) =>
  grid(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: token }) })
    .getByRole('gridcell', { name: words, exact: true })
const rowNames = (page: Page) => grid(page).getByRole('rowheader').allInnerTexts()

test('shows what every token that works can do, and why @core', async ({ page, sandbox }) => {
  const [first] = await setUp(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  const matrix = grid(page)
  await expect(cellOf(page, 'names zones', 'change, 3 zones')).toHaveText('3')
  const cell = cellOf(page, 'everything but one', 'change everywhere, all zones except 1 zone')
  await expect(cell).toHaveText('−1')
  await expect(cellOf(page, 'names zones', 'no access').first()).toBeVisible()
  await expect(matrix.getByRole('rowheader', { name: 'switched off' })).toHaveCount(0)
  await expect(page.getByText('1 token that doesn’t work now left out')).toBeVisible()

  await cell.click()
  const why = page.getByRole('dialog', { name: 'everything but one, DNS and zones' })
  // The API orders policies as it likes.
  await expect(why.getByRole('listitem').filter({ hasText: 'Allow DNS Write on all zones' })).toBeVisible()
  const deny = why.getByRole('listitem').filter({ hasText: `Deny DNS Write on 1 zone: ${first?.name}` })
  await expect(deny.getByRole('link', { name: /^Policy [12]$/ })).toHaveAttribute('href', /view=json&policy=[12]$/)
  await expect(why).toContainText('It can change DNS and zones on all zones except 1 zone.')
  await page.keyboard.press('Escape')
  await expect(cell).toBeFocused()
})

test('shows tokens as they are written, too', async ({ page, sandbox }) => {
  await setUp(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/access?at=written`)
  await expect(cellOf(page, 'switched off', 'read, 1 zone')).toBeVisible()
  await expect(grid(page)).toHaveAttribute('aria-rowcount', /^[56]$/)
})

test('opens a family to its products, and keeps that in the address', async ({ page, sandbox }) => {
  await setUp(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  const matrix = grid(page)
  await matrix.getByRole('button', { name: 'DNS and zones' }).click()
  await expect(matrix.getByRole('columnheader', { name: 'DNS', exact: true })).toBeVisible()
  await expect(cellOf(page, 'names zones', 'change, 3 zones')).toHaveCount(2)
  await expect(page).toHaveURL(/open=dns_and_zones/)
  await page.reload()
  await expect(matrix.getByRole('columnheader', { name: 'DNS', exact: true })).toBeVisible()
  await matrix.getByRole('button', { name: 'DNS and zones', expanded: true }).click()
  await expect(matrix.getByRole('columnheader', { name: 'DNS', exact: true })).toHaveCount(0)
})

test('works with the keyboard alone', async ({ page, sandbox }) => {
  await setUp(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  const matrix = grid(page)
  const first = matrix.getByRole('rowheader').first().getByRole('link')
  await expect(first).toBeVisible()
  await page.getByRole('region', { name: 'Matrix of tokens and products' }).focus()
  await page.keyboard.press('Tab')
  await expect(first).toBeFocused()
  await page.keyboard.press('ArrowRight')
  const focused = page.locator(':focus')
  await expect(focused).toHaveAttribute('aria-colindex', '2')
  await page.keyboard.press('Control+End')
  await expect(focused).toHaveAttribute('aria-colindex', (await matrix.getAttribute('aria-colcount')) ?? '')
  await page.keyboard.press('Control+Home')
  await expect(focused).toHaveText('Token')
  await page.keyboard.press('ArrowRight')
  await expect(focused).toHaveRole('button')
  await page.keyboard.press('ArrowDown')
  await expect(focused).toHaveRole('gridcell')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Open token' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(focused).toHaveRole('gridcell')
  await page.keyboard.press('Shift+Tab')
  await expect(page.getByRole('region', { name: 'Matrix of tokens and products' })).toBeFocused()
})

test('puts the widest token first, or orders by name, and filters', async ({ page, sandbox }) => {
  await setUp(sandbox)
  await page.goto(`/accounts/${sandbox.accountId}/access?find=o`)
  await expect(grid(page).getByRole('rowheader').first()).toBeVisible()
  await page.getByRole('searchbox', { name: 'Filter the matrix' }).fill('')
  await expect(grid(page).getByRole('rowheader', { name: 'everything but one' })).toBeVisible()
  const own = (names: string[]) => names.filter((name) => !name.includes('Token Desk'))
  expect(own(await rowNames(page))).toEqual(['everything but one', 'names zones', 'account reader'])
  await page.getByRole('radio', { name: 'By name' }).check()
  await expect(page).toHaveURL(/order=name/)
  await expect
    .poll(async () => own(await rowNames(page)))
    .toEqual(['account reader', 'everything but one', 'names zones'])

  await page.getByRole('searchbox', { name: 'Filter the matrix' }).fill('zones names')
  await expect.poll(() => rowNames(page)).toEqual(['names zones'])
  await expect(page).toHaveURL(/find=zones/)
  await page.getByRole('searchbox', { name: 'Filter the matrix' }).fill('nothing like it')
  await expect(page.getByText('No tokens match “nothing like it”.')).toBeVisible()
})

test('scrolls through 2,000 tokens with rows wherever it is', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 2000 })
  await page.goto(`/accounts/${sandbox.accountId}/access?at=written&open=dns_and_zones,developer_platform`)
  const matrix = grid(page)
  await expect(page.getByRole('status').filter({ hasText: /^[12],\d{3} tokens$/ })).toBeVisible({ timeout: 60_000 })
  const region = page.getByRole('region', { name: 'Matrix of tokens and products' })
  // In every frame of a fast scroll: how much of the region no row covers.
  const bare = await region.evaluate(async (box) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    box.scrollIntoView()
    let longest = 0
    let now = 0
    for (let step = 0; step < 60; step++) {
      box.scrollTop += 1200
      box.scrollLeft += step % 2 ? 160 : -160
      await frame()
      const { top, left, height } = box.getBoundingClientRect()
      const seen = document.elementFromPoint(left + 20, top + height / 2)
      now = seen?.closest('[role=row]') ? 0 : now + 1
      longest = Math.max(longest, now)
    }
    return longest
  })
  expect(bare).toBeLessThanOrEqual(2)
  await region.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Control+End')
  await expect(page.locator(':focus')).toHaveAttribute(
    'aria-colindex',
    (await matrix.getAttribute('aria-colcount')) ?? '',
  )
  await expect(matrix.getByRole('row').last()).toHaveAttribute(
    'aria-rowindex',
    (await matrix.getAttribute('aria-rowcount')) ?? '',
  )
  await expect(page.locator(':focus')).toBeInViewport()
})

test('the cell that a key leads to is in view, also where the window ends before the matrix', async ({
  page,
  sandbox,
}) => {
  await page.setViewportSize({ width: 360, height: 640 })
  await sandbox.scenario({ tokens: 40 })
  await page.goto(`/accounts/${sandbox.accountId}/access?at=written`)
  await expect(grid(page)).toBeVisible()
  await grid(page).locator('[tabindex="0"]').first().focus()
  const isOnTop = () =>
    page.locator(':focus').evaluate((cell) => {
      const { left, top, width, height } = cell.getBoundingClientRect()
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      return hit !== null && cell.contains(hit)
    })
  for (const key of ['ArrowRight', 'PageDown', 'Control+End', 'ArrowUp', 'Home', 'Control+Home']) {
    await page.keyboard.press(key)
    await expect.poll(isOnTop, `after ${key}`).toBe(true)
  }
})

test('stays where it is in the window while what is above it comes and goes', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 120 })
  await sandbox.hold({ method: 'GET', path: '/tokens', query: { page: '3' } })
  await page.goto(`/accounts/${sandbox.accountId}/access?at=written`)
  const progress = page.getByRole('progressbar', { name: 'Loading tokens' })
  const answer = page.getByRole('region', { name: /tokens? can/ })
  await expect(progress).toBeVisible()
  await expect(page.getByText(/Of 100 tokens read so far\./)).toBeVisible()
  await expect(answer).not.toHaveAttribute('aria-busy')
  await fontLoaded(page)
  await page.getByRole('heading', { name: 'Matrix' }).evaluate((heading) => heading.scrollIntoView())
  const top = async () => Math.round((await grid(page).boundingBox())?.y ?? Number.NaN)
  await drawn(page)
  const before = await top()
  const rowCount = (await grid(page).getAttribute('aria-rowcount')) ?? ''
  await sandbox.release()
  await expect(progress).toHaveCount(0)
  await expect(grid(page)).not.toHaveAttribute('aria-rowcount', rowCount)
  await expect(answer).not.toHaveAttribute('aria-busy')
  await drawn(page)
  expect(Math.abs((await top()) - before)).toBeLessThanOrEqual(1)
})

test('a policy that can’t be read rules nothing out', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  const key = `com.cloudflare.api.account.${sandbox.accountId}`
  await create(sandbox, 'whole', [{ group: ACCOUNT_READ, resources: { [key]: '*' } }])
  const { id } = await create(sandbox, 'cut', [{ group: ACCOUNT_READ, resources: { [key]: '*' } }])
  const token = await sandbox.api.get<{ policies: unknown[] }>(`/tokens/${id}`)
  await sandbox.store(id, { ...token, policies: ['not a policy'] })
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  await expect(cellOf(page, 'cut', 'unknown, perhaps more').first()).toBeVisible()
})
