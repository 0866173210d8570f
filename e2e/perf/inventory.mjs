/*
 * How long it takes to read all tokens of an account from an API that takes 300 ms an answer: from the request to
 * its end; and how long after that the overview is complete, findings included. Unthrottled; the median,
 * least and most of `--runs` (5) visits.
 */
import { startBrowser } from './devtools.mjs'
import { until } from './input.mjs'
import { openPage, visit } from './measure.mjs'
import { serveApp, spread } from './serve-app.mjs'

const ROW = 'table[aria-label="API tokens"] tbody tr a'
const LATENCY_MS = 300
/** In the page: the answers with many pages of tokens; one that is still coming is not among them. */
const READINGS = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/tokens?'))"

export async function measureInventory() {
  const app = await serveApp(LATENCY_MS)
  const browser = await startBrowser()
  const results = []
  for (const tokens of [500, 5000]) {
    const account = String(tokens).padStart(32, 'c')
    await app.scenario(account, { tokens })
    const url = `${app.url}/accounts/${account}`
    const list = `${url}/tokens?sort=name&include_expired=true`
    results.push({ tokens, ms: 'all read', ...(await spread(() => readingTime(browser, list))) })
    results.push({ tokens, ms: 'overview complete after that', ...(await spread(() => overviewDelay(browser, url))) })
  }
  await browser.stop()
  app.stop()
  return results
}

async function readingTime(browser, url) {
  const page = await openPage(browser, 'fast', ROW)
  await visit(page, url, 'fast')
  const ms = await until(page, `${READINGS}.at(-1)?.duration`, 'all tokens')
  await page.close()
  return ms
}

/** From the end of the last page of tokens until all cards are of all tokens, in ms. */
async function overviewDelay(browser, url) {
  const page = await openPage(browser, 'fast', 'main h2')
  await page.call('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchCards.toString()})()` })
  await visit(page, url, 'fast')
  const at = await until(page, 'window.completeAt', 'the overview')
  const end = await page.evaluate(`${READINGS}.at(-1).responseEnd`)
  await page.close()
  return at - end
}

/** In the page: when all cards first were of all tokens. */
function watchCards() {
  new MutationObserver((_, watching) => {
    const main = document.querySelector('main')
    const text = main?.textContent ?? ''
    if (!/Needs you today/.test(text) || !/tokens, [\d,]+ of them active/.test(text)) return
    if (/so far|Checking…/.test(text) || main.querySelector('[class*="skeleton"]')) return
    watching.disconnect()
    window.completeAt = performance.now()
  }).observe(document, { childList: true, subtree: true, characterData: true })
}
