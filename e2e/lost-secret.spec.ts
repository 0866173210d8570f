import type { Page } from '@playwright/test'
import { expect, plainToken, test, type Sandbox } from './fixtures.ts'

const secretDialog = (page: Page) => page.getByRole('dialog', { name: 'Copy this secret now' })
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('.new-secret.')))

async function reloadAnyway(page: Page) {
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

async function newToken(page: Page, sandbox: Sandbox, name: string) {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, name))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  return id
}

async function roll(page: Page) {
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Roll secret' }).click()
}

test('a reload before the answer to a roll tells that its outcome is not known, and looks again', async ({
  page,
  sandbox,
}) => {
  const id = await newToken(page, sandbox, 'Rolled unseen')
  await sandbox.hold({ method: 'PUT', path: `/tokens/${id}/value` })
  const sent = page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith('/value'))
  await roll(page)
  await sent
  await reloadAnyway(page)

  const note = page.getByRole('alert').filter({ hasText: 'We couldn’t confirm that the secret of “Rolled unseen”' })
  await expect(note).toContainText('The page was reloaded before Cloudflare answered.')
  await expect(note).toContainText('Cloudflare shows no change to the token so far')
  await sandbox.release()
  await expect(async () => {
    await note.getByRole('button', { name: 'Check again' }).click()
    await expect(note).toContainText('so the secret was probably rolled, but we never received the new one')
  }).toPass()

  // Another page tells it, too.
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Permissions', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Permission groups' })).toBeVisible()
  await note.getByRole('link', { name: 'Open token' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Rolled unseen' })).toBeVisible()
  await note.getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(note).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  expect(await kept(page)).toEqual([])
  const rolls = (await sandbox.requests()).filter(({ path }) => path.endsWith('/value'))
  expect(rolls).toHaveLength(1)
})

test('a reload while the secret of a roll is shown tells that it may be lost', async ({ page, sandbox }) => {
  await newToken(page, sandbox, 'Shown and gone')
  await roll(page)
  await expect(secretDialog(page)).toBeVisible()
  expect(JSON.stringify(await page.evaluate(() => Object.values(sessionStorage)))).not.toContain('cfat_')
  await reloadAnyway(page)
  const note = page.getByRole('alert').filter({ hasText: 'The new secret of “Shown and gone” may be lost' })
  await expect(note).toContainText('If you haven’t stored the secret, roll the token.')
  // A second reload leaves it, and a secret that is stored ends it.
  await page.reload()
  await expect(note).toBeVisible()
  await roll(page)
  await secretDialog(page).getByLabel('I have stored this secret').check()
  await secretDialog(page).getByRole('button', { name: 'Done' }).click()
  await expect(secretDialog(page)).toHaveCount(0)
  await expect(note).toHaveCount(0)
  expect(await kept(page)).toEqual([])
})

test('a reload while the secret of a new token is shown names the token that was made', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await page.getByLabel('Token name').fill('Made and gone')
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(secretDialog(page)).toBeVisible()
  const [copy] = await Promise.all([page.waitForEvent('popup'), page.evaluate(() => void window.open(location.href))])
  // A tab with a copy of what this one keeps does not call it lost.
  await expect(copy.getByRole('heading', { level: 1, name: 'Create token' })).toBeVisible()
  await expect.poll(() => kept(copy)).toEqual([])
  await expect(copy.getByText('may be lost')).toHaveCount(0)
  await copy.close()

  await reloadAnyway(page)
  const note = page.getByRole('alert').filter({ hasText: 'The new secret of “Made and gone” may be lost' })
  await note.getByRole('link', { name: 'Open token' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Made and gone' })).toBeVisible()
})

test('a roll that was refused, or whose outcome was told, is not told of again', async ({ page, sandbox }) => {
  const id = await newToken(page, sandbox, 'Refused')
  await sandbox.fail({ method: 'PUT', path: `/tokens/${id}/value`, status: 403 })
  await roll(page)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('Couldn’t roll the secret')
  expect(await kept(page)).toEqual([])
  await sandbox.fail({ method: 'PUT', path: `/tokens/${id}/value`, drop: 'after' })
  await dialog.getByRole('button', { name: 'Roll secret' }).click()
  await expect(dialog.getByRole('alert')).toContainText('We couldn’t confirm that the secret was rolled')
  expect(await kept(page)).toHaveLength(1)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(await kept(page)).toEqual([])
})
