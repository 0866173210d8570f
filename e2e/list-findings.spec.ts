import type { Page } from '@playwright/test'
import { expect, plainToken, test, type Sandbox } from './fixtures.ts'
import { table } from './selecting.ts'
import { valuesOf } from './filters.ts'
import { bar, ticks } from './selecting.ts'

type Wire = {
  status: string
  issued_on: string
  modified_on: string
  last_used_on?: string | null
  not_before?: string
  expires_on?: string
}

const DAY_MS = 86_400_000
const LIVE = 'active,expiring'
const list = ({ accountId }: Sandbox, search = '') => `/accounts/${accountId}/tokens${search}`
/** Once all tokens are known. */
const found = (page: Page) =>
  page.getByRole('status').filter({ hasText: /^[\d,]+( of [\d,]+)? tokens?/, hasNotText: 'so far' })
const amountOf = (text: string) => Number(/\d+/.exec(text.replaceAll(',', ''))?.[0])

/** How many tokens the list says it found. */
async function countOf(page: Page): Promise<number> {
  return amountOf(await found(page).innerText())
}

/** All tokens as the API has them. */
async function allTokens({ api }: Sandbox): Promise<Wire[]> {
  const all: Wire[] = []
  for (let page = 1; ; page += 1) {
    const some = await api.get<Wire[]>(`/tokens?per_page=50&page=${page}&include_expired=true`)
    all.push(...some)
    if (some.length < 50) return all
  }
}

const isOver = (time: string) => Date.parse(time) <= Date.now()
const isLive = ({ status, expires_on: end, not_before: start }: Wire) =>
  status === 'active' && !(end && isOver(end)) && (!start || isOver(start))
const daysSince = (time: string) => (Date.now() - Date.parse(time)) / DAY_MS
const usedWithin = (least: number, most: number) => (token: Wire) => {
  const days = token.last_used_on ? daysSince(token.last_used_on) : NaN
  return isLive(token) && days > least && days <= most
}

const USES: [label: string, isWanted: (token: Wire) => boolean][] = [
  ['Within 24 hours', usedWithin(-Infinity, 1)],
  ['1 to 7 days ago', usedWithin(1, 7)],
  ['7 to 30 days ago', usedWithin(7, 30)],
  ['30 to 90 days ago', usedWithin(30, 90)],
  ['Over 90 days ago', usedWithin(90, Infinity)],
  ['Never', (token) => isLive(token) && !token.last_used_on],
]

test('last use and change find as many tokens as the API has of them', async ({ page, sandbox }) => {
  const all = await allTokens(sandbox)
  expect(all.length).toBeGreaterThan(50)
  await page.goto(list(sandbox, `?status=${LIVE}`))
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  const uses = await valuesOf(page, 'Last used')
  for (const [label, isWanted] of USES) {
    const amount = all.filter(isWanted).length
    if (amount === 0) await expect(uses.getByLabel(label)).toHaveCount(0)
    else await expect(uses.getByLabel(`${label} ${amount}`, { exact: true })).toBeVisible()
  }
  await page.goto(list(sandbox, '?changed=7d&include_expired=true'))
  const changed = all.filter((token) => Math.min(daysSince(token.issued_on), daysSince(token.modified_on)) <= 7)
  await expect(found(page)).toHaveText(new RegExp(`^${changed.length}( of \\d+)? tokens?`))
})

test('each token has one level and one worst finding, and their counts add up', async ({ page, sandbox }) => {
  await page.goto(list(sandbox, `?status=${LIVE}&sort=name`))
  const all = await countOf(page)
  await page.getByRole('button', { name: 'Filter', exact: true }).click()
  for (const [facet, isOne] of [
    ['Can', /./],
    ['Findings', /worst|None found/],
  ] as const) {
    const panel = await valuesOf(page, facet)
    await expect(panel.getByRole('checkbox', { name: / \d+$/ }).first()).toBeVisible()
    const values = panel.getByRole('checkbox', { name: isOne })
    let amounts: number[] = []
    // No count is shown while the tokens are judged again, as when the account's zones come.
    await expect
      .poll(
        async () => {
          amounts = await values.evaluateAll((boxes) =>
            boxes.map((box) => Number(/\d+$/.exec((box as HTMLInputElement).labels?.[0]?.textContent ?? '')?.[0])),
          )
          return amounts.reduce((sum, amount) => sum + amount, 0)
        },
        { message: facet },
      )
      .toBe(all)
    expect(amounts.length, facet).toBeGreaterThan(2)
    await values.last().check()
    await expect(found(page)).toHaveText(new RegExp(`^${amounts.at(-1)}( of \\d+)? tokens?`))
    await values.last().uncheck()
  }
})

