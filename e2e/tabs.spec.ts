import type { Page } from '@playwright/test'
import { asAdmin, changesIn, chooseInSession, expect, personalToken, signIn, test, type Team } from './team.ts'

const typedIn = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)))

/** Types a draft of a new token in a tab of its own. */
async function draftInNewTab(page: Page, { appUrl }: Team, accountId: string): Promise<Page> {
  const tab = await page.context().newPage()
  await tab.goto(`${appUrl}/accounts/${accountId}/tokens/new`)
  await tab.getByLabel('Token name').fill('Half-typed')
  await expect.poll(() => typedIn(tab)).toContain('Half-typed')
  await expect(tab.getByRole('button', { name: /^Session/ })).toBeVisible()
  return tab
}

async function signInAs(page: Page, team: Team, accountId: string, name: string) {
  const own = await personalToken(team, accountId, name)
  await page.goto(`${team.appUrl}/sign-in`)
  await signIn(page, accountId, own.value)
  await expect(changesIn(page)).toContainText(name)
  return own
}

test('a sign-out leads every tab to sign in, and the next user does not see what was typed there', async ({
  page,
  team,
  accountId,
}) => {
  await signInAs(page, team, accountId, 'Ada’s own')
  const tab = await draftInNewTab(page, team, accountId)
  await chooseInSession(page, 'Sign out')
  await expect(tab).toHaveURL(/\/sign-in$/)
  expect(await typedIn(tab)).not.toContain('Half-typed')
  await signInAs(tab, team, accountId, 'Grace’s own')
  await tab.goto(`${team.appUrl}/accounts/${accountId}/tokens/new`)
  await expect(tab.getByLabel('Token name')).toHaveValue('')
  await expect(tab.getByText('Draft restored')).toHaveCount(0)
})

test('a tab that is asleep during a sign-out shows nobody else what was typed in it', async ({
  page,
  team,
  accountId,
}) => {
  await signInAs(page, team, accountId, 'Ada’s own')
  const tab = await draftInNewTab(page, team, accountId)
  await tab.goto('about:blank')
  await chooseInSession(page, 'Sign out')
  await signInAs(page, team, accountId, 'Grace’s own')
  await tab.goto(`${team.appUrl}/accounts/${accountId}/tokens/new`)
  await expect(tab.getByLabel('Token name')).toHaveValue('')
  expect(await typedIn(tab)).not.toContain('Half-typed')
})

test('who signs in after a session that has ended by itself does not see what another user typed', async ({
  page,
  team,
  accountId,
}) => {
  const ada = await signInAs(page, team, accountId, 'Ada’s own')
  const tab = await draftInNewTab(page, team, accountId)
  await asAdmin(team, 'DELETE', `/accounts/${accountId}/tokens/${ada.id}`)
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signIn(page, accountId, (await personalToken(team, accountId, 'Grace’s own')).value)
  await expect(changesIn(page)).toContainText('Grace’s own')
  // The page of Ada's, with what she typed, is left without a question.
  await expect(changesIn(tab)).toContainText('Grace’s own')
  expect(await typedIn(tab)).not.toContain('Half-typed')
})

test('an account that is added in another tab leaves a page and its draft alone', async ({ page, team, accountId }) => {
  await signInAs(page, team, accountId, 'Here')
  const tab = await draftInNewTab(page, team, accountId)
  await chooseInSession(page, 'Add an account')
  const other = accountId.split('').toReversed().join('')
  await signIn(page, other, (await personalToken(team, other, 'There')).value)
  await expect(changesIn(page)).toContainText('There')
  await expect(tab.getByLabel('Token name')).toHaveValue('Half-typed')
  await tab.reload()
  await expect(tab.getByText('Draft restored')).toBeVisible()
})

test('a secret that is shown stays until Done when another tab signs out', async ({ page, team, accountId }) => {
  await signInAs(page, team, accountId, 'Mine')
  const tab = await page.context().newPage()
  await tab.goto(`${team.appUrl}/accounts/${accountId}/tokens/new`)
  await tab.getByLabel('Token name').fill('Made')
  await tab.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await tab.getByRole('button', { name: 'Create token' }).click()
  const dialog = tab.getByRole('dialog', { name: 'Copy this secret now' })
  await expect(dialog).toBeVisible()
  await chooseInSession(page, 'Sign out')
  await expect(page).toHaveURL(/\/sign-in$/)
  await dialog.getByRole('button', { name: 'Show secret' }).click()
  await expect(dialog.getByLabel('Token secret')).toHaveValue(/^cfat_/)
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(tab).toHaveURL(/\/sign-in$/)
})
