import type { EarlyRequest } from './api/early-requests.ts'
import { firstRequests } from './first-requests.ts'
import { applyTheme, storedTheme } from './ui/theme.ts'

// The inline script of index.html: it sends the page's first requests while the app's code is still loading. The app
// takes the answers from the map.
globalThis.earlyRequests = new Map(
  firstRequests(location.pathname, location.search).map((path): [string, EarlyRequest] => {
    const url = location.origin + path
    const controller = new AbortController()
    const answer = fetch(url, { signal: controller.signal })
    // The query that takes the answer handles a failure; until then it must not count as unhandled.
    answer.catch(() => {})
    return [url, { answer, abort: (reason) => controller.abort(reason) }]
  }),
)

// Before the first paint.
applyTheme(storedTheme())

// An error of an element does not bubble. This is the only script that is there when the app's own does not load.
addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && sayNotLoaded(), true)

/** In the frame of index.html. */
function sayNotLoaded(): void {
  const place = document.querySelector('.boot > :last-child')
  place?.setAttribute('role', 'alert')
  if (place) place.textContent = 'Couldn’t load Token Desk. Check your connection, then reload the page.'
}
