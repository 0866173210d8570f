/* How cost grows with the account: the list, the search over all tokens, and the editor, with 50, 500 and 5,000
   tokens and 300 and 1,000 permission groups, at CPU/4. Script time is counted from navigation, or for the seven
   keys of a search; elements are those in the document. */
import { startBrowser } from './devtools.mjs'
import { allTokens, click, type, until } from './input.mjs'
import { heapOf, openPage, sleep, visit } from './measure.mjs'
import { serveApp } from './serve-app.mjs'

const ROW = 'table[aria-label="API tokens"] tbody tr a'
const SETTING = 'input'

export async function measureGrowth() {
  const app = await serveApp(0)
  const browser = await startBrowser()
  const results = []
  for (const tokens of [50, 500, 5000]) {
    const account = String(tokens).padStart(32, 'd')
    await app.scenario(account, { tokens, policiesPerToken: [1, 20] })
    const root = `${app.url}/accounts/${account}/tokens`
    results.push({ what: 'list, first page', tokens, ...(await costOf(browser, root, ROW)) })
    const all = `${root}?sort=name&direction=asc&include_expired=true`
    results.push({ what: 'all tokens loaded', tokens, ...(await costOf(browser, all, ROW, allTokens)) })
    results.push({ what: 'a search of 7 keys', tokens, ...(await costOf(browser, all, ROW, allTokens, search)) })
  }
  for (const groups of [300, 1000]) {
    const account = String(groups).padStart(32, 'e')
    await app.scenario(account, { permissionGroups: groups })
    const url = `${app.url}/accounts/${account}/tokens/new`
    results.push({ what: 'editor', groups, ...(await costOf(browser, url, 'main form input', waitForGroups)) })
    results.push({
      what: 'a picker search of 7 keys',
      groups,
      ...(await costOf(browser, url, 'main form input', waitForGroups, searchGroups)),
    })
  }
  await browser.stop()
  app.stop()
  return results
}

const waitForGroups = (page) =>
  until(page, `!!document.querySelector('[aria-label="Permission groups"] input[data-stop]')`, 'permission groups')
const search = async (page) => {
  await click(page, 'input[type="search"]')
  await type(page, ['dns wri'])
}
const searchGroups = async (page) => {
  await click(page, '[aria-label="Permission groups"] input[type="search"]')
  await type(page, ['workers'])
}

/** Script time and elements of a page once it is ready, or what `act` adds to them. */
async function costOf(browser, url, selector, ready = () => Promise.resolve(), act) {
  const page = await openPage(browser, SETTING, selector)
  await page.call('Performance.enable')
  await visit(page, url, SETTING)
  await ready(page)
  await sleep(1500)
  const before = act ? await metrics(page) : { ScriptDuration: 0, LayoutDuration: 0, RecalcStyleDuration: 0 }
  if (act) {
    await act(page)
    await sleep(1500)
  }
  const after = await metrics(page)
  const ms = (...names) => Math.round(names.reduce((sum, name) => sum + (after[name] - before[name]) * 1000, 0))
  const result = {
    'script ms': ms('ScriptDuration'),
    'style and layout ms': ms('LayoutDuration', 'RecalcStyleDuration'),
    elements: await page.evaluate('document.querySelectorAll("*").length'),
    'heap MB': Math.round((await heapOf(page)) / 1e5) / 10,
  }
  await page.close()
  return result
}

async function metrics(page) {
  const { metrics: all } = await page.call('Performance.getMetrics')
  return Object.fromEntries(all.map(({ name, value }) => [name, value]))
}
