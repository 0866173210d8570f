import { readFile } from 'node:fs/promises'
import { expect, inDays, plainToken, test, type Sandbox } from './fixtures.ts'
import { confirmCount } from './selecting.ts'

const ZONE_READ = 'c8fed203ed3043cba015a93ad1616f1f'
const DNS_WRITE = '4755a26eedb94da69e1066d98aa820be'

/** A token that was used an hour ago and ends in so many days. */
async function ending(
  { accountId, api, store }: Sandbox,
  name: string,
  days: number | null,
  group = ZONE_READ,
): Promise<void> {
  const [policy] = plainToken(accountId, name).policies
  const { id } = await api.create({ name, policies: [{ ...policy, permission_groups: [{ id: group }] }] })
  const token = await api.get<Record<string, unknown>>(`/tokens/${id}`)
  await store(id, { ...token, last_used_on: inDays(-1 / 24), ...(days !== null && { expires_on: inDays(days) }) })
}

test('the year shows when tokens end, and the list below follows it by mouse and keyboard @core', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 0 })
  await ending(sandbox, 'ends tomorrow', 1)
  await ending(sandbox, 'ends in spring', 120)
  await ending(sandbox, 'ends much later', 800)
  await ending(sandbox, 'never ends', null)
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Expiry' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Expiry' })).toBeFocused()
  await expect(page).toHaveTitle(/^Expiry/)
  await expect(page.getByText('1 token expires within 30 days and is in use.')).toBeVisible()

  const table = page.getByRole('table', { name: 'Tokens by expiration' })
  for (const name of ['ends tomorrow', 'ends in spring', 'ends much later', 'never ends'])
    await expect(table.getByRole('row', { name })).toBeVisible()
  await expect(table.getByRole('row', { name: 'ends in spring' })).toContainText('in 119 days')

  await page.getByRole('radio', { name: 'Later: 1 token, 1 in use' }).check()
  await expect(page).toHaveURL(/when=later/)
  await expect(table.getByRole('row', { name: 'ends much later' })).toBeVisible()
  await expect(table.getByRole('row', { name: 'ends tomorrow' })).toHaveCount(0)
  await page.reload()
  await expect(page.getByRole('radio', { name: /^Later/ })).toBeChecked()
  await page.getByRole('radio', { name: /^Later/ }).press('ArrowLeft')
  await expect(page.getByRole('radio', { name: /^Week of .*: 1 token, 1 in use$/ })).toBeChecked()
  await expect(table.getByRole('row', { name: 'ends in spring' })).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'By date' })).toBeFocused()
  await expect(table.getByRole('row', { name: 'never ends' })).toBeVisible()
  await table.getByRole('link', { name: 'never ends' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'never ends' })).toBeVisible()
})

test('the next weeks are shown by day, and a token in use leads to its replacement @core', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 0 })
  await ending(sandbox, 'ends soon', 5)
  await ending(sandbox, 'ends in spring', 120)
  await ending(sandbox, 'only reads', null)
  await ending(sandbox, 'never ends', null, DNS_WRITE)
  await page.goto(`/accounts/${sandbox.accountId}/expiry`)
  // The token of Token Desk is the third, and can change tokens.
  await expect(page.getByText('3 tokens never expire, and 2 of them may change things.')).toBeVisible()
  const [, date, month, year] = new Date(inDays(5)).toUTCString().split(/\W+/)
  const byMonth = page.getByRole('table', { name: 'Expiring tokens by month' })
  await expect(byMonth.getByRole('row', { name: `${month} ${year} 1 1` })).toBeAttached()
  await page.getByRole('radio', { name: 'Days' }).check()
  await expect(page).toHaveURL(/zoom=day/)
  const table = page.getByRole('table', { name: 'Tokens by expiration' })
  await page.getByRole('radio', { name: 'Later: 1 token, 1 in use' }).check()
  await expect(table.getByRole('row', { name: 'ends in spring' })).toBeVisible()
  const byDay = page.getByRole('table', { name: 'Expiring tokens by day' })
  await expect(byDay.getByRole('row', { name: `${Number(date)} ${month} ${year} 1 1` })).toBeAttached()
  await page.getByRole('radio', { name: /^\d+ \w+ \d+: 1 token, 1 in use$/ }).check()
  await expect(page).toHaveURL(new RegExp(`when=${inDays(5).slice(0, 10)}`))
  await expect(table.getByRole('row', { name: 'ends in spring' })).toHaveCount(0)
  await table.getByRole('link', { name: 'Replace ends soon' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Replace token' })).toBeVisible()
  await expect(page.getByText('then delete the old one')).toBeVisible()
  await expect(page.getByText('Copied from ends soon')).toBeVisible()
  await expect(page.getByLabel('Token name')).toHaveValue('ends soon (new)')
})

