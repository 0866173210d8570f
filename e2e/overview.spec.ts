import type { Locator } from '@playwright/test'
import { DEFAULT_ACCOUNT_ID, OWN_TOKEN_NAME } from '#server/sandbox/seed.ts'
import { expect, inDays, plainToken, test, type Sandbox } from './fixtures.ts'
import { open, part } from './overview.ts'

const TOKENS_WRITE = '5bc3f8b21c554832afc660159ab75fa4'
const DNS_WRITE = '4755a26eedb94da69e1066d98aa820be'

/** A token that the API answers with other fields. */
async function stored({ accountId, api, store }: Sandbox, name: string, fields: object): Promise<string> {
  const { id } = await api.create(plainToken(accountId, name))
  const token = await api.get<Record<string, unknown>>(`/tokens/${id}`)
  await store(id, { ...token, ...fields })
  return id
}

const allowing = (group: string, resources: object) => ({
  policies: [{ id: '1'.repeat(32), effect: 'allow', permission_groups: [{ id: group }], resources }],
})
const ofAccount = (accountId: string) => ({ [`com.cloudflare.api.account.${accountId}`]: '*' })
const ofZone = { [`com.cloudflare.api.account.zone.${'5'.repeat(32)}`]: '*' }

const searchOf = async (link: Locator) =>
  Object.fromEntries(new URL((await link.getAttribute('href')) ?? '', 'http://desk').searchParams)

test('what is urgent is named, with the worst sentence of each token and a way to end it @core', async ({
  page,
  sandbox,
}) => {
  await sandbox.scenario({ tokens: 0 })
  const { accountId } = sandbox
  for (const number of [1, 2, 3, 4, 5, 6])
    await stored(sandbox, `leaked ${number}`, { status: 'revoked (exposed)', last_used_on: inDays(-1) })
  await stored(sandbox, 'quiet', { expires_on: inDays(60), last_used_on: inDays(-1) })
  await stored(sandbox, 'odd', { status: 'paused', expires_on: inDays(60), last_used_on: inDays(-1) })
  await open(page, sandbox)
  await expect(page.getByText(/^9 API tokens, 2 of them active, 1 of an unknown status\. Read/)).toBeVisible()
  await expect(part(page, 'Last used')).toContainText('3 active tokens, 1 of them of an unknown status')
  const needs = part(page, 'Needs you today')
  await expect(needs.getByRole('listitem')).toHaveCount(5)
  await expect(needs).toContainText('Secret found in public. Its status is “revoked (exposed)”.')
  await expect(needs).not.toContainText('quiet')
  // Those, and the app's own token, which can create tokens.
  const all = needs.getByRole('link', { name: '7 tokens' })
  expect(await searchOf(all)).toEqual({ finding: 'act-now', include_expired: 'true' })
  await expect(needs.getByRole('link', { name: 'Show all 7' })).toHaveAttribute(
    'href',
    `/accounts/${accountId}/findings?severity=act-now`,
  )
  await needs
    .getByRole('link', { name: /^leaked/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1, name: /^leaked/ })).toBeVisible()
})

test('where nothing is urgent it says so', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 2, ownPermissions: 'read' })
  const { result } = await sandbox.api.list('?include_expired=true')
  const { policies } = plainToken(sandbox.accountId, '')
  for (const { id, name } of result.filter((token) => token.name !== OWN_TOKEN_NAME))
    await sandbox.store(id, { id, name, status: 'active', policies, expires_on: inDays(60), last_used_on: inDays(-1) })
  await open(page, sandbox)
  await expect(part(page, 'Needs you today').getByText('Nothing needs you today.')).toBeVisible()
  await expect(part(page, 'Token Desk’s credential')).toContainText('Add Account API Tokens Write to change tokens.')
  await expect(page.getByRole('link', { name: 'Create token' })).toHaveCount(0)
})

