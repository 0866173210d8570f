import type { Page } from '@playwright/test'

/** The open filters of the list. */
export const filters = (page: Page) => page.getByRole('dialog', { name: 'Filters' })

/** The values of one filter, in the open filters. */
export async function valuesOf(page: Page, filter: string) {
  await filters(page)
    .getByRole('tab', { name: new RegExp(`^${filter}`) })
    .click()
  return page.getByRole('tabpanel', { name: filter })
}
