import { expect, plainToken, test } from './fixtures.ts'
import { chooseAction, policySentences } from './token-page.ts'

const DNS_WRITE = '4755a26eedb94da69e1066d98aa820be'
const ZONE_READ = 'c8fed203ed3043cba015a93ad1616f1f'

test('a token’s page says what it can do, where, and what is denied @core', async ({ page, sandbox }) => {
  const [zone] = await sandbox.api.zones()
  const resources = { [`com.cloudflare.api.account.zone.${zone.id}`]: '*' }
  const { id } = await sandbox.api.create({
    name: 'Both ways',
    policies: [
      { effect: 'allow', permission_groups: [{ id: DNS_WRITE }, { id: ZONE_READ }], resources },
      { effect: 'deny', permission_groups: [{ id: DNS_WRITE }], resources },
    ],
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  const table = page.getByRole('table', { name: 'Permissions' })
  await expect(table.getByRole('row', { name: /^DNS None Write None/ })).toContainText(zone.name)
  await expect(table.getByRole('row', { name: /^DNS None Write denied/ })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: 'Read, 1 zone' })).toBeVisible()
  await expect(await policySentences(page)).toContainText(`Zone Read on 1 zone: ${zone.name}`)

  await expect(table).not.toContainText(DNS_WRITE)
  await page.getByRole('button', { name: 'Show IDs' }).click()
  await expect(table).toContainText(DNS_WRITE)
  await expect(table).toContainText(`com.cloudflare.api.account.zone.${zone.id}`)

  // The API answers with policies in an order of its own.
  const denied = table.getByRole('row', { name: /Write denied/ })
  await denied.getByRole('link', { name: /^Policy \d in JSON$/ }).click()
  await expect(page.getByRole('tab', { name: 'JSON' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('region', { name: 'Token JSON' }).getByText('"deny"')).toBeInViewport()
})

test('a token of many permissions shows the first of them above its findings, and all when asked', async ({
  page,
  sandbox,
}) => {
  const groups = await sandbox.api.get<{ id: string; scopes: string[] }[]>('/tokens/permission_groups')
  const ofAccount = groups.filter(({ scopes }) => scopes[0] === 'com.cloudflare.api.account')
  const { id } = await sandbox.api.create({
    name: 'Does much',
    policies: [
      {
        effect: 'allow',
        permission_groups: ofAccount.slice(0, 60).map((group) => ({ id: group.id })),
        resources: { [`com.cloudflare.api.account.${sandbox.accountId}`]: '*' },
      },
    ],
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  const table = page.getByRole('table', { name: 'Permissions' })
  await expect(table.getByRole('row')).toHaveCount(21)
  await page.getByRole('button', { name: /^Show all \d+ rows$/ }).press('Enter')
  await expect(page.getByRole('button', { name: 'Show fewer rows' })).toBeFocused()
  await expect(table.getByRole('row').nth(25)).toBeVisible()
})

test('each finding of a token has its reason and its fix @core', async ({ page, sandbox }) => {
  const [policy] = plainToken(sandbox.accountId, '').policies
  const { id } = await sandbox.api.create({
    name: 'Risky',
    policies: [{ ...policy, permission_groups: [{ id: DNS_WRITE }] }],
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  const card = page.getByRole('region', { name: 'Findings' })
  for (const risk of ['Writes DNS everywhere', 'No address limit and no end', 'Never expires'])
    await expect(card).toContainText(risk)
  await expect(card).toContainText('Not compared with other tokens')
  await card
    .getByRole('listitem')
    .filter({ has: page.getByText('Never expires', { exact: true }) })
    .getByRole('link', { name: /^Set an exp/ })
    .click()
  await expect(page.getByLabel('Token name')).toHaveValue('Risky')
})

test('what should not wait is said beside the status, and leads to the findings', async ({ page, sandbox }) => {
  const [policy] = plainToken(sandbox.accountId, '').policies
  const groups = [{ id: DNS_WRITE }]
  const { id } = await sandbox.api.create({ name: 'Risky', policies: [{ ...policy, permission_groups: groups }] })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  const tag = page.getByRole('link', { name: 'Act now: its findings' })
  await tag.click()
  await expect(page.getByRole('heading', { name: 'Findings', exact: true })).toBeInViewport()
  await page.goBack()
  await expect(page).not.toHaveURL(/tokens/)
})

test('what only a comparison tells is not denied before it, and told after it', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Ended'))
  const token = await sandbox.api.get<Record<string, unknown>>(`/tokens/${id}`)
  const daysAgo = (days: number) => `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 19)}Z`
  await sandbox.store(id, {
    ...token,
    status: 'expired',
    issued_on: daysAgo(90),
    expires_on: daysAgo(2),
    last_used_on: daysAgo(3),
  })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  const card = page.getByRole('region', { name: 'Findings' })
  await expect(card).toContainText('Nothing found without a comparison with other tokens.')
  await expect(card).toContainText('Rules such as “Ended while in use” and “Twins” wait for that.')
  const compare = card.getByRole('button', { name: 'Compare with all tokens' })
  await compare.focus()
  await page.keyboard.press('Enter')
  await expect(card.getByRole('listitem')).toContainText(['Ended while in use'])
  await expect(compare).toBeHidden()
  await expect(card.getByText('Not compared')).toBeHidden()
  await expect(page.locator(':focus')).toContainText('Ended while in use')
})

test('similar tokens are looked for only when asked', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'One of two'))
  await sandbox.api.create(plainToken(sandbox.accountId, 'Its twin'))
  const lists = async () => (await sandbox.requests()).filter(({ path }) => path === '/tokens').length
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  const find = page.getByRole('button', { name: 'Find similar tokens' })
  await expect(find).toBeVisible()
  const before = await lists()
  await find.click()
  const card = page.getByRole('region', { name: 'Similar tokens' })
  await expect(card.getByRole('listitem').filter({ hasText: 'Its twin' })).toContainText('Same access')
  expect(await lists()).toBeGreaterThan(before)
  await card.getByRole('link', { name: 'Compare with Its twin' }).click()
  const compare = page.getByRole('region', { name: 'Compare' })
  await expect(compare.getByRole('status')).toHaveText('One of two and Its twin can do the same.')
  await compare.getByRole('heading', { name: 'Only Its twin' }).getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Its twin' })).toBeVisible()
})

test('how to use a token is copied with a placeholder for its secret', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Handed over'))
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  const card = page.getByRole('region', { name: 'Use this token' })
  await card.getByRole('tab', { name: 'curl' }).click()
  await card.getByRole('button', { name: 'Copy' }).click()
  await expect(card.getByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain("export CLOUDFLARE_API_TOKEN='YOUR_TOKEN_SECRET'")
  expect(copied).toContain(`/accounts/${sandbox.accountId}/tokens/verify'`)
})

test('the life of a token is a list in the order of time', async ({ page, sandbox }) => {
  const expires_on = `${new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 19)}Z`
  const { id } = await sandbox.api.create({ ...plainToken(sandbox.accountId, 'Short-lived'), expires_on })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  const life = page.getByRole('region', { name: 'Lifetime' })
  await expect(life.getByRole('list').getByRole('listitem')).toHaveText([/^Issued/, /^Now/, /^Expires/])
  await expect(life).toContainText('0 of 30 days used')
  await expect(life).toContainText('Never used.')
})

test('on a phone the actions share one row at the bottom', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'On a phone'))
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  const edit = await page.getByRole('link', { name: 'Edit', exact: true }).boundingBox()
  const roll = await page.getByRole('button', { name: 'Roll', exact: true }).boundingBox()
  const more = await page.getByRole('button', { name: 'More actions' }).boundingBox()
  expect(edit?.y).toBeGreaterThan(660)
  expect(roll?.y).toBe(edit?.y)
  expect(more?.y).toBe(edit?.y)
  await chooseAction(page, 'Export…')
  await expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible()
})

