import { randomUUID } from 'node:crypto'
import { expect, test as base } from '@playwright/test'

/** What the page does against its own Content-Security-Policy, Trusted Types among it: the browser says so on the console. */
const VIOLATION = /content security policy|trusted ?types?/i

/**
 * Every test is one of that policy as well, so nothing the app does may be against it;
 * and every test has an account that no other touches.
 */
export const test = base.extend<{ accountId: string }>({
  page: async ({ page }, provide) => {
    const violations: string[] = []
    page.on('console', (message) => {
      if (VIOLATION.test(message.text())) violations.push(message.text())
    })
    await provide(page)
    expect(violations).toEqual([])
  },
  accountId: async ({}, provide) => provide(randomUUID().replaceAll('-', '')),
})
