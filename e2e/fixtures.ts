import { expect, type APIRequestContext, type Page } from '@playwright/test'
import { openPage, renewPage } from './kept-page.ts'
import { test as base, watchPolicy } from './own-page.ts'

export { expect }

/** A failure that the sandbox applies once (or `times` times) to matching calls of this test's account. */
type Fault = {
  method?: string
  path: string
  /** Search params that the call must have. */
  query?: Record<string, string>
  nth?: number
  times?: number
  status?: number
  headers?: Record<string, string>
  body?: unknown
  contentType?: string
  delayMs?: number
  applied?: boolean
  drop?: 'before' | 'after'
  truncate?: boolean
}

type Scenario = {
  tokens?: number
  zones?: number
  buckets?: number
  ownPermissions?: 'write' | 'read' | 'none'
  canListZones?: boolean
  canListBuckets?: boolean
  workers?: number
  canListWorkers?: boolean
  /** How long a new or rolled secret is unknown. */
  secretDelaySeconds?: number
  strictZoneGrants?: boolean
  /** Groups in addition to the catalogue, of any scope, for families unknown to the app. */
  extraGroups?: { name: string; scope: string; id?: string; is_selectable?: boolean; meta?: Record<string, string> }[]
  odd?: boolean
  permissionGroups?: number
  policiesPerToken?: number | [number, number]
  rateLimit?: number
}

/** `body` is the JSON of a create or an update. */
type Request = { method: string; path: string; body?: unknown }

export type Sandbox = {
  accountId: string
  fail: (fault: Fault) => Promise<void>
  /** Delays matching calls until `release`: for what a page shows until an answer comes. */
  hold: (fault: Pick<Fault, 'method' | 'path' | 'query' | 'nth'>) => Promise<void>
  /** Disarms all faults. Answers that are delayed come at once. */
  release: () => Promise<void>
  scenario: (scenario: Scenario) => Promise<void>
  /** The calls that reached the sandbox for this account, in order. */
  requests: () => Promise<Request[]>
  /** Stores any JSON in place of a token; the sandbox answers it as is and accepts any PUT. */
  store: (tokenId: string, json: unknown) => Promise<void>
  /** Calls the API through the proxy, as the app does. */
  api: Api
}

type Zone = { id: string; name: string }

type Api = {
  get: <T = unknown>(path: string) => Promise<T>
  /** A page of tokens, with the total. */
  list: (query: string) => Promise<{ result: { id: string; name: string }[]; result_info: { total_count: number } }>
  /** The zones of the account, of which a sandbox has two at least unless a scenario says otherwise. */
  zones: () => Promise<[Zone, Zone, ...Zone[]]>
  create: (body: Record<string, unknown>) => Promise<{ id: string; value: string }>
  update: (id: string, body: Record<string, unknown>) => Promise<void>
  remove: (id: string) => Promise<void>
  verify: (value: string) => Promise<number>
}

/**
 * Each test owns a freshly seeded account, so specs run in parallel and nothing needs a reset. For what cannot be taken
 * back in a page, as scripts that run first, a clock, a slow network and another time zone; and for a first visit, with
 * an empty cache and history.
 */
export const freshTest = base.extend<{ sandbox: Sandbox }>({
  sandbox: async ({ request, accountId }, provide) => {
    const control = async (what: string, data: unknown) => {
      const response = await request.post(`/api/sandbox/${accountId}/${what}`, { data, headers: WRITE_HEADERS })
      if (!response.ok()) throw new Error(`The sandbox took no ${what}: ${response.status()} ${await response.text()}`)
    }
    await provide({
      accountId,
      fail: (fault) => control('faults', fault),
      hold: (fault) => control('faults', { ...fault, times: 0, delayMs: 60_000 }),
      release: async () => {
        await request.delete(`/api/sandbox/${accountId}/faults`, { headers: WRITE_HEADERS })
      },
      scenario: (scenario) => control('scenario', scenario),
      requests: async () => {
        const response = await request.get(`/api/sandbox/${accountId}/requests`)
        return ((await response.json()) as { result: Request[] }).result
      },
      // As text, so that a bare null or a string is sent as JSON, too.
      store: (tokenId, json) => control(`tokens/${tokenId}/raw`, JSON.stringify(json)),
      api: apiFor(request, accountId),
    })
  },
})

