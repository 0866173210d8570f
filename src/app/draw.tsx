import './app.css'
import { setNonce } from 'get-nonce'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '#app/queries/query-client.ts'
import { restoreScroll } from '#app/routing/scroll.ts'
import type { Place } from '#app/routing/router.ts'
import { Routing } from '#app/routing/routing.tsx'
import { ToastProvider } from '#app/ui/toast.tsx'
import { router } from './router.tsx'
import { AppShell } from './shell/app-shell.tsx'

// Libraries that put a style element into the page mark it as ours; the browser hides the nonce from styles.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
if (nonce) setNonce(nonce)

const restore = restoreScroll(router.history)
const onArrive = ({ location }: Place) => restore(location)

/** Draws the app into `root`, with whatever answers are here. */
export function draw(root: Element): void {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <Routing router={router} onArrive={onArrive}>
            <AppShell />
          </Routing>
        </ToastProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
