import type { Page } from '@playwright/test'

/** What the page does against its own Content-Security-Policy, Trusted Types among it: the browser says so on the console. */
export function watchViolations(page: Page): () => string[] {
  const violations: string[] = []
  page.on('console', (message) => {
    if (/content security policy|trusted ?types?/i.test(message.text())) violations.push(message.text())
  })
  return () => violations
}
