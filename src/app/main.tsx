import './app.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { setNonce } from 'get-nonce'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadSdk } from '#app/api/load-sdk.ts'
import { queryClient } from '#app/queries/query-client.ts'
import { FailureLines } from '#app/parts/failure-details.tsx'
import { explanations } from '#app/parts/use-explanation.ts'
import { ToastCard, ToastProvider } from '#app/ui/toast.tsx'
import { preload } from '#app/ui/lazy-component.ts'
import { loadFont } from '#app/ui/load-font.ts'
import { whenIdle } from '#app/ui/when-idle.ts'
import { router } from './routes.tsx'
import { Palette } from './shell/palette-code.ts'
import { watchSession } from './watch-session.ts'

// Libraries that add a style element give it the page's nonce; the browser hides it from scripts elsewhere.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
if (nonce) setNonce(nonce)

async function start() {
  const root = document.querySelector('#root')
  if (!root) throw new Error('index.html has no #root')
  watchSession(queryClient, router)
  // Starts the queries and loads the code of the page; until then index.html shows the frame.
  await router.load()
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
  whenIdle(() => {
    // Without it the fallback stays.
    loadFont().catch(() => {})
  })
  setTimeout(() => REST.forEach((load) => whenIdle(load)), LOAD_REST_AFTER_MS)
}

/** After the first page and what it needs. */
const LOAD_REST_AFTER_MS = 3000

/**
 * The palette, and what writes and failures need: no write waits for it, and no word about either needs the network. A
 * failed load is tried again when it is used.
 */
const REST = [
  () => {
    loadSdk().catch(() => {})
    void explanations.load()
  },
  () => preload(Palette, FailureLines, ToastCard),
]

// Not a top-level await: the code of a page imports from this file, and would wait for it.
void start()
