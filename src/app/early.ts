import type { EarlyRequest } from './api/early-requests.ts'
import { firstRequests } from './first-requests.ts'

// The inline script of index.html: it sends the page's first requests while the app's code is still loading. The app
// takes the answers from the map.
globalThis.earlyRequests = new Map(
  firstRequests(location.pathname, location.search).map((path): [string, EarlyRequest] => {
    const url = location.origin + path
    const controller = new AbortController()
    const answer = fetch(url, { signal: controller.signal })
    // The query that takes the answer handles a failure; until then it must not count as unhandled.
    answer.catch(() => {})
    return [url, { answer, abort: () => controller.abort() }]
  }),
)