test('each token that works counts once by what it can do and when it was used @core', async ({ page, sandbox }) => {
  const { accountId } = sandbox
  await sandbox.scenario({ tokens: 0 })
  const lately = { last_used_on: inDays(-3) }
  await stored(sandbox, 'everywhere', { ...lately, ...allowing(DNS_WRITE, ofAccount(accountId)) })
  await stored(sandbox, 'one zone', { ...lately, ...allowing(DNS_WRITE, ofZone) })
  await stored(sandbox, 'reads', { last_used_on: inDays(-120) })
  await stored(sandbox, 'nothing', { policies: [] })
  await stored(sandbox, 'mints', { ...lately, ...allowing(TOKENS_WRITE, ofAccount(accountId)) })
  await stored(sandbox, 'off', { ...lately, ...allowing(TOKENS_WRITE, ofZone), status: 'disabled' })
  await open(page, sandbox)

  const reach = part(page, 'Reach')
  // The app's own token mints as well. A zone's permission on the bare account is not established.
  for (const name of [
    /^Can change things everywhere .* 2$/,
    /^Can change named resources .* 1$/,
    /^Can run or purge .* 0$/,
    /^Read only .* 1$/,
    /^No effective access .* 1$/,
    /^Unknown access .* 1$/,
    /^Can create API tokens 2$/,
  ])
    await expect(reach.getByRole('link', { name })).toBeVisible()
  expect(await searchOf(reach.getByRole('link', { name: /^No effective access/ }))).toMatchObject({
    level: 'none,denied',
    status: 'active,expiring',
  })

  const used = part(page, 'Last used')
  await expect(used.getByRole('link', { name: '6 active tokens' })).toBeVisible()
  await expect(used.getByRole('link', { name: '1–7 days ago 3' })).toBeVisible()
  await expect(used.getByRole('link', { name: 'Over 90 days ago 1' })).toBeVisible()
  expect(await searchOf(used.getByRole('link', { name: 'Over 90 days ago 1' }))).toMatchObject({ used: '90d' })
  await expect(part(page, 'Quota')).toContainText('7 of 500')
})

test('the year leads to the weeks of the expiry page, and cliffs are told', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  for (const number of [1, 2, 3, 4, 5])
    await stored(sandbox, `one morning ${number}`, { expires_on: inDays(50), last_used_on: inDays(-1) })
  await stored(sandbox, 'much later', { expires_on: inDays(800) })
  await open(page, sandbox)
  const expiry = part(page, 'Expiry')
  await expect(expiry.getByRole('link', { name: 'Within 30 days 0' })).toBeVisible()
  await expect(expiry.getByRole('link', { name: 'In more than a year 1' })).toBeVisible()
  await expect(expiry.getByRole('list', { name: 'Tokens that expire together' })).toContainText(
    /5 tokens in use expire on \d+ \w+ \d+/,
  )
  await expect(expiry.getByRole('toolbar', { name: 'Tokens that expire, by week' }).getByRole('link')).toHaveCount(1)
  // Its number is wider than a week on a phone, and must not widen its bar.
  await page.setViewportSize({ width: 320, height: 800 })
  const bar = expiry.getByRole('link', { name: /cliff 1$/ })
  await expect.poll(async () => (await bar.boundingBox())?.width).toBeLessThan(8)
  await page.setViewportSize({ width: 1280, height: 800 })
  await expiry.getByRole('link', { name: /^Week of .*: 5 tokens, 5 in use, cliff 1$/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Expiry' })).toBeFocused()
  await expect(page.getByRole('row', { name: /one morning/ })).toHaveCount(5)
})

test('what changed lately is listed, the latest first', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await stored(sandbox, 'modified', { issued_on: inDays(-90), modified_on: inDays(-2) })
  await stored(sandbox, 'long ago', { issued_on: inDays(-90), modified_on: inDays(-8) })
  await sandbox.api.create(plainToken(sandbox.accountId, 'created'))
  await open(page, sandbox)
  const table = page.getByRole('table', { name: 'Tokens created or modified in the last 7 days' })
  await expect(table.getByRole('row')).toHaveText([
    /^Token/,
    /^createdCreatedZone Read · All zones/,
    /^modifiedModified/,
  ])
  expect(await searchOf(part(page, 'Changed in the last 7 days').getByRole('link', { name: '2 tokens' }))).toEqual({
    changed: '7d',
    include_expired: 'true',
    sort: 'modified',
  })
})

test('an account without tokens begins with its first one', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await open(page, sandbox)
  await expect(page.getByText('The only one belongs to Token Desk.')).toBeVisible()
  await expect(part(page, 'Token Desk’s credential')).toContainText('Active')
  await expect(part(page, 'Reach')).toHaveCount(0)
  await page.getByRole('link', { name: 'Create your first token' }).click()
  await expect(page.getByLabel('Token name')).toBeVisible()
})

