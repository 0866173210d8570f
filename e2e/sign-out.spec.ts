import { randomUUID } from 'node:crypto'
import { goOffline } from './fixtures.ts'
import { asAdmin, changesIn, chooseInSession, expect, personalToken, signIn, signOutEverywhere, test } from './team.ts'

test('signing out everywhere can be thought better of, with the keyboard alone', async ({ page, team, accountId }) => {
  const own = await personalToken(team, accountId, 'Stays')
  await page.goto(`${team.appUrl}/sign-in`)
  await signIn(page, accountId, own.value)
  // The page that comes takes the focus, and the header is there before it.
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeFocused()
  const button = page.getByRole('button', { name: /^Session/ })
  await button.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Sign out everywhere…' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Sign out everywhere?' })
  await expect(dialog.getByRole('button', { name: 'Sign out everywhere' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(button).toBeFocused()
  await expect(changesIn(page)).toContainText('Stays')
})

test('a sign-out without an answer says what is not known, and can be done again', async ({
  page,
  team,
  accountId,
}) => {
  const own = await personalToken(team, accountId, 'Offline')
  await page.goto(`${team.appUrl}/sign-in`)
  await signIn(page, accountId, own.value)
  await expect(changesIn(page)).toBeVisible()
  await page.setViewportSize({ width: 360, height: 720 })
  await page.getByRole('button', { name: /^Session/ }).click()
  await expect(page.getByRole('menuitem', { name: 'Sign out', exact: true })).toBeVisible()
  await goOffline(page)
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign out?' })
  await expect(dialog.getByRole('alert')).toContainText('We couldn’t confirm that you’re signed out')
  await page.context().setOffline(false)
  await dialog.getByRole('button', { name: 'Sign out here' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
})

test('signing out everywhere ends the sessions of other browsers with the same token, and no others', async ({
  page,
  browser,
  team,
  accountId,
}) => {
  const [own, colleagues] = [
    await personalToken(team, accountId, 'Ada’s own'),
    await personalToken(team, accountId, 'Grace’s own'),
  ]
  const list = `${team.appUrl}/accounts/${accountId}/tokens`
  const elsewhere = await (await browser.newContext()).newPage()
  const colleague = await (await browser.newContext()).newPage()
  for (const [one, { value }] of [
    [page, own],
    [elsewhere, own],
    [colleague, colleagues],
  ] as const) {
    await one.goto(`${team.appUrl}/sign-in`)
    await signIn(one, accountId, value)
    await expect(changesIn(one)).toBeVisible()
  }
  const otherTab = await page.context().newPage()
  await otherTab.goto(list)
  await expect(otherTab.getByRole('table', { name: 'API tokens', exact: true })).toBeVisible()
  await expect(otherTab.getByRole('button', { name: /^Session/ })).toBeVisible()

  await signOutEverywhere(page)
  await expect(page.getByText('You’re signed out here and in every other browser with the same token.')).toBeVisible()
  await expect(otherTab).toHaveURL(/\/sign-in$/)
  // Another browser notices with its next answer.
  await elsewhere.getByRole('link', { name: 'Verify token' }).click()
  await expect(elsewhere).toHaveURL(/\/sign-in\?next=/)
  await colleague.reload()
  await expect(changesIn(colleague)).toContainText('Grace’s own')
})

test('the revoked token of one account leaves the user signed in to the other', async ({ page, team, accountId }) => {
  const other = randomUUID().replaceAll('-', '')
  const revoked = await personalToken(team, accountId, 'Revoked')
  await page.goto(`${team.appUrl}/sign-in`)
  await signIn(page, other, (await personalToken(team, other, 'There')).value)
  await expect(changesIn(page)).toContainText('There')
  await chooseInSession(page, 'Add an account')
  await signIn(page, accountId, revoked.value)
  await expect(changesIn(page)).toContainText('Revoked')

  await asAdmin(team, 'DELETE', `/accounts/${accountId}/tokens/${revoked.id}`)
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  const rest = page.getByRole('status').filter({ hasText: 'You’re still signed in to your other accounts' })
  await rest.getByRole('link', { name: `Account ${other.slice(0, 8)}` }).click()
  await expect(page).toHaveURL(`${team.appUrl}/accounts/${other}`)
  await expect(changesIn(page)).toContainText('There')
})

test('Back leads to no page of the account after a sign-out, and to no form after a sign-in', async ({
  page,
  team,
  accountId,
}) => {
  const own = await personalToken(team, accountId, 'Own')
  await page.goto(`${team.appUrl}/sign-in`)
  await signIn(page, accountId, own.value)
  await page.getByRole('link', { name: 'Permissions' }).click()
  await expect(page.getByRole('heading', { name: 'Permission groups' })).toBeVisible()
  await chooseInSession(page, 'Sign out')
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.goBack()
  await expect(page).toHaveURL(new RegExp(`/sign-in\\?next=%2Faccounts%2F${accountId}$`))
  await signIn(page, accountId, own.value)
  await expect(changesIn(page)).toContainText('Own')
  await page.goBack()
  await expect(page).toHaveURL('about:blank')
})

test('a sign-out that discards a draft says so first @core', async ({ page, team, accountId }) => {
  const own = await personalToken(team, accountId, 'Careful')
  await page.goto(`${team.appUrl}/sign-in?next=/accounts/${accountId}/tokens/new`)
  await signIn(page, accountId, own.value)
  const name = page.getByLabel('Token name')
  await name.fill('Half-typed')
  const draft = () => page.evaluate(() => Object.keys(sessionStorage).some((key) => key.includes('draft')))
  await expect.poll(draft).toBe(true)
  await chooseInSession(page, 'Sign out')
  const dialog = page.getByRole('dialog', { name: 'Sign out?' })
  await expect(dialog).toContainText('A draft will be discarded')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(name).toHaveValue('Half-typed')
  await chooseInSession(page, 'Sign out')
  await dialog.getByRole('button', { name: 'Sign out here' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  expect(await draft()).toBe(false)
})

test('a sign-out that discards JSON that cannot be read yet says so first', async ({ page, team, accountId }) => {
  const own = await personalToken(team, accountId, 'Careful')
  await page.goto(`${team.appUrl}/sign-in?next=${encodeURIComponent(`/accounts/${accountId}/tokens/new?tab=json`)}`)
  await signIn(page, accountId, own.value)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  await json.fill('{ "name": "cut')
  await chooseInSession(page, 'Sign out')
  const dialog = page.getByRole('dialog', { name: 'Sign out?' })
  await expect(dialog).toContainText('A draft will be discarded')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(json).toHaveText('{ "name": "cut')

  await chooseInSession(page, 'Sign out')
  await dialog.getByRole('button', { name: 'Sign out here' }).click()
  await signIn(page, accountId, own.value)
  await expect(changesIn(page)).toBeVisible()
  // Nothing is typed here any more.
  await chooseInSession(page, 'Sign out')
  await expect(page).toHaveURL(/\/sign-in$/)
})

test('a sign-out discards a draft also where the browser stores nothing for all tabs', async ({
  page,
  team,
  accountId,
}) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, 'localStorage', { get: () => undefined }))
  const own = await personalToken(team, accountId, 'Careful')
  await page.goto(`${team.appUrl}/sign-in?next=/accounts/${accountId}/tokens/new`)
  await signIn(page, accountId, own.value)
  await page.getByLabel('Token name').fill('Half-typed')
  const kept = () => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))
  await expect.poll(kept).toContain('Half-typed')
  await chooseInSession(page, 'Sign out')
  await page.getByRole('dialog', { name: 'Sign out?' }).getByRole('button', { name: 'Sign out here' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  expect(await kept()).not.toContain('Half-typed')
})
