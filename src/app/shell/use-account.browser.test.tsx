import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { useAccount } from './use-account.ts'

afterEach(() => vi.restoreAllMocks())

/** The frame takes what the user types about an account only once it is known whether there is a session. */
function Frame() {
  const { isKnown } = useAccount()
  return isKnown ? <input aria-label="Account ID" /> : <p>Loading</p>
}

test('what is typed while there is no session stays when the session is asked for again', async () => {
  localStorage.clear()
  const fetched = vi.spyOn(window, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'))
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const history = createMemoryHistory({ initialEntries: ['/'] })
  await render(
    <QueryClientProvider client={client}>
      <RouterProvider router={createRouter({ routeTree: createRootRoute({ component: Frame }), history })} />
    </QueryClientProvider>,
  )
  const field = page.getByRole('textbox', { name: 'Account ID' })
  await field.fill('0123')
  const asked = fetched.mock.calls.length
  fetched.mockImplementation(() => new Promise(() => {}))
  void client.refetchQueries()
  await expect.poll(() => fetched.mock.calls.length).toBeGreaterThan(asked)
  await expect.element(field).toHaveValue('0123')
})
