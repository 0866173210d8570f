import { expect, test, type Desk } from './desk.ts'

/** Tells the sandbox behind the API's address what to do with the calls of an account. */
async function control({ apiUrl }: Desk, path: string, data?: unknown) {
  const answer = await fetch(`${apiUrl}/api/sandbox/${path}`, {
    method: data === undefined ? 'DELETE' : 'POST',
    headers: { 'content-type': 'application/json', 'x-token-desk': '1' },
    ...(data !== undefined && { body: JSON.stringify(data) }),
  })
  expect(answer.ok).toBe(true)
}

test('pages of tokens pass as they come, although another page is late', async ({ page, desk, accountId }) => {
  await control(desk, `${accountId}/scenario`, { tokens: 300 })
  await page.goto(`${desk.url}/sign-in?next=${encodeURIComponent(`/accounts/${accountId}`)}`)
  await page.getByLabel('Account id').fill(accountId)
  await page.getByLabel('API token').fill(await desk.personalToken(accountId))
  await control(desk, `${accountId}/faults`, {
    method: 'GET',
    path: '/tokens',
    query: { page: '3' },
    times: 0,
    delayMs: 60_000,
  })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText(/^\d+ of \d+ API tokens read so far/)).toBeVisible()
  await control(desk, `${accountId}/faults`)
  await expect(page.getByText(/^\d+ API tokens, \d+ of them active/)).toBeVisible()
})
