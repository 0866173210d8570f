/* One visit in a new browser, measured over the DevTools protocol. Times in ms, sizes in bytes. */

/** A slow laptop on a slow line, and this machine unthrottled. */
export const SETTINGS = {
  slow: { cpu: 4, network: { latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 } },
  fast: { cpu: 1, network: null },
  /** For interactions: only the CPU is throttled. */
  input: { cpu: 4, network: null },
}

/** Late events still count, such as the last shift and the largest paint. */
const AFTERWARDS_MS = { slow: 2500, fast: 800, input: 2500 }

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0)

/** Injected before the page's scripts: records the first content, layout shifts and long tasks. */
function watch(selector) {
  const seen = { row: null, shift: 0, lcp: null, fcp: null, tasks: [], frames: [], events: [] }
  window.bench = seen
  const rows = new MutationObserver(() => {
    if (!document.querySelector(selector)) return
    rows.disconnect()
    // The frame that shows it starts here.
    requestAnimationFrame(() => {
      seen.row = performance.now()
    })
  })
  rows.observe(document, { childList: true, subtree: true })
  const observe = (type, take, options = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true, ...options })
  observe('layout-shift', (entry) => {
    if (!entry.hadRecentInput) seen.shift += entry.value
  })
  observe('largest-contentful-paint', ({ startTime }) => (seen.lcp = startTime))
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcp = startTime
  })
  observe('longtask', ({ startTime, duration }) => seen.tasks.push({ startTime, duration }))
  // A task without script is no long task, however long its layout and paint take; a long animation frame includes
  // them.
  observe('long-animation-frame', ({ duration }) => seen.frames.push(duration))
  observe(
    'event',
    ({ name, duration, interactionId, startTime }) => {
      if (interactionId > 0) seen.events.push({ name, duration, interactionId, startTime })
    },
    { durationThreshold: 16 },
  )
}

/** Opens a page throttled as in `setting`; `selector` defines the first content. */
export async function openPage(browser, setting, selector, context) {
  const page = await browser.newPage(context)
  const requests = new Map()
  page.on('Network.requestWillBeSent', ({ requestId, request, timestamp, type }) => {
    if (request.url.startsWith('http'))
      requests.set(requestId, { url: request.url, type, at: timestamp, bytes: 0, end: null })
  })
  page.on('Network.loadingFinished', ({ requestId, encodedDataLength, timestamp }) => {
    const known = requests.get(requestId)
    if (known) Object.assign(known, { bytes: encodedDataLength, end: timestamp })
  })
  await page.call('Network.enable')
  await page.call('Page.addScriptToEvaluateOnNewDocument', {
    source: `(${watch.toString()})(${JSON.stringify(selector)})`,
  })
  const { cpu, network } = SETTINGS[setting]
  if (network) await page.call('Network.emulateNetworkConditions', { offline: false, ...network })
  await page.call('Emulation.setCPUThrottlingRate', { rate: cpu })
  return { ...page, requests }
}

/** Navigates and waits for the first content. Polls rarely, because each poll costs the page time. */
export async function visit(page, url, setting) {
  await page.call('Page.navigate', { url })
  for (let attempt = 0; attempt < 30; attempt += 1) {
    await sleep(AFTERWARDS_MS[setting])
    const row = await page.evaluate('window.bench?.row ?? null')
    if (row !== null) return sleep(AFTERWARDS_MS[setting])
  }
  throw new Error(`Nothing shows at ${url}`)
}

/** A visit: the time to the first content, and its cost. Cold, unless `context` was used before. */
export async function measureVisit(browser, setting, { url, selector }, context) {
  const page = await openPage(browser, setting, selector, context)
  await visit(page, url, setting)
  const { row, fcp, lcp, shift, tasks } = await page.evaluate('window.bench')
  const [start] = page.requests.values()
  const all = [...page.requests.values()]
  const done = all.filter(({ end }) => end !== null && (end - start.at) * 1000 <= row + 50)
  const begun = all.filter(({ at }) => (at - start.at) * 1000 <= row)
  const heap = await heapOf(page)
  await page.close()
  const bytes = (type) => sum(done.filter((request) => request.type === type).map((request) => request.bytes))
  return {
    context: page.context,
    row,
    fcp,
    lcp,
    blocking: sum(tasks.map(({ duration }) => Math.max(0, duration - 50))),
    shift,
    js: bytes('Script'),
    css: bytes('Stylesheet'),
    total: sum(done.map((request) => request.bytes)),
    requests: begun.length,
    heap,
  }
}

/** The size of the page's heap after garbage collection. */
export async function heapOf(page) {
  await page.call('HeapProfiler.collectGarbage')
  await page.call('HeapProfiler.collectGarbage')
  const { usedSize } = await page.call('Runtime.getHeapUsage')
  return usedSize
}
