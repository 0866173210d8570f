import { expect, plainToken, test } from './fixtures.ts'

test('the palette finds what people type for a page, a list or an action of the token', async ({ page, sandbox }) => {
  const { id } = await sandbox.api.create(plainToken(sandbox.accountId, 'called many names'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/${id}`)
  await expect(page.getByRole('heading', { level: 1, name: 'called many names' })).toBeVisible()
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search or jump to' })
  for (const [words, option] of [
    ['revoked', 'Revoked tokens'],
    ['revoke', 'Delete the token…'],
    ['remove', 'Delete the token…'],
    ['deactivate', 'Disable the token…'],
    ['enable', 'Disabled tokens'],
    ['rotate', 'Roll the secret…'],
    ['rename', 'Edit the token e'],
    ['clone', 'Duplicate the token'],
    ['terraform', 'Export the token…'],
    ['expired', 'Expired tokens'],
    ['not started', 'Scheduled tokens'],
    ['recently changed', 'Tokens changed in the last 7 days'],
    ['bulk delete', 'Tokens'],
    ['leaked', 'Verify token'],
  ] as const) {
    await field.fill(words)
    await expect(page.getByRole('option', { name: option, exact: true })).toBeVisible()
  }
})
