import type { Page } from '@playwright/test'
import { drawn } from './boxes.ts'
import { returnToTab } from './fixtures.ts'
import { changesIn, expect, personalToken, signIn, test, type Team } from './team.ts'
import { chooseAction } from './token-page.ts'

/** Signs in with a new token, "Mine", and opens its page. Returns its secret. */
async function openOwn(page: Page, team: Team, accountId: string): Promise<string> {
  const own = await personalToken(team, accountId, 'Mine')
  await page.goto(`${team.appUrl}/sign-in`)
  await signIn(page, accountId, own.value)
  await changesIn(page).getByRole('link', { name: 'Mine', exact: true }).click()
  return own.value
}

test('the token that one signed in with is rolled: its secret stays until Done, and signs in again', async ({
  page,
  team,
  accountId,
}) => {
  const value = await openOwn(page, team, accountId)
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  const ask = page.getByRole('dialog')
  await expect(ask.getByText('Sign in again with the new secret.')).toBeVisible()
  await ask.getByRole('checkbox', { name: 'I understand' }).check()
  await ask.getByLabel('Type the name of the token to confirm').fill('Mine')
  const refused = page.waitForResponse((response) => response.status() === 401)
  await ask.getByRole('button', { name: 'Roll secret' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await expect(dialog.getByText('You signed in with this token')).toBeVisible()
  await (await refused).finished()
  await drawn(page)
  await dialog.getByRole('button', { name: 'Show secret' }).click()
  const secret = await dialog.getByLabel('Token secret').inputValue()
  expect(secret === value).toBe(false)
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signIn(page, accountId, secret)
  await expect(page.getByRole('heading', { level: 1, name: 'Mine' })).toBeVisible()
})

test('a secret rolled from the palette stays when the session is found to have ended', async ({
  page,
  team,
  accountId,
}) => {
  await page.clock.install()
  await openOwn(page, team, accountId)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('roll')
  await page.getByRole('option', { name: 'Roll the secret…' }).click()
  const ask = page.getByRole('dialog')
  await ask.getByRole('checkbox', { name: 'I understand' }).check()
  await ask.getByLabel('Type the name of the token to confirm').fill('Mine')
  await ask.getByRole('button', { name: 'Roll secret' }).click()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await expect(dialog).toBeVisible()
  // As when the user comes back from where the secret is kept, minutes later.
  const refusals: Promise<unknown>[] = []
  page.on('response', (one) => {
    if (one.url().includes('/api/session') && one.status() === 401) refusals.push(one.finished())
  })
  await page.clock.fastForward('05:00')
  // What is asked for already when the user comes back is not asked for again.
  const comesBack = async () => {
    await returnToTab(page)
    return refusals.length
  }
  await expect.poll(comesBack).toBeGreaterThan(0)
  await Promise.all(refusals)
  await drawn(page)
  await dialog.getByRole('button', { name: 'Show secret' }).click()
  await expect(dialog.getByLabel('Token secret')).toHaveValue(/^cfat_/)
})

for (const { verb, says, asksName } of [
  { verb: 'Disable', says: 'Only another token can re-enable it.', asksName: false },
  { verb: 'Delete', says: 'Sign in again with another token.', asksName: true },
]) {
  test(`who ends the token they signed in with is told so, and is signed out: ${verb}`, async ({
    page,
    team,
    accountId,
  }) => {
    await openOwn(page, team, accountId)
    await chooseAction(page, `${verb}…`)
    const ask = page.getByRole('dialog')
    await expect(ask.getByText('You signed in with this token')).toBeVisible()
    await expect(ask.getByText(`You are signed out by this. ${says}`)).toBeVisible()
    await expect(ask).not.toContainText('Token Desk')
    // Neither is possible without it.
    await expect(ask).not.toContainText('Disable it first')
    if (asksName) await ask.getByLabel('Type the name of the token to confirm').fill('Mine')
    await expect(ask.getByRole('button', { name: `${verb} token` })).toBeDisabled()
    await ask.getByRole('checkbox', { name: 'I understand I may lose access' }).check()
    await ask.getByRole('button', { name: `${verb} token` }).click()
    await expect(ask).toHaveCount(0)
    await expect(page.getByText(`${verb}d “Mine”`)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
    await page.goto(`${team.appUrl}/accounts/${accountId}/tokens`)
    await expect(page).toHaveURL(/\/sign-in\?next=/)
  })
}
