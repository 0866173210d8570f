import type { Page } from '@playwright/test'
import { drawn } from './boxes.ts'
import { expect, goOffline, plainToken, test } from './fixtures.ts'
import { part } from './overview.ts'
import { chooseAction } from './token-page.ts'

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name })
const announcement = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

/** As a user of the keyboard follows it. */
async function follow(page: Page, name: string) {
  await page.getByRole('main').getByRole('link', { name, exact: true }).focus()
  await page.keyboard.press('Enter')
}

test('each page takes the focus to its heading and is announced, by the keyboard alone @core', async ({
  page,
  sandbox,
}) => {
  await sandbox.api.create(plainToken(sandbox.accountId, 'Visited'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('link', { name: 'Visited', exact: true })).toBeVisible()
  // The browser itself tells of the first page.
  await expect(heading(page, 'API tokens')).not.toBeFocused()

  await follow(page, 'Visited')
  await expect(heading(page, 'Visited')).toBeFocused()
  await expect(announcement(page, 'Visited · Tokens')).toBeAttached()

  await follow(page, 'Edit')
  await expect(heading(page, 'Edit token')).toBeFocused()
  await expect(announcement(page, 'Edit Visited · Tokens')).toBeAttached()

  await page.goBack()
  await expect(page.getByRole('main').getByRole('link', { name: 'Edit', exact: true })).toBeFocused()
  await expect(announcement(page, 'Visited · Tokens')).toBeAttached()
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Tokens' }).focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'API tokens')).toBeFocused()
  await expect(announcement(page, 'API tokens')).toBeAttached()

  await page.keyboard.press('c')
  // Here the first field is the place to begin.
  await expect(page.getByLabel('Token name')).toBeFocused()
  await expect(announcement(page, 'Create token')).toBeAttached()
})

test('a heading that comes with the data takes the focus when it is there', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Late'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('link', { name: 'Late', exact: true })).toBeVisible()
  await sandbox.hold({ method: 'GET', path: `/tokens/${id}` })
  await follow(page, 'Late')
  await expect(heading(page, 'API tokens')).toHaveCount(0)
  await sandbox.release()
  await expect(heading(page, 'Late')).toBeFocused()
  await expect(announcement(page, 'Late · Tokens')).toBeAttached()
})

test('a page that cannot be shown is announced as well', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Removed'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('link', { name: 'Removed', exact: true })).toBeVisible()
  await sandbox.api.remove(id)
  // The link asks for the token when it has the focus, and a token that is gone leaves the list.
  await sandbox.hold({ method: 'GET', path: `/tokens/${id}` })
  await follow(page, 'Removed')
  await sandbox.release()
  await expect(heading(page, 'Not found in this account')).toBeFocused()
  await expect(announcement(page, 'Not found in this account')).toBeAttached()
})

test('the palette leads to the heading of the page, a page already visited included', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  for (const [words, name] of [
    ['Tokens', 'API tokens'],
    ['Permissions', 'Permission groups'],
    ['Tokens', 'API tokens'],
    ['Verify', 'Verify token'],
  ] as const) {
    await page.getByRole('button', { name: 'Search or jump to' }).click()
    const palette = page.getByRole('dialog')
    await palette.getByRole('combobox').fill(words)
    await palette.getByRole('option', { name: words }).first().click()
    await expect(palette).toHaveCount(0)
    await expect(heading(page, name)).toBeFocused()
  }
})

test('a link in the menu of a narrow window closes it, and loads nothing anew', async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await expect(page.getByRole('heading', { level: 1, name: 'Permission groups' })).toBeVisible()
  const document = await page.evaluateHandle(() => window.document)
  for (const [link, heading] of [
    ['Which permission?', 'Which permission do I need?'],
    ['Tokens', 'API tokens'],
  ] as const) {
    await page.getByRole('button', { name: 'Menu', exact: true }).click()
    const menu = page.getByRole('navigation', { name: 'Menu' })
    await menu.getByRole('link', { name: link, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused()
    await expect(menu).toHaveCount(0)
  }
  expect(await document.evaluate((one) => one === window.document)).toBe(true)
})

test('a change of the search leaves the focus where it is', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  const search = page.getByRole('searchbox', { name: 'Search permission groups' })
  await search.fill('dns')
  await expect(page).toHaveURL(/name=dns/)
  await expect(search).toBeFocused()
})

test('a deleted token leads back to the heading of the list', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Ends here'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await chooseAction(page, 'Delete…')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /^Delete/ }).click()
  await expect(heading(page, 'API tokens')).toBeFocused()
})

