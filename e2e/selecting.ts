import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, plainToken, type Sandbox } from './fixtures.ts'

/** Exactly: the outline of a table that loads is called “API tokens, loading”. */
export const table = (page: Page) => page.getByRole('table', { name: 'API tokens', exact: true })
export const rows = (page: Page) => table(page).getByRole('row')
export const bar = (page: Page) => page.getByRole('group', { name: 'Selection' })
export const ticks = (page: Page) => table(page).getByRole('checkbox', { name: /^Select (?!all)/ })

export type Wire = { id: string; name: string; status: string; expires_on?: string; condition?: unknown }

/** Creates tokens called `bulk-1` and so on. */
export async function withTokens(sandbox: Sandbox, amount: number): Promise<string[]> {
  await sandbox.scenario({ tokens: 3 })
  const made: string[] = []
  for (let number = 1; number <= amount; number += 1)
    made.push((await sandbox.api.create(plainToken(sandbox.accountId, `bulk-${number}`))).id)
  return made
}

export async function selectBulk(page: Page, sandbox: Sandbox, amount: number) {
  await page.goto(`/accounts/${sandbox.accountId}/tokens?q=bulk&sort=name&direction=asc`)
  await expect(rows(page)).toHaveCount(amount + 1)
  await page.getByRole('checkbox', { name: 'Select all rows of this page' }).check()
  await expect(bar(page)).toContainText(`${amount} selected`)
}

export async function confirmCount(dialog: Locator, amount: number) {
  await dialog.getByLabel('Type the number of tokens to confirm').fill(String(amount))
}

export const writesOf = async (sandbox: Sandbox, method: string) =>
  (await sandbox.requests()).filter((request) => request.method === method)

/** The text of the file that a button saves. */
export async function downloaded(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return readFile(await download.path(), 'utf8')
}
