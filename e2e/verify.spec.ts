import type { Page } from '@playwright/test'
import { expect, plainToken, test } from './fixtures.ts'

const field = (page: Page) => page.getByLabel('Token secret')
const result = (page: Page) => page.getByRole('main').getByRole('status')

async function paste(page: Page, text: string) {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await field(page).fill('')
  await field(page).press('ControlOrMeta+v')
}

test('a pasted token is verified without a click, told by its name, and led to @core', async ({ page, sandbox }) => {
  const { id, value } = await sandbox.api.create(plainToken(sandbox.accountId, 'Found by its secret'))
  await page.goto(`/verify?account=${sandbox.accountId}`)
  await paste(page, `  CF_API_TOKEN="${value}"\n`)
  const told = result(page).filter({ hasText: 'This token works' })
  await expect(told).toContainText('Found by its secret')
  await expect(told).toContainText(id)
  await expect(page.getByText(/^Removed: .*the name CF_API_TOKEN/)).toBeVisible()

  const again = told.getByRole('button', { name: 'Check again' })
  const asked = page.waitForResponse((response) => response.url().endsWith('/api/verify'))
  await again.focus()
  await page.keyboard.press('Enter')
  expect((await asked).status()).toBe(200)
  await expect(again).toBeFocused()
  expect((await page.content()).includes(value)).toBe(false)
  await told.getByRole('link', { name: 'Open token' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Found by its secret' })).toBeVisible()
})

test('a token of a status that is not known is not called dead', async ({ page, sandbox }) => {
  const { id, value } = await sandbox.api.create(plainToken(sandbox.accountId, 'Of a new status'))
  const body = { success: true, errors: [], messages: [], result: { id, status: 'throttled' } }
  await sandbox.fail({ method: 'GET', path: '/tokens/verify', status: 200, times: 0, body })
  await page.goto(`/verify?account=${sandbox.accountId}`)
  await paste(page, value)
  await expect(result(page).filter({ hasText: 'This token exists' })).toContainText('it may work')
})

test('what has not the form of a token is only sent on demand', async ({ page, sandbox }) => {
  const { value } = await sandbox.api.create(plainToken(sandbox.accountId, 'The only one'))
  const sent: (string | null)[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/verify')) sent.push(request.postData())
  })
  await page.goto(`/verify?account=${sandbox.accountId}`)
  for (const text of [
    'short',
    'dash.cloudflare.com/profile/api-tokens/and/so/on',
    'correct'.repeat(6),
    '0a'.repeat(20),
  ]) {
    await paste(page, text)
    await expect(field(page)).toHaveValue(text)
    await expect(result(page).filter({ hasText: /token/ })).toHaveCount(0)
  }
  await paste(page, value)
  await expect(result(page).filter({ hasText: 'This token works' })).toBeVisible()
  expect(sent).toHaveLength(1)
  await paste(page, 'short')
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(result(page).filter({ hasText: 'This isn’t an API token' })).toBeVisible()
})

test('what is no secret is told before it is sent, and an ID leads to its token', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Given by its ID'))
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/verify')) sent.push(request.url())
  })
  await page.goto(`/verify?account=${sandbox.accountId}`)
  const verify = page.getByRole('button', { name: 'Verify', exact: true })
  for (const [text, problem] of [
    [`cfut_${'aB3d'.repeat(12)}`, 'This is a user token'],
    [`cfk_${'aB3d'.repeat(12)}`, 'This is a Global API Key'],
    ['cfat_ключ', 'can’t be in a token'],
    [id, 'This is an ID, not the secret'],
  ] as const) {
    await field(page).fill(text)
    await verify.click()
    await expect(page.getByRole('alert')).toContainText(problem)
  }
  const told = result(page).filter({ hasText: 'This is the ID of Given by its ID' })
  await told.getByRole('link', { name: 'Open token' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Given by its ID' })).toBeVisible()
  expect(sent).toEqual([])
})

test('a result is gone once the text beside it is another, also one on its way', async ({ page, sandbox }) => {
  const { value } = await sandbox.api.create(plainToken(sandbox.accountId, 'Told once'))
  const works = result(page).filter({ hasText: 'This token works' })
  const verify = page.getByRole('button', { name: 'Verify', exact: true })
  await page.goto(`/verify?account=${sandbox.accountId}`)
  await paste(page, value)
  await expect(works).toBeVisible()
  await field(page).selectText()
  await page.evaluate(() => navigator.clipboard.writeText('another'))
  await field(page).press('ControlOrMeta+v')
  await expect(field(page)).toHaveValue('another')
  await expect(works).toHaveCount(0)

  await sandbox.hold({ path: '/tokens/verify' })
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/verify'))
  await paste(page, value)
  await field(page).press('End')
  await page.keyboard.type('!')
  await expect(verify).not.toHaveAttribute('aria-busy', 'true')
  await sandbox.release()
  await (await answer).finished()
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await expect(works).toHaveCount(0)
})

test('an invalid token and one whose IP limit excludes this server are told apart @core', async ({ page, sandbox }) => {
  const limited = await sandbox.api.create({
    ...plainToken(sandbox.accountId, 'Fenced'),
    condition: { request_ip: { in: ['203.0.113.0/24'] } },
  })
  await page.goto(`/verify?account=${sandbox.accountId}`)
  await paste(page, `cfat_${'aB3d'.repeat(12)}`)
  await expect(result(page).filter({ hasText: 'Invalid token' })).toContainText('Check for typos')
  await paste(page, limited.value)
  await expect(result(page).filter({ hasText: 'Can’t verify from here' })).toContainText('outside the token’s IP limit')
})

test('the account is folded while one is known, and told by its name', async ({ page }) => {
  await page.goto('/verify?account=023e105f4ecef8ad9ca31a8372d0c353')
  await expect(page.getByText('Account: Northwind Traders')).toBeVisible()
  await expect(page.getByLabel('Account ID')).toBeHidden()
  await page.getByText('Account: Northwind Traders').click()
  await page.getByLabel('Account ID').fill('nonsense')
  await field(page).fill(`cfat_${'aB3d'.repeat(12)}`)
  await page.getByRole('button', { name: 'Verify', exact: true }).click()
  await expect(page.getByRole('alert')).toHaveText(/An account ID has 32 characters/)
})
