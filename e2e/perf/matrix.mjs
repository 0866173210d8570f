/*
 * How the matrix of Access scrolls with 5,000 tokens and every family open, unthrottled: 120 frames of 1,200 px each.
 * How many frames showed no rows at the top, middle or bottom of what is in view, how many of these in a row, and how
 * long frames took in ms. The median, least and most of `--runs` (5) visits.
 */
import { startBrowser } from './devtools.mjs'
import { until } from './input.mjs'
import { openPage, sleep } from './measure.mjs'
import { median, option, p95, serveApp } from './serve-app.mjs'

const ACCOUNT = '5000'.padStart(32, 'f')
const GRID = '[role="grid"][aria-label="What tokens can do, by product"]'
const [FRAMES, STEP] = [120, 1200]
const SETTLED_MS = 2000

export async function measureMatrix() {
  const app = await serveApp(0)
  await app.scenario(ACCOUNT, { tokens: 5000 })
  const groups = await fetch(`${app.url}/api/v4/accounts/${ACCOUNT}/tokens/permission_groups`)
  const { result } = await groups.json()
  const open = [...new Set(result.map(({ category }) => category))].join(',')
  const browser = await startBrowser()
  const runs = []
  for (let run = 0; run < Number(option('runs', '5')); run += 1)
    runs.push(await scrolled(browser, `${app.url}/accounts/${ACCOUNT}/access?at=written&open=${open}`))
  await browser.stop()
  app.stop()
  return Object.keys(runs[0]).map((what) => {
    const numbers = runs.map((run) => run[what])
    return { what, median: median(numbers), least: Math.min(...numbers), most: Math.max(...numbers) }
  })
}

async function scrolled(browser, url) {
  const page = await openPage(browser, 'fast', 'main h2')
  await page.call('Page.navigate', { url })
  await until(page, `+document.querySelector('${GRID}')?.getAttribute('aria-rowcount') > 4900`, 'all tokens')
  await sleep(SETTLED_MS)
  const [rows, columns] = await page.evaluate(
    `['row', 'col'].map((what) => +document.querySelector('${GRID}').getAttribute('aria-' + what + 'count') - 1)`,
  )
  const frames = await page.evaluate(`(${scroll.toString()})('${GRID}', ${FRAMES}, ${STEP})`)
  await page.close()
  const blank = frames.map(({ isBlank }) => isBlank)
  const times = frames.map(({ ms }) => Math.round(ms))
  return {
    tokens: rows,
    columns,
    'frames without rows': blank.filter(Boolean).length,
    'of these in a row': Math.max(...blank.map((_, at) => [...blank.slice(at), false].indexOf(false))),
    'a frame, ms': median(times),
    '95 of 100 frames within, ms': p95(times),
    'the longest frame, ms': Math.max(...times),
  }
}

/** In the page: what each frame showed when it was drawn. */
async function scroll(grid, amount, step) {
  const box = document.querySelector(grid).parentElement
  box.scrollIntoView({ block: 'center' })
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const isEmptyAt = (y) => !document.elementFromPoint(box.getBoundingClientRect().left + 40, y)?.closest('[role="row"]')
  const frames = []
  let last = await nextFrame()
  for (let frame = 0; frame < amount; frame += 1) {
    box.scrollTop += step
    // The scroll event came before; what is there now is drawn.
    const now = await nextFrame()
    const { top, bottom } = box.getBoundingClientRect()
    const isBlank = [top + 80, (top + bottom) / 2, bottom - 20].some(isEmptyAt)
    frames.push({ ms: now - last, isBlank })
    last = now
  }
  return frames
}