test('tokens in use that end together are a cliff, those that nobody uses are not', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  for (const number of [1, 2, 3, 4, 5]) await ending(sandbox, `one morning ${number}`, 50)
  await page.goto(`/accounts/${sandbox.accountId}/expiry`)
  const cliffs = page.getByRole('list', { name: 'What to know' })
  await expect(cliffs).toContainText(/5 tokens in use expire on \d+ \w+ \d+\./)
  await cliffs.getByRole('button', { name: 'Show the tokens of cliff 1' }).click()
  await expect(page.getByRole('radio', { name: /5 tokens, 5 in use, cliff 1$/ })).toBeChecked()
  await expect(page.getByRole('row', { name: /one morning/ })).toHaveCount(5)

  await cliffs.getByRole('button', { name: 'Spread cliff 1…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Spread expiration of 4 tokens' })
  await dialog.getByRole('radio', { name: '14 days' }).check()
  await dialog.getByLabel('Type the number of tokens to confirm').fill('4')
  await dialog.getByRole('button', { name: 'Spread expiration of 4 tokens' }).click()
  // The last of two: the first does nothing while tokens are changed.
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('radio').first()).toBeVisible()
  await expect(page.getByRole('radio', { name: /cliff/ })).toHaveCount(0)
})

test('what ends together is the same among the findings, whose fix opens its week', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  for (const number of [1, 2, 3, 4, 5]) await ending(sandbox, `one morning ${number}`, 50)
  await ending(sandbox, 'another day', 10)
  await page.goto(`/accounts/${sandbox.accountId}/findings?rule=T12`)
  await expect(page.getByRole('button', { name: /5 tokens in use end on \d+ \w+ \d+:/ })).toBeVisible()
  await page.getByRole('link', { name: 'Spread expirations' }).click()
  await expect(page.getByRole('radio', { name: /5 tokens, 5 in use, cliff 1$/ })).toBeChecked()
  await expect(page.getByRole('row', { name: /one morning/ })).toHaveCount(5)
  await expect(page.getByRole('row', { name: 'another day' })).toHaveCount(0)
})

test('an expiration for many tokens in use can be spread, so that it makes no cliff', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  for (const number of [1, 2, 3, 4, 5]) await ending(sandbox, `never ends ${number}`, null)
  await page.goto(`/accounts/${sandbox.accountId}/expiry`)
  await page.getByRole('button', { name: 'Set expiration…' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('5 tokens in use would stop working at once')).toBeVisible()
  await dialog.getByRole('radio', { name: '14 days' }).check()
  await expect(dialog.getByText('would stop working at once')).toHaveCount(0)
  await confirmCount(dialog, 5)
  await dialog.getByRole('button', { name: 'Set expiration for 5 tokens' }).click()
  await expect(dialog.getByRole('heading', { name: '5 tokens updated' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByText(/^No token expires within 30 days/)).toBeVisible()
  await expect(page.getByRole('radio', { name: /cliff/ })).toHaveCount(0)
  const stored = await sandbox.api.get<{ name: string; expires_on: string }[]>('/tokens')
  const ends = stored.flatMap(({ name, expires_on: end }) => (name.startsWith('never ends') ? [end.slice(0, 10)] : []))
  expect(new Set(ends).size).toBe(5)
  expect(ends.every((end) => end > inDays(90 - 14 - 1) && end < inDays(90 + 1))).toBe(true)
})

test('a cliff beyond the days of the close view is shown among the weeks', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  for (const number of [1, 2, 3, 4, 5]) await ending(sandbox, `one morning ${number}`, 100)
  await ending(sandbox, 'another day', 10)
  await page.goto(`/accounts/${sandbox.accountId}/expiry?zoom=day`)
  await page.getByRole('button', { name: 'Show the tokens of cliff 1' }).click()
  await expect(page.getByRole('radio', { name: /5 tokens, 5 in use, cliff 1$/ })).toBeChecked()
  await expect(page.getByRole('row', { name: /one morning/ })).toHaveCount(5)
  await expect(page.getByRole('row', { name: 'another day' })).toHaveCount(0)
})

test('a calendar has one event a token, and names only when asked for @core', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await ending(sandbox, 'first', 40)
  await ending(sandbox, 'second', 400)
  await page.goto(`/accounts/${sandbox.accountId}/expiry`)
  const download = async () => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download .ics' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^token-expiry-\d{4}-\d\d-\d\d\.ics$/)
    return readFile(await file.path(), 'utf8')
  }
  await page.getByRole('button', { name: 'Export calendar' }).click()
  const plain = await download()
  expect(plain.match(/^BEGIN:VEVENT/gm)).toHaveLength(2)
  expect(plain.match(/^TRIGGER:-P/gm)).toHaveLength(6)
  expect(plain).not.toContain('first')
  await page.getByRole('button', { name: 'Export calendar' }).click()
  await page.getByLabel('Include token names').check()
  await page.getByLabel('21 days before').uncheck()
  const named = await download()
  expect(named).toContain('“first”')
  expect(named.match(/^TRIGGER:-P/gm)).toHaveLength(4)
})

