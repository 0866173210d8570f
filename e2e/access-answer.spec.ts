import { readFile } from 'node:fs/promises'
import { DNS_WRITE, allow, plain } from './access.ts'
import { expect, test } from './fixtures.ts'

test('the answer as CSV has all tokens, no formula and no secret', async ({ page, sandbox }) => {
  const { allZones, token, put } = await plain(sandbox)
  await token('=HYPERLINK("evil")', [allow(DNS_WRITE, allZones)])
  const { value } = await sandbox.api.create({ name: 'careless', policies: [allow(DNS_WRITE, allZones)] })
  const id = await token('off', [allow(DNS_WRITE, allZones)])
  await put(id, { status: 'disabled', name: value })
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  await expect(page.getByRole('heading', { name: '2 tokens can change DNS' })).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^access-\d{4}-\d\d-\d\d\.csv$/)
  const text = await readFile(await file.path(), 'utf8')
  const [head, ...lines] = text.trimEnd().split('\r\n')
  expect(head).toMatch(/^answer,token_id,token_name,status,permission_groups/)
  expect(lines.map((line) => line.split(',')[0])).toEqual(['wildcard', 'wildcard', 'inactive'])
  expect(text).toContain(`"'=HYPERLINK(""evil"")"`)
  expect(text).not.toContain(value)
})

test('an inventory that stopped half-way says of how many tokens the answer is', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 120 })
  for (const number of ['2', '3'])
    await sandbox.fail({ method: 'GET', path: '/tokens', query: { page: number }, times: 0, status: 500 })
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  await expect(page.getByText(/Of 50 tokens read so far\./)).toBeVisible()
  await expect(page.getByText(/policies of all/)).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download CSV' }).click(),
  ])
  expect(file.suggestedFilename()).toMatch(/^access-\d{4}-\d\d-\d\d-50-of-1\d\d-tokens\.csv$/)
})

test('Back to another question closes the dialog that is about this one', async ({ page, sandbox }) => {
  const { first, zone, token } = await plain(sandbox)
  await token('names it', [allow(DNS_WRITE, zone(first))])
  const why = page.getByRole('button', { name: 'Why names it' })
  await page.goto(`/accounts/${sandbox.accountId}/access?can=any`)
  await expect(page.getByRole('heading', { name: '1 token can access DNS' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Level' }).selectOption('read')
  await expect(page.getByRole('heading', { name: '1 token can read DNS' })).toBeVisible()
  await page.getByRole('radio', { name: 'As written' }).check()
  await expect(page).toHaveURL(/at=written/)
  for (const heading of ['1 token can read DNS', '1 token can access DNS']) {
    await why.click()
    await expect(page.getByRole('dialog', { name: 'Why names it' })).toBeVisible()
    await page.goBack()
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.goForward()
  await expect(page.getByRole('heading', { name: '1 token can read DNS' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('a caller’s address leaves out the tokens that refuse it', async ({ page, sandbox }) => {
  const { allZones, token, put } = await plain(sandbox)
  await token('office only', [allow(DNS_WRITE, allZones)], { condition: { request_ip: { in: ['192.0.2.0/24'] } } })
  await token('from anywhere', [allow(DNS_WRITE, allZones)])
  await put(await token('switched off', [allow(DNS_WRITE, allZones)]), { status: 'disabled' })
  await page.goto(`/accounts/${sandbox.accountId}/access`)
  await expect(page.getByRole('heading', { name: '2 tokens can change DNS' })).toBeVisible()
  const address = page.getByLabel('From IP address')
  await address.fill('192.0.2.7')
  await expect(page).toHaveURL(/from=192\.0\.2\.7/)
  await expect(page.getByRole('heading', { name: '2 tokens can change DNS' })).toBeVisible()
  await address.fill('203.0.113.9')
  await expect(page.getByRole('heading', { name: '1 token can change DNS' })).toBeVisible()
  await page.getByText('Tokens that could, but not from 203.0.113.9: 1').click()
  const elsewhere = page.getByRole('list', { name: 'Tokens for other addresses' })
  await expect(elsewhere.getByRole('listitem')).toHaveText([/^office only1 range/])
  await page.getByText('Inactive tokens that could: 1').click()
  await expect(page.getByRole('list', { name: 'Inactive tokens' }).getByRole('listitem')).toHaveText([/^switched off/])
  await address.fill('203.0.113')
  await expect(page.getByText('Enter one IPv4 or IPv6 address.')).toBeVisible()
  await expect(page.getByRole('heading', { name: '2 tokens can change DNS' })).toBeVisible()
  await page.getByRole('radio', { name: 'As written' }).check()
  await expect(address).toHaveCount(0)
})