test('a list by findings has their column @core', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens?finding=act-now`)
  const row = page
    .getByRole('row')
    .filter({ has: page.getByRole('checkbox') })
    .nth(1)
  await expect(row.getByRole('cell').filter({ hasText: 'Act now' })).toBeVisible()
  await page.getByRole('button', { name: /^Remove filter Findings/ }).click()
  await expect(page.getByRole('columnheader', { name: 'Findings' })).toHaveCount(0)
})

test('the column of findings leads to those of the token, and sorts by urgency', async ({ page, sandbox }) => {
  await page.goto(list(sandbox))
  await expect(table(page).getByRole('row')).toHaveCount(21)
  await expect(page.getByRole('columnheader', { name: 'Findings' })).toHaveCount(0)
  await page.getByRole('button', { name: 'View', exact: true }).click()
  const view = page.getByRole('dialog', { name: 'View' })
  await expect(view.getByText('Loads all tokens')).toBeVisible()
  await view.getByRole('checkbox', { name: /^Findings/ }).check()
  await page.keyboard.press('Escape')

  await page.getByRole('columnheader', { name: 'Findings' }).getByRole('button').click()
  await expect(page).toHaveURL(/sort=findings/)
  const first = table(page).getByRole('row').nth(1)
  const worst = first.getByRole('link', { name: /^Act now/ })
  await expect(worst).toBeVisible()
  await worst.click()
  await expect(page).toHaveURL(/\/findings\?.*token=[0-9a-f]{32}/)
})

test('what asks for findings is exported and selected as it is listed', async ({ page, sandbox }) => {
  await page.goto(list(sandbox, '?finding=act-now,fix-soon&per_page=5'))
  // Before the list has an answer.
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: /^Export/ })
  const heading = dialog.getByRole('heading', { name: /^Export \d+ tokens$/ })
  await expect(heading).toBeVisible()
  const exported = amountOf(await heading.innerText())
  await page.keyboard.press('Escape')
  await expect(found(page)).toHaveText(new RegExp(`^${exported}( of \\d+)? tokens`))
  expect(exported).toBeGreaterThan(5)

  await ticks(page).first().click()
  await bar(page)
    .getByRole('button', { name: `Select all ${exported}` })
    .click()
  await expect(bar(page)).toContainText(`${exported} selected`)
})

test('the palette leads to the tokens that need the user today', async ({ page, sandbox }) => {
  await page.goto(list(sandbox))
  await expect(table(page).getByRole('row')).toHaveCount(21)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('act now')
  await page.getByRole('option', { name: 'Tokens that need you today' }).click()
  await expect(page).toHaveURL(/finding=act-now/)
  await expect(page.getByRole('button', { name: /^Findings: Act now/ })).toBeVisible()
})

test('a permission that a deny takes away everywhere is not listed as held', async ({ page, sandbox }) => {
  const plain = plainToken(sandbox.accountId, 'all taken')
  const denies = plain.policies.map((policy) => ({ ...policy, effect: 'deny' }))
  await sandbox.api.create({ ...plain, policies: [...plain.policies, ...denies] })
  await sandbox.api.create(plainToken(sandbox.accountId, 'all kept'))
  await page.goto(list(sandbox))
  await expect(table(page).getByRole('row', { name: /all taken/ })).toContainText('None 1 denied')
  await expect(table(page).getByRole('row', { name: /all kept/ })).toContainText('Zone Read')
  await page.goto(list(sandbox, '?q=all&group=c8fed203ed3043cba015a93ad1616f1f'))
  await expect(table(page).getByRole('row', { name: /all kept/ })).toBeVisible()
  await expect(table(page).getByRole('row', { name: /all taken/ })).toHaveCount(0)
  await page.goto(list(sandbox, '?denied=c8fed203ed3043cba015a93ad1616f1f'))
  await expect(table(page).getByRole('row', { name: /all taken/ })).toBeVisible()
})

test('a permission counts as held only on resources that it applies to', async ({ page, sandbox }) => {
  const plain = plainToken(sandbox.accountId, 'quite dead')
  const { id } = await sandbox.api.create(plain)
  const stored = await sandbox.api.get<object>(`/tokens/${id}`)
  const resources = { [`com.cloudflare.edge.r2.bucket.${sandbox.accountId}_default_logs`]: '*' }
  await sandbox.store(id, { ...stored, policies: plain.policies.map((policy) => ({ ...policy, resources })) })
  await sandbox.api.create(plainToken(sandbox.accountId, 'quite kept'))
  await page.goto(list(sandbox, '?q=quite&group=c8fed203ed3043cba015a93ad1616f1f'))
  await expect(table(page).getByRole('row', { name: /quite kept/ })).toBeVisible()
  await expect(table(page).getByRole('row', { name: /quite dead/ })).toHaveCount(0)
  await page.getByRole('button', { name: 'Permission group is Zone Read', exact: true }).click()
  await expect(page.getByRole('checkbox', { name: 'Zone Read 1' })).toBeChecked()
})

test('without the catalogue, a list by findings says what is not checked', async ({ page, sandbox }) => {
  await sandbox.fail({ path: '/tokens/permission_groups', status: 403, times: 0 })
  await page.goto(list(sandbox, '?finding=none'))
  await expect(page.getByRole('group', { name: 'Active filters' })).toContainText('Findings: None found')
  await expect(page.getByText(/^\d+ rules? not checked: tokens may have more findings$/)).toBeVisible()
})
