import './app.css'
import { setNonce } from 'get-nonce'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from '#app/queries/query-client.ts'
import { ToastProvider } from '#app/ui/toast.tsx'
import { router } from './router.tsx'

// Libraries that put a style element into the page mark it as ours; the browser hides the nonce from styles.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
if (nonce) setNonce(nonce)

/** Draws the app into `root`, with whatever answers are here. */
export function draw(root: Element): void {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </QueryClientProvider>
    </StrictMode>,
  )
}
