import { expect, test } from './team.ts'

test('a read-only server offers no change for a moment, before the session is known', async ({
  page,
  team,
  accountId,
}) => {
  const url = `${team.apiUrl}/api/sandbox/${accountId}/faults`
  const late = { method: 'GET', path: '/tokens/verify', status: 500, delayMs: 20_000, times: 0 }
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(late) })
  await page.goto(`${team.readOnlyUrl}/which?account=${accountId}`)
  const recipe = page.getByRole('button', { name: /requests?: external-dns$/ })
  await expect(recipe).toBeVisible()
  // Now, not when the session is there at last.
  expect(await page.getByRole('link', { name: /Create a token/ }).count()).toBe(0)
  await recipe.click()
  await expect(page.getByRole('button', { name: 'Terraform', exact: true })).toBeVisible()
  expect(
    await page
      .getByRole('main')
      .getByText(/Create a token|Add to an existing token/)
      .count(),
  ).toBe(0)
  const create = page.getByRole('button', { name: 'Create token' })
  await page.goto(`${team.readOnlyUrl}/accounts/${accountId}/tokens/new?template=billing`)
  await expect(create).toBeVisible()
  expect(await create.isDisabled()).toBe(true)

  await fetch(url, { method: 'DELETE' })
  await page.goto(`${team.readOnlyUrl}/accounts/${accountId}/tokens`)
  await expect(page.getByRole('banner').getByText('Read-only')).toBeVisible()
  // The next visit begins with what the last one knew.
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(late) })
  await page.reload()
  await expect(page.getByRole('table', { name: 'API tokens', exact: true })).toBeVisible()
  expect(await page.getByRole('link', { name: 'Create token' }).count()).toBe(0)
  await expect(page.getByText('Changes are turned off on this server (READ_ONLY).')).toBeVisible()
})
