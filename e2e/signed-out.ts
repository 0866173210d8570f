import type { Page } from '@playwright/test'
import { returnToTab } from './fixtures.ts'

/** What the server answers once the session has ended. */
export const SIGNED_OUT = {
  status: 401,
  body: { success: false, errors: [{ code: 90_401, message: 'Sign in to use this.' }], messages: [], result: null },
}

/** The question before what was entered is lost with the session. */
export const signedOut = (page: Page) => page.getByRole('dialog', { name: 'You’re signed out' })

/** The user comes back a day later, and what is old is read again. The clock of the page must be installed. */
export async function returnADayLater(page: Page) {
  await page.clock.fastForward('24:00:00')
  await returnToTab(page)
}
