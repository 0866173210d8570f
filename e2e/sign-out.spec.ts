import { expect, personalToken, signIn, test } from './team.ts'

test('signing out can be thought better of, with the keyboard alone', async ({ page, team, accountId }) => {
  const own = await personalToken(team, accountId, 'Stays')
  await page.goto(`${team.appUrl}/sign-in`)
  await signIn(page, accountId, own.value)
  const button = page.getByRole('button', { name: 'Sign out' })
  await button.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Sign out?' })
  await expect(dialog.getByRole('button', { name: 'Sign out here' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(dialog.getByRole('button', { name: 'Sign out everywhere' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(button).toBeFocused()
  await expect(page.getByRole('table', { name: 'API tokens' })).toContainText('Stays')
})

test('a sign-out without an answer says what is not known, and can be done again', async ({
  page,
  team,
  accountId,
}) => {
  const own = await personalToken(team, accountId, 'Offline')
  await page.goto(`${team.appUrl}/sign-in`)
  await signIn(page, accountId, own.value)
  await expect(page.getByRole('table', { name: 'API tokens' })).toBeVisible()
  // On a narrow screen the button is in a menu, which gives way to the dialog.
  await page.setViewportSize({ width: 360, height: 720 })
  await page.getByRole('button', { name: 'Menu' }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  const dialog = page.getByRole('dialog', { name: 'Sign out?' })
  await expect(dialog).toBeVisible()
  await page.context().setOffline(true)
  await dialog.getByRole('button', { name: 'Sign out here' }).click()
  await expect(dialog.getByRole('alert')).toContainText('It is not known whether you are signed out')
  await page.context().setOffline(false)
  await dialog.getByRole('button', { name: 'Sign out here' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
})