/** In the page of the test before: `test.use` does not change its context. */
export const test = freshTest.extend<object, { kept: Page }>({
  kept: [
    async ({ browser }, provide, { project }) => {
      const page = await openPage(browser, project.use.baseURL)
      await provide(page)
      await page.context().close()
    },
    { scope: 'worker' },
  ],
  context: ({ kept }, provide) => provide(kept.context()),
  page: async ({ kept }, provide) => {
    await renewPage(kept)
    await watchPolicy(kept, provide)
  },
})

/** The proxy requires these of every write. */
const WRITE_HEADERS = { 'Content-Type': 'application/json', 'X-Token-Desk': '1' }

function apiFor(request: APIRequestContext, accountId: string): Api {
  const root = `/api/v4/accounts/${accountId}`
  return {
    get: async <T>(path: string) => {
      const response = await request.get(`${root}${path}`)
      const { result } = (await response.json()) as { result: T }
      return result
    },
    zones: async () => {
      const response = await request.get(`/api/v4/zones?account.id=${accountId}`)
      const { result } = (await response.json()) as { result: Zone[] }
      const [first, second, ...others] = result
      if (!first || !second) throw new Error('The account has less than two zones')
      return [first, second, ...others]
    },
    list: async (query) => {
      const response = await request.get(`${root}/tokens${query}`)
      return (await response.json()) as Awaited<ReturnType<Api['list']>>
    },
    create: async (body) => {
      const response = await request.post(`${root}/tokens`, { data: body, headers: WRITE_HEADERS })
      const { result } = (await response.json()) as { result: { id: string; value: string } }
      return result
    },
    update: async (id, body) => {
      const response = await request.put(`${root}/tokens/${id}`, { data: body, headers: WRITE_HEADERS })
      if (!response.ok()) throw new Error(`The sandbox took no update: ${await response.text()}`)
    },
    remove: async (id) => {
      await request.delete(`${root}/tokens/${id}`, { headers: WRITE_HEADERS })
    },
    verify: async (value) => {
      const response = await request.post('/api/verify', {
        data: { account_id: accountId, value },
        headers: WRITE_HEADERS,
      })
      return response.status()
    },
  }
}

/** Without what the app loads for later, once it has nothing to do: on a slow machine it comes before a test looks. */
export const withoutRest = (page: Page) => page.addInitScript(() => (globalThis.requestIdleCallback = () => 0))

/** Two seconds before each answer. */
export async function slowDown(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 1000,
    downloadThroughput: -1,
    uploadThroughput: -1,
  })
}

/** Waits until requests fail: on a busy machine, some that follow the setting would still go out. */
export async function goOffline(page: Page) {
  await page.context().setOffline(true)
  const ask = () =>
    page.evaluate(() =>
      fetch('/healthz', { cache: 'no-store' }).then(
        () => 'answered',
        () => 'failed',
      ),
    )
  await expect.poll(ask).toBe('failed')
}

/** As when the user comes back to the tab: what may be old is read again. */
export const returnToTab = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })))

/** The body of a small token, to create over the API. */
export const plainToken = (accountId: string, name: string) => ({
  name,
  policies: [
    {
      effect: 'allow',
      permission_groups: [{ id: 'c8fed203ed3043cba015a93ad1616f1f' }],
      resources: { [`com.cloudflare.api.account.${accountId}`]: { 'com.cloudflare.api.account.zone.*': '*' } },
    },
  ],
})

const DAY_MS = 86_400_000

/** So many days from now, before it where negative, in whole seconds as the API has them. */
export const inDays = (days: number) => `${new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 19)}Z`
