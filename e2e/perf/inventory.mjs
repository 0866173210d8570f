/*
 * How long it takes to read all tokens of an account from an API that takes 300 ms an answer: from the request to
 * its end; and how long after that the overview is complete, findings included. Unthrottled. Then, with the processor
 * four times slower, the longest input delay of a key press. The median, least and most of `--runs` (5) visits.
 */
import { startBrowser } from './devtools.mjs'
import { until } from './input.mjs'
import { openPage, sleep, visit } from './measure.mjs'
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
    results.push({ tokens, ms: 'a key waits, CPU ÷ 4', ...(await spread(() => longestWait(browser, url))) })
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

const KEY = { key: 'F8', code: 'F8', windowsVirtualKeyCode: 119 }
const PRESSED_EVERY_MS = 40

/** From the first drawing of the overview until it is complete, in ms: a key that nothing is bound to. */
async function longestWait(browser, url) {
  const page = await openPage(browser, 'input', 'main h2')
  await page.call('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${watchCards.toString()})();(${watchKeys.toString()})()`,
  })
  await page.call('Page.navigate', { url })
  const over = new AbortController()
  const pressing = (async () => {
    while (!over.signal.aborted) {
      const press = page.call('Input.dispatchKeyEvent', { type: 'keyDown', ...KEY })
      await Promise.all([press, sleep(PRESSED_EVERY_MS)])
      await page.call('Input.dispatchKeyEvent', { type: 'keyUp', ...KEY })
    }
  })()
  await until(page, 'window.completeAt', 'the overview')
  over.abort()
  await pressing
  const waits = await page.evaluate('window.keys.filter(({ at }) => at > window.begunAt).map(({ wait }) => wait)')
  await page.close()
  return Math.max(...waits)
}

/** In the page: how long each key waited until the page was free to take it. */
function watchKeys() {
  window.keys = []
  addEventListener('keydown', ({ timeStamp }) =>
    window.keys.push({ at: timeStamp, wait: performance.now() - timeStamp }),
  )
}

/** In the page: when the cards first were there, and when all of them first were of all tokens. */
function watchCards() {
  new MutationObserver((_, watching) => {
    const main = document.querySelector('main')
    const text = main?.textContent ?? ''
    if (!/Needs you today/.test(text)) return
    window.begunAt ??= performance.now()
    if (!/tokens, [\d,]+ of them active/.test(text)) return
    if (/so far|Checking…/.test(text) || main.querySelector('[class*="skeleton"]')) return
    watching.disconnect()
    window.completeAt = performance.now()
  }).observe(document, { childList: true, subtree: true, characterData: true })
}
