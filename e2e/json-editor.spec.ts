import { expect, plainToken, test } from './fixtures.ts'
import { copiedJson, pasteJson } from './json-editor.ts'

test('a curl command that is pasted becomes the request body, and can be had back', async ({ page, sandbox }) => {
  const { value } = await sandbox.api.create(plainToken(sandbox.accountId, 'Leaky'))
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  const body = JSON.stringify(plainToken(sandbox.accountId, 'From curl'))
  await pasteJson(page, `curl https://x/accounts/y/tokens -H "Authorization: Bearer ${value}" -d '${body}'`)
  const note = page.getByRole('status').filter({ hasText: 'Converted from a curl command' })
  await expect(note).toBeVisible()
  await expect(page.getByText('A secret was removed')).toBeVisible()
  await expect(json).toHaveAttribute('aria-invalid', 'false')
  expect(JSON.parse(await copiedJson(page))).toEqual(JSON.parse(body))
  await note.getByRole('button', { name: 'Undo' }).click()
  await expect(json).toHaveText(/^curl .*\[secret removed\]/)
  await page.getByRole('button', { name: 'Convert to request body' }).click()
  await expect(json).toHaveText(/"name": "From curl"/)

  // A part is inserted where the cursor is, and Ctrl+Z takes it back; the secret is not among what comes back.
  await json.press('ControlOrMeta+End')
  await pasteJson(page, ' // a part')
  await expect(json).toHaveText(/\} \/\/ a part$/)
  for (let step = 0; step < 6; step += 1) await json.press('ControlOrMeta+Z')
  await expect(json).not.toHaveText(/a part/)
  expect((await copiedJson(page)).includes(value)).toBe(false)
})

test('problems are marked where they are, and Format and Wrap change only the look', async ({ page, sandbox }) => {
  await page.goto(`/accounts/${sandbox.accountId}/tokens/new?tab=json`)
  const json = page.getByRole('textbox', { name: 'Request body as JSON' })
  const body = { ...plainToken(sandbox.accountId, 'One line'), expires_on: '2020-01-01T00:00:00Z' }
  await json.fill(JSON.stringify(body))
  await page.getByRole('button', { name: 'Format' }).click()
  expect(await copiedJson(page)).toBe(JSON.stringify(body, null, 2))
  await page.getByRole('button', { name: /^Line \d+, column 17$/ }).click()
  await expect(json).toBeFocused()
  await page.keyboard.press('Shift+End')
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('"2020-01-01T00:00:00Z"')

  const wrap = page.getByRole('button', { name: 'Wrap' })
  await expect(wrap).toHaveAttribute('aria-pressed', 'true')
  await wrap.click()
  await page.reload()
  await expect(wrap).toHaveAttribute('aria-pressed', 'false')

  // Tab leaves the editor as it leaves a field.
  await json.focus()
  await page.keyboard.press('Tab')
  await expect(json).not.toBeFocused()
})
