import { answersAreHere } from '#app/queries/first-answers.ts'
import { queryClient } from '#app/queries/query-client.ts'
import { router } from './router.tsx'

/** Longer than this somebody should see that something happens. */
const LONGEST_WAIT_MS = 200

async function start() {
  const root = document.querySelector('#root')
  if (!root) throw new Error('index.html has no #root')

  // The loaders take their data while the larger part of the code, which draws, is still on its way. What the server
  // has started with the page is mostly here before that code is: then the page is drawn once, with its rows.
  const answers = router.load().then(() => answersAreHere(queryClient))
  const drawing = import('./draw.tsx')
  // Header, navigation and page numbers: after what draws, and in time for when the first rows stand.
  void import('./shell/header-bar.tsx').catch(ignore)
  const { draw } = await drawing
  await Promise.race([answers, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))])
  draw(root)
}

/** Whoever draws it asks again, and has a place to say that it did not come. */
function ignore() {}

/** In the frame of index.html: what would say it otherwise is what did not come. */
function sayNotLoaded() {
  const place = document.querySelector('#root .boot > :last-child')
  place?.setAttribute('role', 'alert')
  if (place) place.textContent = 'Token Desk could not be loaded. Check the connection, then reload the page.'
}

// In a task of its own: a request made from the top of the one large file would have all of it read again wherever
// somebody watches requests and where they come from.
setTimeout(() => void start().catch(sayNotLoaded))
