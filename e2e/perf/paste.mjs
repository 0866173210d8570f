/*
 * From a paste of 1,000 lines of an access log to its answer at /which, in ms: the event with the text to the insertion
 * of the set's button. Unthrottled; the median, least and most of `--runs` (5) visits.
 */
import { startBrowser } from './devtools.mjs'
import { until } from './input.mjs'
import { openPage, visit } from './measure.mjs'
import { serveApp, spread } from './serve-app.mjs'

const ZONE = '1'.repeat(32)
const ACCOUNT = 'd'.repeat(32)
const REQUESTS = [
  `GET /client/v4/zones/${ZONE}/dns_records?per_page=100`,
  `POST /client/v4/zones/${ZONE}/dns_records`,
  `PUT /client/v4/accounts/${ACCOUNT}/workers/scripts/api`,
  `POST /client/v4/zones/${ZONE}/purge_cache`,
  `GET /client/v4/accounts/${ACCOUNT}/r2/buckets`,
  `GET /client/v4/accounts/${ACCOUNT}/pages/projects`,
  `GET /client/v4/zones/${ZONE}/nothing_like_it`,
]
const LOG = Array.from({ length: 1000 }, (_, line) => {
  const time = `27/Nov/2026:10:${String(line % 60).padStart(2, '0')}:00 +0000`
  return `10.0.0.${line % 250} - - [${time}] "${REQUESTS[line % REQUESTS.length]} HTTP/1.1" 403 5${line} "-" "curl/8.5"`
}).join('\n')

export async function measurePaste() {
  const app = await serveApp(0)
  const browser = await startBrowser()
  const ms = await spread(async () => {
    const page = await openPage(browser, 'fast', 'main textarea')
    await visit(page, `${app.url}/which?account=${ACCOUNT}`, 'fast')
    await until(page, `!!document.querySelector('#recipes')`, 'the page')
    await page.evaluate(`(${paste.toString()})(${JSON.stringify(LOG)})`)
    const after = await until(page, 'window.answeredAfter', 'the answer')
    await page.close()
    return after
  })
  await browser.stop()
  app.stop()
  return [{ lines: 1000, 'KiB of text': Math.round(LOG.length / 1024), ...ms }]
}

/** In the page: pastes the text into the field, and waits for the answer. */
function paste(text) {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const start = performance.now()
  new MutationObserver((_, watching) => {
    if (![...document.querySelectorAll('button')].some((one) => one.innerText === 'Create a token with this')) return
    watching.disconnect()
    window.answeredAfter = performance.now() - start
  }).observe(document.body, { childList: true, subtree: true })
  const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  document.querySelector('main textarea').dispatchEvent(event)
}