test('what cannot be loaded says so in the place of numbers', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens', status: 500, times: 50 })
  await page.goto(`/accounts/${sandbox.accountId}/expiry`)
  await expect(page.getByText('Couldn’t load the tokens').or(page.getByText("Couldn't load the tokens"))).toBeVisible()
  await expect(page.getByRole('heading', { name: 'By date' })).toHaveCount(0)
})

test('what the page begins with says what is not known', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 200 })
  await ending(sandbox, 'without a readable end', null)
  const [odd] = (await sandbox.api.list('?name=without')).result
  const stored = await sandbox.api.get<Record<string, unknown>>(`/tokens/${odd?.id}`)
  await sandbox.store(odd?.id ?? '', { ...stored, expires_on: 'some day' })
  await page.goto(`/accounts/${sandbox.accountId}/expiry`)
  await expect(page.getByText('The end of 1 token can’t be read.')).toBeVisible()
  // Of five, asked for together: each of the others that came before a failure would count.
  for (const number of ['2', '3', '4', '5'])
    await sandbox.fail({ method: 'GET', path: '/tokens', query: { page: number }, times: 0, status: 403 })
  await page.reload()
  await expect(page.getByText(/Of 50 of \d+ tokens loaded so far\./)).toBeVisible()
})

test('a period without tokens is shown as such, not as all tokens', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await ending(sandbox, 'ends in spring', 120)
  await page.goto(`/accounts/${sandbox.accountId}`)
  await page.getByRole('link', { name: 'In more than a year 0' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'Later: 0 tokens' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Tokens by expiration' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(page.getByRole('link', { name: 'ends in spring', exact: true })).toBeVisible()
})

test('on a phone, the last use says what it is', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await ending(sandbox, 'in use', 120)
  await sandbox.api.create({ ...plainToken(sandbox.accountId, 'not used'), expires_on: inDays(120) })
  await page.setViewportSize({ width: 360, height: 800 })
  for (const path of ['expiry', 'tokens']) {
    await page.goto(`/accounts/${sandbox.accountId}/${path}`)
    await expect(page.getByRole('row', { name: 'not used' }).getByRole('cell', { name: /^Never used$/ })).toBeVisible()
    await expect(page.getByRole('row', { name: 'in use' }).getByRole('cell', { name: /^used 1 h ago$/ })).toBeVisible()
  }
})

test('the chart is whole on a screen of any width', async ({ page, sandbox: { accountId } }) => {
  await page.goto(`/accounts/${accountId}/expiry`)
  const chart = page.getByRole('group', { name: 'Show the tokens of' })
  const never = chart.getByRole('radio', { name: /^Never: / })
  for (const width of [768, 700, 360, 320]) {
    await page.setViewportSize({ width, height: 800 })
    await expect(never, `at ${width} px`).toBeInViewport({ ratio: 1 })
    for (const zoom of ['Weeks', 'Days']) {
      await page.getByRole('radio', { name: zoom }).check()
      await expect(chart.getByRole('radio').nth(3)).toBeAttached()
      for (const bar of await chart.getByRole('radio').all())
        await expect(bar, `at ${width} px`).toBeInViewport({ ratio: 0.99 })
    }
    await never.check()
    await expect(page.getByRole('status').filter({ hasText: /^Never: / })).toBeVisible()
  }
})