test('what cannot be read says so in the place of numbers', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens', status: 403, times: 50 })
  await open(page, sandbox)
  await expect(page.getByText('Couldn’t load the tokens')).toBeVisible()
  await expect(part(page, 'Reach')).toHaveCount(0)
  await expect(part(page, 'Token Desk’s credential')).toBeVisible()
})

test('a credential that could not be verified is not called refused', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens/verify', status: 500, times: 0 })
  await open(page, sandbox)
  await expect(part(page, 'Token Desk’s credential').getByText('Not verified')).toBeVisible()
  await expect(page.getByRole('banner')).toContainText('Credential unknown')
})

test('without the catalogue the numbers say what they go by', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens/permission_groups', status: 403, times: 50 })
  await open(page, sandbox)
  await expect(part(page, 'Needs you today')).toContainText('so some rules can’t be checked')
  await expect(part(page, 'Reach')).toContainText('levels follow the names in the tokens')
})

test('the bare address leads to the page that was seen last', async ({ page, sandbox }) => {
  await page.goto('/')
  await expect(page).toHaveURL(`/accounts/${DEFAULT_ACCOUNT_ID}`)
  await open(page, sandbox)
  const main = page.getByRole('navigation', { name: 'Main' })
  await expect(main.getByRole('link', { name: 'Overview' })).toHaveAttribute('aria-current', 'page')
  await main.getByRole('link', { name: 'Tokens', exact: true }).click()
  await expect(main.getByRole('link', { name: 'Overview' })).not.toHaveAttribute('aria-current')
  await expect(page.getByRole('heading', { name: 'API tokens' })).toBeVisible()
  await page.goto('/')
  await expect(page).toHaveURL(`/accounts/${sandbox.accountId}/tokens`)
  await main.getByRole('link', { name: 'Overview' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeFocused()
  await page.goto('/')
  await expect(page).toHaveURL(`/accounts/${sandbox.accountId}`)
  await expect(main.getByRole('group', { name: 'Understand' }).getByRole('link', { name: 'Expiry' })).toBeVisible()
})

test('the keyboard alone goes from figure to figure and follows one', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  await stored(sandbox, 'reads', { last_used_on: inDays(-120), expires_on: inDays(100) })
  await open(page, sandbox)
  await expect(part(page, 'Reach').getByRole('link', { name: /^Read only/ })).toBeVisible()
  await page.getByRole('link', { name: 'Create token' }).focus()
  const names = async () => page.evaluate(() => document.activeElement?.textContent ?? '')
  const passed: string[] = []
  while (passed.length < 60 && passed.at(-1) !== 'Never used 0') {
    await page.keyboard.press('Tab')
    passed.push(await names())
  }
  expect(passed).toEqual(
    expect.arrayContaining([
      'All findings',
      'Access',
      'Can create API tokens 1',
      'Next 12 months',
      'Over 90 days ago 1',
    ]),
  )
  // The parts of the bar are the same links as the figures below it.
  expect(passed.filter((text) => text === '')).toHaveLength(1)
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/tokens\?.*used=90d/)
})

test('the navigation says how many tokens are urgent, once all are known', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 0 })
  const id = await stored(sandbox, 'leaked', { status: 'revoked (exposed)', last_used_on: inDays(-1) })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  const main = page.getByRole('navigation', { name: 'Main' })
  await expect(main.getByRole('link', { name: 'Findings', exact: true })).toBeVisible()
  // A page that is left ends its requests, and the next one would send them again.
  await expect(page.getByRole('region', { name: 'Findings' }).getByRole('listitem').first()).toBeVisible()
  await main.getByRole('link', { name: 'Overview' }).click()
  // With the app's own token, which can create tokens.
  await expect(main.getByRole('link', { name: 'Findings 2 tokens need you today' })).toBeVisible()
  await main.getByRole('link', { name: 'Tokens', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'API tokens' })).toBeVisible()
  await expect(main.getByRole('link', { name: 'Findings 2 tokens need you today' })).toBeVisible()
  await page.reload()
  await expect(main.getByRole('link', { name: 'Findings', exact: true })).toBeVisible()
  expect((await sandbox.requests()).filter(({ path }) => path.endsWith('/permission_groups'))).toHaveLength(1)
})
