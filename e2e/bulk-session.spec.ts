import type { Locator, Page } from '@playwright/test'
import { plainToken } from './fixtures.ts'
import { bar, confirmCount, rows, table } from './selecting.ts'
import { chooseAction } from './token-page.ts'
import { asAdmin, changesIn, chooseInSession, expect, personalToken, signIn, test, type Team } from './team.ts'

const NAMES = ['run-1', 'run-2', 'run-3']

/** Signs in with a token of one's own, and selects three tokens on their list, sorted by name. Returns their IDs. */
async function selectThree(page: Page, team: Team, accountId: string) {
  const own = await personalToken(team, accountId, 'run-own')
  const ids: string[] = []
  for (const name of NAMES)
    ids.push(
      (await asAdmin<{ id: string }>(team, 'POST', `/accounts/${accountId}/tokens`, plainToken(accountId, name))).id,
    )
  await page.goto(`${team.appUrl}/sign-in`)
  await signIn(page, accountId, own.value)
  await expect(changesIn(page)).toBeVisible()
  await page.goto(`${team.appUrl}/accounts/${accountId}/tokens?q=run-&sort=name&direction=asc`)
  await expect(rows(page)).toHaveCount(NAMES.length + 2)
  for (const name of NAMES) await page.getByRole('checkbox', { name: `Select ${name}` }).check()
  return { ids, own }
}

const statusOf = async (team: Team, accountId: string, id: string | undefined) =>
  (await asAdmin<{ status: string }>(team, 'GET', `/accounts/${accountId}/tokens/${id}`)).status

/** Delays an update of a token until `release`. */
async function hold({ apiUrl }: Team, accountId: string, id: string | undefined) {
  const faults = `${apiUrl}/api/sandbox/${accountId}/faults`
  const headers = { 'content-type': 'application/json' }
  const fault = { method: 'PUT', path: `/tokens/${id}`, times: 0, delayMs: 60_000 }
  await fetch(faults, { method: 'POST', headers, body: JSON.stringify(fault) })
  return () => fetch(faults, { method: 'DELETE', headers })
}

/** The user signs out in a tab, and another one signs in there. */
async function changeUser(tab: Page, team: Team, accountId: string) {
  await chooseInSession(tab, 'Sign out')
  await expect(tab).toHaveURL(/\/sign-in$/)
  await signIn(tab, accountId, (await personalToken(team, accountId, 'Another user')).value)
  await expect(changesIn(tab)).toContainText('Another user')
}

async function disableThree(page: Page): Promise<Locator> {
  await bar(page).getByRole('button', { name: 'Disable…' }).click()
  const dialog = page.getByRole('dialog')
  await confirmCount(dialog, NAMES.length)
  await dialog.getByRole('button', { name: 'Disable 3 tokens' }).click()
  return dialog
}

