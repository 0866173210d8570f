import type { Locator, Page } from '@playwright/test'

/** Chooses an action of the menu on a token's page: "Disable…". */
export async function chooseAction(page: Page, name: string) {
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** The policies of a token's page as sentences, unfolded. */
export async function policySentences(page: Page): Promise<Locator> {
  const list = page.getByRole('list', { name: 'Policies' })
  if (!(await list.isVisible())) await page.getByText('Policies as sentences').click()
  return list
}
