import type { Page } from '@playwright/test'
import { expect, freshTest, goOffline, plainToken, test, type Sandbox } from './fixtures.ts'
import { chooseAction } from './token-page.ts'

/**
 * Writes without an answer, and with one that tells nothing, by turns: before and after they take effect. That the
 * outcome of both is unknown: `src/app/queries/token-writes.test.ts`.
 */
const FAULTS = [
  { when: 'before', isDone: false, kinds: [{ drop: 'before' }, { status: 502 }] },
  { when: 'after', isDone: true, kinds: [{ drop: 'after' }, { status: 504, applied: true }] },
] as const

const writes = async (sandbox: Sandbox) =>
  (await sandbox.requests()).filter(({ method }) => ['POST', 'PUT', 'DELETE'].includes(method)).length

const fill = async (page: Page, name: string) => {
  await page.getByLabel('Token name').fill(name)
  await page.getByRole('checkbox', { name: 'Billing Read (Account)' }).check()
}

for (const { when, isDone, kinds } of FAULTS) {
  const [noAnswer, gatewayError] = kinds
  test(`create, roll, update, disable and delete say what is known when they broke ${when} they took effect @core`, async ({
    page,
    sandbox,
  }) => {
    const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Subject'))
    const tokenUrl = `/accounts/${sandbox.accountId}/tokens/${id}`
    let sent = await writes(sandbox)
    const oneMoreWrite = async () => {
      sent += 1
      expect(await writes(sandbox)).toBe(sent)
    }
    const alert = page.getByRole('alert')

    await test.step('create', async () => {
      await sandbox.fail({ method: 'POST', path: '/tokens', ...noAnswer })
      await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
      await fill(page, 'Perhaps')
      await page.getByRole('button', { name: 'Create token' }).click()
      await expect(alert).toContainText('We couldn’t confirm that the token was created')
      if (isDone) {
        await expect(alert).toContainText('A new token with this name exists.')
        await alert.getByRole('link', { name: 'Open token' }).click()
        await expect(page.getByRole('heading', { level: 1, name: 'Perhaps' })).toBeVisible()
      } else {
        await expect(alert).toContainText('There is no new token with this name.')
      }
      await oneMoreWrite()
    })

    await test.step('roll', async () => {
      await sandbox.fail({ method: 'PUT', path: '/tokens/*/value', ...gatewayError })
      page.once('dialog', (dialog) => void dialog.accept())
      await page.goto(tokenUrl)
      await page.getByRole('button', { name: 'Roll', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Roll secret' }).click()
      await expect(alert).toContainText('We couldn’t confirm that the secret was rolled')
      await expect(alert).toContainText(
        isDone
          ? 'the secret was probably rolled, but we never received the new one'
          : 'the old secret probably still works',
      )
      await oneMoreWrite()
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    })

    await test.step('update', async () => {
      await sandbox.fail({ method: 'PUT', path: '/tokens/*', ...noAnswer })
      await page.getByRole('link', { name: 'Edit', exact: true }).click()
      await page.getByLabel('Token name').fill('Renamed')
      await page.getByRole('button', { name: 'Save changes' }).click()
      await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click()
      if (isDone) {
        await expect(page.getByText('Changes saved')).toBeVisible()
        await expect(page.getByRole('heading', { level: 1, name: 'Renamed' })).toBeVisible()
        await page.getByRole('link', { name: 'Edit', exact: true }).click()
        await expect(page.getByLabel('Token name')).toHaveValue('Renamed')
        await expect(page.getByText('Draft restored')).toBeHidden()
      } else {
        await expect(alert).toContainText('We couldn’t confirm that the changes were saved')
        await expect(alert).toContainText('Cloudflare shows no change to the token so far.')
        await expect(page.getByLabel('Token name')).toHaveValue('Renamed')
      }
      await oneMoreWrite()
    })

    await test.step('disable', async () => {
      await sandbox.fail({ method: 'PUT', path: '/tokens/*', ...gatewayError })
      page.once('dialog', (dialog) => void dialog.accept())
      await page.goto(tokenUrl)
      await chooseAction(page, 'Disable…')
      await page.getByRole('dialog').getByRole('button', { name: 'Disable token' }).click()
      if (isDone) await expect(page.getByText(/^Disabled “/)).toBeVisible()
      else {
        await expect(alert).toContainText('It is still active.')
        await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
      }
      await oneMoreWrite()
    })

    await test.step('delete', async () => {
      await sandbox.fail({ method: 'DELETE', path: '/tokens/*', ...gatewayError })
      await chooseAction(page, 'Delete…')
      await page.getByRole('dialog').getByRole('button', { name: 'Delete token' }).click()
      if (isDone) await expect(page.getByText(/^Deleted “/)).toBeVisible()
      else await expect(alert).toContainText('It still exists.')
      await oneMoreWrite()
    })
  })
}

test('a double click, Enter twice and a slow answer send one request @core', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Once'))
  const before = await writes(sandbox)
  await sandbox.hold({ method: 'POST', path: '/tokens' })
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await fill(page, 'Only one')
  await page.getByLabel('Token name').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await sandbox.release()
  const dialog = page.getByRole('dialog', { name: 'Copy this secret now' })
  await expect(dialog).toBeVisible()
  expect(await writes(sandbox)).toBe(before + 1)
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Only one' })).toBeVisible()

  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await fill(page, 'Only one more')
  await page.getByRole('button', { name: 'Create token' }).dblclick()
  await expect(dialog).toBeVisible()
  expect(await writes(sandbox)).toBe(before + 2)
  await dialog.getByRole('checkbox', { name: 'I have stored this secret' }).check()
  await dialog.getByRole('button', { name: 'Done' }).click()

  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await page.getByRole('button', { name: 'Roll', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Roll secret' }).dblclick()
  await expect(page.getByRole('dialog', { name: 'Copy this secret now' })).toBeVisible()
  expect(await writes(sandbox)).toBe(before + 3)
})

test('deleting what is already gone is a success', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Gone'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'Gone' })).toBeVisible()
  await sandbox.api.remove(id)
  await chooseAction(page, 'Delete…')
  await page.getByRole('dialog').getByRole('button', { name: 'Delete token' }).click()
  await expect(page.getByText('Deleted “Gone”')).toBeVisible()
})

for (const { name, offset } of [
  { name: 'fast', offset: 86_400_000 },
  { name: 'slow', offset: -86_400_000 },
]) {
  freshTest(`a clock that is a day ${name} does not change what is said of a create`, async ({ page, sandbox }) => {
    await sandbox.api.create(plainToken(sandbox.accountId, 'Twice'))
    await page.clock.setFixedTime(Date.now() + offset)
    await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
    await fill(page, 'Twice')
    const alert = page.getByRole('alert')

    await sandbox.fail({ method: 'POST', path: '/tokens', drop: 'before' })
    await page.getByRole('button', { name: 'Create token' }).click()
    await expect(alert).toContainText('There is no new token with this name.')

    await sandbox.fail({ method: 'POST', path: '/tokens', drop: 'after' })
    await page.getByRole('button', { name: 'Create anyway' }).click()
    await expect(alert).toContainText('A new token with this name exists.')
    await expect(alert.getByRole('listitem').filter({ hasText: 'Open token' })).toHaveCount(1)
  })
}

test('an unknown create is told again after a reload and on coming back', async ({ page, sandbox }) => {
  const newToken = `/accounts/${sandbox.accountId}/tokens/new`
  await sandbox.fail({ method: 'POST', path: '/tokens', drop: 'after' })
  await page.goto(newToken)
  await fill(page, 'Lost')
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('button', { name: 'Create anyway' })).toBeVisible()

  await page.reload()
  await expect(page.getByRole('alert')).toContainText('We couldn’t confirm that the token was created')
  await expect(page.getByRole('alert')).toContainText('A new token with this name exists.')
  await expect(page.getByRole('button', { name: 'Create anyway' })).toBeVisible()
  await expect(page.getByLabel('Token name')).toHaveValue('Lost')

  await page.getByRole('alert').getByRole('link', { name: 'Open token' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Lost' })).toBeVisible()
  await page.goto(newToken)
  await expect(page.getByRole('alert')).toContainText('We couldn’t confirm that the token was created')

  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Create token' })).toBeVisible()
})

test('a refusal of a second attempt does not hide the first one', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
  await fill(page, 'First try')
  await sandbox.fail({ method: 'POST', path: '/tokens', drop: 'after' })
  await page.getByRole('button', { name: 'Create token' }).click()
  await expect(page.getByRole('button', { name: 'Create anyway' })).toBeVisible()
  await sandbox.fail({ method: 'POST', path: '/tokens', status: 403 })
  await page.getByRole('button', { name: 'Create anyway' }).click()
  await expect(page.getByRole('alert')).toContainText('We couldn’t confirm that the token was created')
  await expect(page.getByRole('button', { name: 'Create anyway' })).toBeVisible()
})

for (const [name, fault] of [
  ['without an answer', { drop: 'after' as const }],
  ['with a refusal that names no field', { status: 400 }],
] as const) {
  test(`a save that ends ${name} is brought before the user and told beside the button`, async ({ page, sandbox }) => {
    await page.setViewportSize({ width: 1280, height: 600 })
    await sandbox.fail({ method: 'POST', path: '/tokens', ...fault })
    await page.goto(`/accounts/${sandbox.accountId}/tokens/new`)
    await fill(page, 'Seen')
    await page.getByRole('button', { name: 'Create token' }).click()
    const alert = page.getByRole('alert')
    await expect(alert).toBeInViewport({ ratio: 0.5 })
    await expect(page.locator(':focus').getByRole('alert')).toBeVisible()
    await page.getByRole('button', { name: 'Show details' }).click()
    await expect(alert).toBeInViewport({ ratio: 0.5 })
  })
}

freshTest(
  'a change that is confirmed without a network fails at once, and does not go out when there is one',
  async ({ page, sandbox }) => {
    const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Subject'))
    await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
    await chooseAction(page, 'Disable…')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: 'Disable token' })).toBeEnabled()
    const sent = await writes(sandbox)
    await goOffline(page)
    await dialog.getByRole('button', { name: 'Disable token' }).click()
    await expect(dialog.getByRole('alert')).toBeVisible()
    await page.context().setOffline(false)
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await page.reload()
    await expect(page.getByText('Active', { exact: true }).first()).toBeVisible()
    expect(await writes(sandbox)).toBe(sent)
  },
)