test('a reload and going forward keep the place on the page', async ({ page, sandbox }) => {
  await sandbox.scenario({ tokens: 30 })
  await page.setViewportSize({ width: 1280, height: 360 })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  const rows = page.getByRole('table', { name: 'API tokens', exact: true }).getByRole('row')
  await expect(rows).toHaveCount(21)
  await page.evaluate(() => window.scrollTo(0, 400))
  // The event of it comes with the next frame.
  await drawn(page)
  const height = () => page.evaluate(() => window.scrollY)
  const before = await height()
  expect(before).toBeGreaterThan(300)
  await page.reload()
  await expect(rows).toHaveCount(21)
  await expect.poll(height).toBe(before)
  await page.getByRole('link', { name: 'Permissions' }).click()
  await expect(heading(page, 'Permission groups')).toBeFocused()
  await page.goBack()
  await expect.poll(height).toBe(before)
})

test('what an address says is read as text, and nonsense falls back', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens?page=many&q=first&q=2026.10&sort=size`)
  await expect(page.getByRole('main').getByRole('searchbox').first()).toHaveValue('2026.10')
  await expect(page).toHaveURL(`/accounts/${sandbox.accountId}/tokens?q=2026.10`)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=text&template=1e3`)
  await expect(page.getByLabel('Token name')).toBeVisible()
  await expect(page).toHaveURL(`/accounts/${sandbox.accountId}/tokens/new?template=1e3`)
})

test('an address with a doubled slash is the one without, and keeps its params', async ({ page, sandbox }) => {
  const root = `/accounts/${sandbox.accountId}/tokens`
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Subject'))
  await page.goto(`${root}//${id}?status=active`)
  await expect(page.getByRole('heading', { level: 1, name: 'Subject' })).toBeVisible()
  await expect(page).toHaveURL(`${root}/${id}?status=active`)
  await page.goto(new URL(`${root}?status=active`, page.url()).href.replace('/accounts', '//accounts'))
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).toBeVisible()
  await expect(page).toHaveURL(`${root}?status=active`)
})

test('the header says that the browser is offline, and when it no longer is', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await expect(page.getByRole('button', { name: /^Session/ })).toBeVisible()
  await goOffline(page)
  await expect(page.getByRole('banner').getByText('Offline')).toBeVisible()
  await page.context().setOffline(false)
  await expect(page.getByRole('banner').getByText('Offline')).toHaveCount(0)
})

test('an account ID that no account answers to is not come back to, and no link keeps it', async ({
  page,
  sandbox,
}) => {
  const mistyped = '0'.repeat(31)
  const links = page.getByRole('navigation', { name: 'Main' })
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await expect(heading(page, 'Permission groups')).toBeVisible()
  for (const path of [`/accounts/${mistyped}/tokens`, `/verify?account=${mistyped}`]) {
    await page.goto(path)
    await expect(links.getByRole('link', { name: 'Access' })).toHaveAttribute(
      'href',
      `/accounts/${sandbox.accountId}/access`,
    )
  }
  await page.goto('/')
  await expect(page).toHaveURL(new RegExp(`/accounts/${sandbox.accountId}$`))
})

test('an account that refuses the credential is not come back to', async ({ page, sandbox }) => {
  await sandbox.fail({ method: 'GET', path: '/tokens/verify', status: 401, times: 0 })
  await page.goto(`/accounts/${sandbox.accountId}/permissions`)
  await expect(page.getByRole('banner')).toContainText('Credential refused')
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).not.toHaveURL(new RegExp(sandbox.accountId))
})

test('Back returns the focus to the link that was followed, also where the page comes late @core', async ({
  page,
  sandbox,
}) => {
  await sandbox.api.create(plainToken(sandbox.accountId, 'Opened'))
  const main = page.getByRole('main')
  await page.goto(`/accounts/${sandbox.accountId}`)
  const figure = part(page, 'Quota').getByRole('link').first()
  await figure.focus()
  await page.keyboard.press('Enter')
  await expect(heading(page, 'API tokens')).toBeFocused()
  await follow(page, 'Opened')
  await expect(heading(page, 'Opened')).toBeFocused()
  await page.goBack()
  await expect(main.getByRole('link', { name: 'Opened', exact: true })).toBeFocused()
  await page.goBack()
  await expect(figure).toBeFocused()
})

test('Back returns the focus also while it is not known who is signed in', async ({ page, sandbox }) => {
  await sandbox.api.create(plainToken(sandbox.accountId, 'Opened'))
  await sandbox.hold({ method: 'GET', path: '/tokens/verify' })
  await page.goto(`/accounts/${sandbox.accountId}/tokens`)
  await follow(page, 'Opened')
  await expect(heading(page, 'Opened')).toBeFocused()
  await page.goBack()
  await expect(heading(page, 'API tokens')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Opened', exact: true })).toBeFocused()
})
