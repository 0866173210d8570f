/*
 * How quickly the app shows its first content, beside the least that React can do ("the floor") on the same data,
 * machine and line: cold, slow and unthrottled, with an upstream that answers at once and one that takes 300 ms; then
 * the list once more, with what the first visit left in the cache. Medians of `--runs` (5) visits.
 */
import { startBrowser } from './devtools.mjs'
import { serveFloor } from './floor-server.mjs'
import { measureVisit } from './measure.mjs'
import { ACCOUNT, median, serveApp, TOKEN } from './serve-app.mjs'

const ROW = 'table[aria-label="API tokens"] tbody tr a'

/** All visits, as rows of medians, least and most. */
export async function measureLoads(runs) {
  const browser = await startBrowser()
  const results = []
  for (const latency of [0, 300]) {
    const app = await serveApp(latency)
    const floor = await serveFloor(app.url)
    const tokens = `${app.url}/accounts/${ACCOUNT}/tokens`
    const visits = [
      { name: 'floor', url: `${floor.url}/?account=${ACCOUNT}`, selector: ROW },
      { name: 'list', url: tokens, selector: ROW },
      { name: 'token', url: `${tokens}/${TOKEN}`, selector: 'main h1' },
      { name: 'editor', url: `${tokens}/new`, selector: 'main form input' },
    ]
    for (const setting of ['slow', 'fast']) {
      const measured = new Map()
      const note = (name, visit) => measured.set(name, [...(measured.get(name) ?? []), visit])
      // In turns, so that whatever else the machine does meets all of them.
      for (let run = 0; run < runs; run += 1) {
        for (const visit of visits) {
          const { context, ...numbers } = await measureVisit(browser, setting, visit)
          note(visit.name, numbers)
          if (visit.name !== 'list') continue
          const { context: _, ...again } = await measureVisit(browser, setting, visit, context)
          note('list again', again)
        }
      }
      for (const [name, all] of measured) results.push({ upstream: latency, setting, name, ...summarize(all) })
    }
    floor.stop()
    app.stop()
  }
  await browser.stop()
  return results
}

const summarize = (runs) =>
  Object.fromEntries(
    Object.keys(runs[0]).map((key) => {
      const values = runs.map((run) => run[key] ?? 0)
      return [key, { median: median(values), min: Math.min(...values), max: Math.max(...values) }]
    }),
  )

/** The same for people, with the ratio to the floor of the same upstream and setting. */
export function loadTable(results) {
  const ratio = (result, key) => {
    const floor = results.find(
      ({ name, upstream, setting }) => name === 'floor' && upstream === result.upstream && setting === result.setting,
    )
    return (result[key].median / floor[key].median).toFixed(2)
  }
  const kib = ({ median: bytes }) => `${(bytes / 1024).toFixed(0)} KiB`
  const ms = ({ median: value, min, max }) => `${value.toFixed(0)} (${min.toFixed(0)}–${max.toFixed(0)})`
  return results.map((result) => ({
    upstream: result.upstream,
    setting: result.setting,
    page: result.name,
    'first content': ms(result.row),
    '× floor': ratio(result, 'row'),
    'first paint': ms(result.fcp),
    '× floor ': ratio(result, 'fcp'),
    LCP: result.lcp.median.toFixed(0),
    blocking: result.blocking.median.toFixed(0),
    shift: result.shift.max.toFixed(3),
    JS: kib(result.js),
    CSS: kib(result.css),
    total: kib(result.total),
    requests: result.requests.median,
    'heap MB': (result.heap.median / 1e6).toFixed(1),
    '× floor  ': ratio(result, 'heap'),
  }))
}