test('the question before a delete takes the name as it is read, and Enter @core', async ({ page, sandbox }) => {
  const { id, value } = await sandbox.api.create(plainToken(sandbox.accountId, 'ci  deploy'))
  expect(await sandbox.api.verify(value)).toBe(200)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await chooseAction(page, 'Delete…')
  const word = page.getByRole('dialog', { name: /^Delete/ }).getByLabel('Type the name of the token to confirm')
  await word.fill('ci deplo')
  await word.press('Enter')
  await expect(word).toBeVisible()
  await word.fill('ci deploy')
  await word.press('Enter')
  await expect(page.getByText(/^Deleted “ci\s+deploy”$/)).toBeVisible()
})

test('the question before a delete offers to disable the token instead', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Needed'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await chooseAction(page, 'Delete…')
  await page.getByRole('dialog', { name: 'Delete “Needed”?' }).getByRole('button', { name: 'Disable instead' }).click()
  const dialog = page.getByRole('dialog', { name: 'Disable “Needed”?' })
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('button', { name: 'More actions' })).toBeFocused()

  await chooseAction(page, 'Delete…')
  await page.getByRole('button', { name: 'Disable instead' }).click()
  await dialog.getByRole('button', { name: 'Disable token' }).click()
  await expect(page.getByText('Disabled “Needed”')).toBeVisible()
  await chooseAction(page, 'Delete…')
  await expect(page.getByRole('dialog')).toContainText('It is disabled, so nothing works with it now.')
  await expect(page.getByRole('button', { name: 'Disable instead' })).toHaveCount(0)
})
