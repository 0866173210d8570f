import { createHash } from 'node:crypto'
import { expect, test as base, type Page } from '@playwright/test'

/** Violations of the page's Content-Security-Policy or Trusted Types, as the browser reports them on the console. */
const VIOLATION = /content security policy|trusted ?types?/i

/** Every test also checks that the app never violates its policy, and has an account of its own. */
export const test = base.extend<{ accountId: string }>({
  page: async ({ page }, provide) => watchPolicy(page, provide),
  // Its ID makes what the sandbox fills it with: the same in every run.
  accountId: async ({}, provide, { testId, repeatEachIndex }) =>
    provide(createHash('md5').update(`${testId} ${repeatEachIndex}`).digest('hex')),
})

export async function watchPolicy(page: Page, provide: (page: Page) => Promise<void>) {
  const violations: string[] = []
  page.on('console', (message) => {
    if (VIOLATION.test(message.text())) violations.push(message.text())
  })
  await provide(page)
  expect(violations).toEqual([])
}
