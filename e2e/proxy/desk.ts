import { randomBytes } from 'node:crypto'
import { BEARER, expect, freePort, ready, run } from '../live.ts'
import { test as base } from '../own-page.ts'
import { ask, type Answer, type Question } from './ask.ts'
import { HOST, PROXIES, type Proxy, type ProxyName } from './proxies.ts'
import { startProxy, type Started } from './start.ts'

export { expect } from '@playwright/test'

export type DeskOptions = { proxyName: ProxyName }

/** The API, a server of the app with sign-in, and a real proxy in front, each in its own process. */
export type Desk = {
  proxy: Proxy
  started: Started
  /** The address for browsers. */
  url: string
  apiUrl: string
  appPort: number
  /** The output of the app's server. */
  printed: () => string
  /** Sends a request over TLS through the proxy. */
  ask: (path: string, question?: Omit<Question, 'path' | 'port' | 'ca'> & { through?: Started }) => Promise<Answer>
  /** The cookie of a client after signing in with a new token. */
  signIn: (accountId: string, from: string) => Promise<string>
  /** Creates a token that may change the account's tokens, as its admin would in Cloudflare's dashboard. */
  personalToken: (accountId: string) => Promise<string>
  /** The calls for an account that reached the API. */
  reached: (accountId: string) => Promise<{ method: string; path: string }[]>
}

export const test = base.extend<object, DeskOptions & { desk: Desk }>({
  proxyName: ['nginx', { option: true, scope: 'worker' }],
  desk: [
    async ({ proxyName }, provide) => {
      const proxy = PROXIES[proxyName]
      const [apiPort, appPort] = [await freePort(), await freePort()]
      const apiUrl = `http://127.0.0.1:${apiPort}`
      const started = await startProxy(proxy, appPort)
      const url = `https://${HOST}:${started.https}`
      const api = run(['sandbox'], { PORT: String(apiPort), SANDBOX_TOKEN: BEARER })
      const app = run([], {
        PORT: String(appPort),
        AUTH: 'sign-in',
        SESSION_SECRET: randomBytes(32).toString('base64'),
        PUBLIC_URL: url,
        TRUSTED_PROXIES: '127.0.0.1',
        CLOUDFLARE_API_BASE_URL: `${apiUrl}/client/v4`,
      })
      await ready(`${apiUrl}/client/v4/accounts`)
      await ready(`http://127.0.0.1:${appPort}/healthz`)
      const askDesk: Desk['ask'] = (path, { through = started, headers, ...question } = {}) =>
        ask({
          ...question,
          path,
          port: through.https,
          ca: through.ca,
          headers: { host: `${HOST}:${started.https}`, ...headers },
        })
      await provide({
        proxy,
        started,
        url,
        apiUrl,
        appPort,
        printed: app.printed,
        ask: askDesk,
        signIn: async (accountId, from) => {
          const value = await personalToken(apiUrl, accountId)
          const { status, headers } = await askDesk('/api/sign-in', { body: { account_id: accountId, value }, from })
          expect(status).toBe(200)
          return headers['set-cookie']?.[0]?.split(';', 1)[0] ?? ''
        },
        personalToken: (accountId) => personalToken(apiUrl, accountId),
        reached: async (accountId) => {
          const answer = await fetch(`${apiUrl}/api/sandbox/${accountId}/requests`)
          return ((await answer.json()) as { result: { method: string; path: string }[] }).result
        },
      })
      await started.stop()
      for (const { process } of [api, app]) process.kill()
    },
    { scope: 'worker' },
  ],
})

export const tokens = (accountId: string) => `/api/v4/accounts/${accountId}/tokens`

/** The body of a token that may change the account's tokens. */
export const newToken = (accountId: string, name: string) => ({
  name,
  policies: [
    {
      effect: 'allow',
      permission_groups: [{ id: '5bc3f8b21c554832afc660159ab75fa4' }],
      resources: { [`com.cloudflare.api.account.${accountId}`]: '*' },
    },
  ],
})

async function personalToken(apiUrl: string, accountId: string): Promise<string> {
  const answer = await fetch(`${apiUrl}/client/v4/accounts/${accountId}/tokens`, {
    method: 'POST',
    headers: { authorization: `Bearer ${BEARER}`, 'content-type': 'application/json' },
    body: JSON.stringify(newToken(accountId, 'Of one’s own')),
  })
  return ((await answer.json()) as { result: { value: string } }).result.value
}
