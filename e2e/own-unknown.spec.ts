import { expect, plainToken, test, type Sandbox } from './fixtures.ts'
import { bar, confirmCount, selectBulk, withTokens } from './selecting.ts'
import { chooseAction } from './token-page.ts'

const verifyFails = ({ fail }: Sandbox, times: number) =>
  fail({ method: 'GET', path: '/tokens/verify', status: 500, times })

const MAY_BE = 'This may be the token Token Desk uses'
const AWARE = 'I understand Token Desk may lose access'

test('while it is not known which token the app uses, each change of one that could hit it needs a tick @core', async ({
  page,
  sandbox,
}) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Perhaps'))
  await verifyFails(sandbox, 0)
  const dialog = page.getByRole('dialog')
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  for (const { action, button } of [
    { action: 'Roll', button: 'Roll secret' },
    { action: 'Disable…', button: 'Disable token' },
    { action: 'Delete…', button: 'Delete token' },
  ]) {
    if (action === 'Roll') await page.getByRole('button', { name: action, exact: true }).click()
    else await chooseAction(page, action)
    await expect(dialog.getByText(MAY_BE)).toBeVisible()
    await expect(dialog.getByRole('button', { name: button })).toBeDisabled()
    await dialog.getByRole('checkbox', { name: AWARE }).check()
    await expect(dialog.getByRole('button', { name: button })).toBeEnabled()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
  }

  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Token name').fill('Perhaps not')
  await page.getByRole('button', { name: 'Save changes' }).click()
  // A name takes nothing away.
  await expect(dialog.getByRole('button', { name: 'Save changes' })).toBeEnabled()
  await dialog.getByRole('button', { name: 'Back to editing' }).click()
  await page.getByRole('radio', { name: '30 days' }).check()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await expect(dialog.getByText(MAY_BE)).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Save changes' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: AWARE }).check()
  await dialog.getByRole('button', { name: 'Save changes' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Perhaps not' })).toBeVisible()
})

test('many at once need the tick as well, and enabling them does not', async ({ page, sandbox }) => {
  await withTokens(sandbox, 2)
  await verifyFails(sandbox, 0)
  await selectBulk(page, sandbox, 2)
  await bar(page).getByRole('button', { name: 'Disable…' }).click()
  const dialog = page.getByRole('dialog')
  await confirmCount(dialog, 2)
  await expect(dialog.getByText('One of these may be the token Token Desk uses')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Disable 2 tokens' })).toBeDisabled()
  await dialog.getByRole('checkbox', { name: AWARE }).check()
  await dialog.getByRole('button', { name: 'Disable 2 tokens' }).click()
  await expect(dialog.getByRole('heading', { name: '2 tokens disabled' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Close' }).last().click()
  await bar(page).getByRole('button', { name: 'Enable…' }).click()
  await expect(dialog.getByRole('heading', { name: 'Enable 2 tokens' })).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: AWARE })).toHaveCount(0)
})

test('which token the app uses is asked again by the dialog that needs to know', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'Another one'))
  await verifyFails(sandbox, 1)
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page.getByRole('link', { name: 'Credential unknown' })).toBeVisible()
  await chooseAction(page, 'Delete…')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Delete token' })).toBeEnabled()
  await expect(dialog.getByText(MAY_BE)).toHaveCount(0)
})