test('a run that ends the user’s own access keeps its results until they are closed', async ({
  page,
  team,
  accountId,
}) => {
  await selectThree(page, team, accountId)
  await page.getByRole('checkbox', { name: 'Select run-own' }).check()
  await bar(page).getByRole('button', { name: 'Delete…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Include the token Token Desk uses').click()
  await expect(dialog.getByText('is changed last')).toBeVisible()
  await confirmCount(dialog, 4)
  await dialog.getByRole('button', { name: 'Delete 4 tokens' }).click()
  // Behind the dialog.
  await expect(page.getByText('Couldn’t refresh the tokens')).toBeVisible()
  await expect(dialog.getByRole('heading', { name: '4 tokens deleted' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
})

test('a session that ends in the middle of a run stops it; signed in again in another tab, the user continues', async ({
  page,
  team,
  accountId,
}) => {
  const { ids, own } = await selectThree(page, team, accountId)
  const release = await hold(team, accountId, ids[1])
  const held = page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith(`${ids[1]}`))
  const dialog = await disableThree(page)
  await held
  // As when the session has lasted too long.
  await page.context().clearCookies()
  await release()
  await expect(dialog.getByRole('heading', { name: '2 tokens disabled' })).toBeVisible()
  await expect(dialog.getByText('1 not started', { exact: true })).toBeVisible()
  await expect(dialog.getByText('You’re signed out, so the rest wasn’t tried.')).toBeVisible()
  expect(await statusOf(team, accountId, ids[2])).toBe('active')

  const [tab] = await Promise.all([page.waitForEvent('popup'), dialog.getByRole('link', { name: 'sign in' }).click()])
  await signIn(tab, accountId, own.value)
  await expect(table(tab)).toBeVisible()
  await dialog.getByRole('button', { name: 'Continue (1)' }).click()
  await expect(dialog.getByRole('heading', { name: '3 tokens disabled' })).toBeVisible()
  expect(await statusOf(team, accountId, ids[2])).toBe('disabled')
})

test('a sign-out in another tab stops a run, and the next user cannot continue it', async ({
  page,
  team,
  accountId,
}) => {
  const { ids } = await selectThree(page, team, accountId)
  const release = await hold(team, accountId, ids[1])
  const tab = await page.context().newPage()
  await tab.goto(`${team.appUrl}/accounts/${accountId}`)
  await expect(changesIn(tab)).toBeVisible()
  const held = page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith(`${ids[1]}`))
  const dialog = await disableThree(page)
  await held
  await changeUser(tab, team, accountId)
  await release()
  await expect(dialog.getByText('You signed out in another tab, so the rest wasn’t tried.')).toBeVisible()
  await expect(dialog.getByText('1 not started', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('button', { name: /Continue|Retry|Undo/ })).toHaveCount(0)
  expect(await statusOf(team, accountId, ids[2])).toBe('active')
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(changesIn(page)).toContainText('Another user')
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
})

test('a run that was cut short is told to its user alone, and to nobody after a sign-out', async ({
  page,
  team,
  accountId,
}) => {
  const { ids, own } = await selectThree(page, team, accountId)
  await hold(team, accountId, ids[1])
  const held = page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith(`${ids[1]}`))
  await disableThree(page)
  await held
  page.once('dialog', (dialog) => void dialog.accept())
  await page.reload()
  const note = page.getByRole('alert').filter({ hasText: 'Disabling 3 tokens didn’t finish' })
  await expect(note).toContainText('1 disabled, 1 not confirmed, 1 not started')
  // As when the session has lasted too long.
  await page.context().clearCookies()
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await expect(note).toHaveCount(0)
  await signIn(page, accountId, own.value)
  await expect(note).toBeVisible()

  await chooseInSession(page, 'Sign out')
  const question = page.getByRole('dialog', { name: 'Sign out?' })
  await expect(question).toContainText('Results will be discarded')
  await question.getByRole('button', { name: 'Sign out here' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await signIn(page, accountId, (await personalToken(team, accountId, 'Another user')).value)
  await expect(rows(page).nth(1)).toBeVisible()
  await expect(note).toHaveCount(0)
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain('run-1')
})

test('an undo goes on for nobody who signs in after a sign-out in another tab', async ({ page, team, accountId }) => {
  const { ids } = await selectThree(page, team, accountId)
  const dialog = await disableThree(page)
  await expect(dialog.getByRole('heading', { name: '3 tokens disabled' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  // Under the pointer it stays.
  await page.getByRole('button', { name: 'Undo' }).hover()
  const tab = await page.context().newPage()
  await tab.goto(`${team.appUrl}/accounts/${accountId}`)
  await expect(changesIn(tab)).toBeVisible()
  const release = await hold(team, accountId, ids[1])
  const held = page.waitForRequest((request) => request.method() === 'PUT' && request.url().endsWith(`${ids[1]}`))
  await page.getByRole('button', { name: 'Undo' }).click()
  await held
  await changeUser(tab, team, accountId)
  await release()
  await expect(page.getByText('2 tokens enabled, 1 not started')).toBeVisible()
  expect(await statusOf(team, accountId, ids[2])).toBe('disabled')
})

test('the undo of one token ends with a sign-out, too', async ({ page, team, accountId }) => {
  const { ids } = await selectThree(page, team, accountId)
  await page.goto(`${team.appUrl}/accounts/${accountId}/tokens/${ids[0]}`)
  await chooseAction(page, 'Disable…')
  const tab = await page.context().newPage()
  await tab.goto(`${team.appUrl}/accounts/${accountId}`)
  await expect(changesIn(tab)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable token' }).click()
  // Under the pointer it stays.
  await page.getByRole('button', { name: 'Undo' }).hover()
  await changeUser(tab, team, accountId)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Signed out since then: “run-1” wasn’t changed back.')).toBeVisible()
  expect(await statusOf(team, accountId, ids[0])).toBe('disabled')
})
