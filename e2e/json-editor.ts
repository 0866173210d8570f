import type { Page } from '@playwright/test'

/** All of the JSON tab's text, of which the page holds only the lines in view. */
export async function copiedJson(page: Page): Promise<string> {
  await page.getByRole('tabpanel').getByRole('button', { name: 'Copy', exact: true }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  return page.evaluate(() => navigator.clipboard.readText())
}

/** As the user pastes it, with the cursor where it is. */
export async function pasteJson(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Request body as JSON' }).focus()
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('ControlOrMeta+V')
}
