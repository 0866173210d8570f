/*
 * How long it takes to read all tokens of an account from an API that takes 300 ms an answer: from the first request to
 * the end of the last. Unthrottled; the median, least and most of `--runs` (5) visits.
 */
import { startBrowser } from './devtools.mjs'
import { allTokens } from './input.mjs'
import { openPage, visit } from './measure.mjs'
import { median, option, serveApp } from './serve-app.mjs'

const ROW = 'table[aria-label="API tokens"] tbody tr a'
const LATENCY_MS = 300

export async function measureInventory() {
  const app = await serveApp(LATENCY_MS)
  const browser = await startBrowser()
  const results = []
  for (const tokens of [500, 5000]) {
    const account = String(tokens).padStart(32, 'c')
    await app.scenario(account, { tokens })
    const runs = []
    for (let run = 0; run < Number(option('runs', '5')); run += 1)
      runs.push(await readingTime(browser, `${app.url}/accounts/${account}/tokens?sort=name&include_expired=true`))
    results.push({ tokens, 'all read after (ms)': median(runs), least: Math.min(...runs), most: Math.max(...runs) })
  }
  await browser.stop()
  app.stop()
  return results
}

async function readingTime(browser, url) {
  const page = await openPage(browser, 'fast', ROW)
  await visit(page, url, 'fast')
  await allTokens(page)
  const pages = [...page.requests.values()].filter(({ url }) => /\/tokens\?.*per_page=50/.test(url))
  await page.close()
  return Math.round((Math.max(...pages.map(({ end }) => end)) - Math.min(...pages.map(({ at }) => at))) * 1000)
}
