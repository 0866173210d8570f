import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { MapSource } from './map-source.tsx'

test('a dialog whose code loads first leaves the page, and gives the focus back to its button', async () => {
  await render(
    <QueryClientProvider client={new QueryClient()}>
      <Suspense fallback="Loading">
        <MapSource />
      </Suspense>
    </QueryClientProvider>,
  )
  const opener = page.getByRole('button', { name: 'Use a newer file' })
  opener.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('dialog', { name: 'Use a newer file' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(opener).toHaveFocus()
})
