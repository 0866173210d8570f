import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { BEARER, freePort, ready, run } from './live.ts'
import { test as base } from './own-page.ts'

export type Team = { appUrl: string; apiUrl: string; readOnlyUrl: string; printed: () => string }

/** The API in its own process, and two servers of the app: one with sign-in, one read-only. */
export const test = base.extend<{ accountId: string }, { team: Team }>({
  team: [
    async ({}, provide) => {
      const [apiPort, appPort, readOnlyPort] = [await freePort(), await freePort(), await freePort()]
      const apiUrl = `http://127.0.0.1:${apiPort}`
      const CLOUDFLARE_API_BASE_URL = `${apiUrl}/client/v4`
      const api = run(['sandbox'], { PORT: String(apiPort), SANDBOX_TOKEN: BEARER })
      const app = run([], {
        PORT: String(appPort),
        AUTH: 'sign-in',
        SESSION_SECRET: randomUUID(),
        CLOUDFLARE_API_BASE_URL,
      })
      const readOnly = run([], {
        PORT: String(readOnlyPort),
        READ_ONLY: '1',
        CLOUDFLARE_API_TOKEN: BEARER,
        CLOUDFLARE_API_BASE_URL,
      })
      const [appUrl, readOnlyUrl] = [`http://127.0.0.1:${appPort}`, `http://127.0.0.1:${readOnlyPort}`]
      for (const url of [`${apiUrl}/client/v4/accounts`, `${appUrl}/healthz`, `${readOnlyUrl}/healthz`])
        await ready(url)
      await provide({ appUrl, apiUrl, readOnlyUrl, printed: () => app.printed() + api.printed() })
      for (const { process } of [api, app, readOnly]) process.kill()
    },
    { scope: 'worker' },
  ],
  // Few tokens, as the overview, with which a visit starts, reads and judges all of them.
  accountId: async ({ accountId, team }, provide) => {
    const scenario = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"tokens":3}' }
    await fetch(`${team.apiUrl}/api/sandbox/${accountId}/scenario`, scenario)
    await provide(accountId)
  },
})

export { expect } from '@playwright/test'

type Personal = { id: string; value: string }

export async function asAdmin<T>({ apiUrl }: Team, method: string, path: string, body?: unknown): Promise<T> {
  const answer = await fetch(`${apiUrl}/client/v4${path}`, {
    method,
    headers: { authorization: `Bearer ${BEARER}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return ((await answer.json()) as { result: T }).result
}

/** The body of a personal token that may change the account's tokens. */
export const personalToken = (team: Team, accountId: string, name: string) =>
  asAdmin<Personal>(team, 'POST', `/accounts/${accountId}/tokens`, {
    name,
    policies: [
      {
        effect: 'allow',
        permission_groups: [{ id: '5bc3f8b21c554832afc660159ab75fa4' }],
        resources: { [`com.cloudflare.api.account.${accountId}`]: '*' },
      },
    ],
  })

export async function signIn(page: Page, accountId: string, value: string) {
  await page.getByLabel('Account id').fill(accountId)
  await page.getByLabel('API token').fill(value)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** On the overview, with which a visit starts: a token that was just created comes first. */
export const changesIn = (page: Page) => page.getByRole('table', { name: /^Tokens created or modified/ })

/** In the menu at the right of the header. */
export async function chooseInSession(page: Page, item: string) {
  await page.getByRole('button', { name: /^Session/ }).click()
  await page.getByRole('menuitem', { name: item, exact: true }).click()
}

export async function signOutEverywhere(page: Page) {
  await chooseInSession(page, 'Sign out everywhere…')
  await page
    .getByRole('dialog', { name: 'Sign out everywhere?' })
    .getByRole('button', { name: 'Sign out everywhere' })
    .click()
}
