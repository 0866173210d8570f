/* Interaction latency with 5,000 tokens, 1,000 permission groups and a token with 50 policies, at CPU/4. Event
   Timing's duration in ms, from input to next paint; what the browser reports as below 16 ms counts as 16. Long
   tasks are those over 50 ms. */
import { startBrowser } from './devtools.mjs'
import { allTokens, click, type, until } from './input.mjs'
import { openPage, sleep, visit } from './measure.mjs'
import { median, p95, serveApp } from './serve-app.mjs'

const ACCOUNT = 'b'.repeat(32)
/** A full account accepts no more tokens, so the token with many policies has another one. */
const OTHER_ACCOUNT = 'c'.repeat(32)
const ROW = 'table[aria-label="API tokens"] tbody tr a'
const SETTING = 'input'
const SETTLED_MS = 1200

/** A busy machine may take longer: what is rendered late moves what the next input aims at. */
async function settle(page) {
  await sleep(SETTLED_MS)
  await until(page, `!document.querySelector('[aria-busy="true"]')`, 'the page to settle')
}

const thereIs = (page, selector) => until(page, `!!document.querySelector(${JSON.stringify(selector)})`, selector)

/** Pages and the interactions on them; `inputs` is their number of clicks and keys. */
const PLACES = [
  {
    path: `${ACCOUNT}/tokens`,
    first: ROW,
    acts: [
      {
        name: 'next page',
        inputs: 8,
        act: async (page) => {
          for (let run = 0; run < 8; run += 1) {
            await click(page, 'nav[aria-label="Pagination"] a', 'Next page')
            await settle(page)
          }
        },
      },
      {
        name: 'open a dialog by a menu',
        inputs: 2,
        act: async (page) => {
          await click(page, 'button', 'Actions for')
          await thereIs(page, '[role="menu"]')
          await click(page, '[role="menuitem"]', 'Delete')
          await thereIs(page, '[role="dialog"]')
        },
      },
    ],
  },
  {
    path: `${ACCOUNT}/tokens?sort=name&direction=asc`,
    first: ROW,
    ready: allTokens,
    acts: [
      {
        name: 'sort 5,000',
        inputs: 4,
        act: async (page) => {
          for (const column of ['Status', 'Last used', 'Expires', 'Name']) {
            await click(page, 'thead button', column)
            await settle(page)
          }
        },
      },
      {
        name: 'type a search in 5,000',
        inputs: 19,
        act: async (page) => {
          await click(page, 'input[type="search"]')
          await type(page, ['dns write', ...Array(9).fill('Backspace')])
        },
      },
      {
        name: 'filter 5,000',
        inputs: 8,
        prepare: async (page) => {
          await click(page, 'button', 'Filter')
          await thereIs(page, '[aria-label="Filters"] [role="tabpanel"] input')
        },
        act: async (page) => {
          for (const [filter, value] of [
            ['Status', 'Active'],
            ['Status', 'Disabled'],
            ['Effect', 'Allow'],
            ['IP limit', 'Any IP address'],
          ]) {
            await click(page, '[aria-label="Filters"] [role="tab"]', filter)
            await click(page, '[aria-label="Filters"] [role="tabpanel"] label', value)
            await settle(page)
          }
        },
      },
    ],
  },
  {
    path: `${ACCOUNT}/tokens/new`,
    first: 'main form input',
    ready: (page) => thereIs(page, '[aria-label="Permission groups"] input[data-stop]'),
    acts: [
      {
        name: 'type in the picker of 1,000',
        inputs: 15,
        act: async (page) => {
          await click(page, '[aria-label="Permission groups"] input[type="search"]')
          await type(page, ['workers write', 'Escape'])
        },
      },
    ],
  },
  {
    path: `${OTHER_ACCOUNT}/tokens/`,
    first: 'main h1',
    acts: [
      {
        name: 'open the editor of 50 policies',
        inputs: 1,
        act: async (page) => {
          await click(page, 'main a', 'Edit')
          await thereIs(page, 'main form input')
        },
      },
    ],
  },
]

/** One row per interaction. */
export async function measureInteractions() {
  const app = await serveApp(0)
  await app.scenario(ACCOUNT, { tokens: 5000, policiesPerToken: [1, 20], permissionGroups: 1000 })
  const tokenId = await app.tokenWithPolicies(OTHER_ACCOUNT, 50)
  const browser = await startBrowser()
  const results = []
  for (const { path, first, ready, acts } of PLACES) {
    const page = await openPage(browser, SETTING, first)
    const own = path.endsWith('/tokens/') ? tokenId : ''
    await visit(page, `${app.url}/accounts/${path}${own}`, SETTING)
    await ready?.(page)
    await settle(page)
    for (const act of acts) results.push(await measure(page, act))
    await page.close()
  }
  await browser.stop()
  app.stop()
  return results
}

/** Performs an interaction, and returns what the browser recorded. */
async function measure(page, { name, inputs, prepare, act }) {
  await prepare?.(page)
  await settle(page)
  await page.evaluate('bench.events.length = 0; bench.tasks.length = 0; bench.frames.length = 0')
  await act(page)
  await settle(page)
  const { events, tasks, frames } = await page.evaluate('bench')
  const longest = new Map()
  for (const { interactionId, duration } of events)
    longest.set(interactionId, Math.max(duration, longest.get(interactionId) ?? 0))
  const durations = [...longest.values()]
  while (durations.length < inputs) durations.push(16)
  return {
    interaction: name,
    inputs,
    median: median(durations),
    p95: p95(durations),
    worst: Math.max(...durations),
    'long tasks': tasks.length,
    'longest task': Math.round(Math.max(0, ...tasks.map(({ duration }) => duration))),
    'longest frame': Math.round(Math.max(0, ...frames)),
  }
}
