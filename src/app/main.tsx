import './app.css'
import { setNonce } from 'get-nonce'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { prepareForFailure } from '#app/parts/failure-views.tsx'
import { answersAreHere } from '#app/queries/first-answers.ts'
import { queryClient } from '#app/queries/query-client.ts'
import { ToastProvider } from '#app/ui/toast.tsx'
import { router } from './router.tsx'

/** Longer than this somebody should see that something happens. */
const LONGEST_WAIT_MS = 200

// Libraries that put a style element into the page mark it as ours; the browser hides the nonce from styles.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
if (nonce) setNonce(nonce)

async function start() {
  const root = document.querySelector('#root')
  if (!root) throw new Error('index.html has no #root')

  // The loaders ask for their data before React has rendered anything. What the server has started with the
  // page is mostly here before this code is: then the page is drawn once, with its rows.
  const answers = router.load().then(() => answersAreHere(queryClient))
  await Promise.race([answers, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))])

  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </StrictMode>,
  )

  // After the first page and its rows, which are what somebody waits for.
  setTimeout(prepareForFailure, 5000)
}

// In a task of its own: a request made from the top of the one large file would have all of it read again wherever
// somebody watches requests and where they come from.
setTimeout(() => void start())
