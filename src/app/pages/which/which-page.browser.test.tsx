import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { sessionQuery } from '#app/queries/session.ts'
import { WhichPage } from './which-page.tsx'
import { whichSearch } from './which-search.ts'

afterEach(() => vi.restoreAllMocks())

test('what is typed before the account is known stays, and so does the focus', async () => {
  localStorage.clear()
  sessionStorage.clear()
  let answer = (_response: Response) => {}
  vi.spyOn(window, 'fetch').mockImplementation(() => new Promise((resolve) => (answer = resolve)))
  const root = createRootRoute()
  const which = createRoute({
    getParentRoute: () => root,
    path: '/which',
    validateSearch: whichSearch,
    component: WhichPage,
  })
  const history = createMemoryHistory({ initialEntries: ['/which'] })
  const client = new QueryClient()
  await render(
    <QueryClientProvider client={client}>
      <RouterProvider router={createRouter({ routeTree: root.addChildren([which]), history })} />
    </QueryClientProvider>,
  )
  const field = page.getByRole('textbox', { name: 'Your command, log or error' })
  await field.click()
  await userEvent.keyboard('GET ')
  answer(Response.json(SESSION))
  await expect.poll(() => client.getQueryData(sessionQuery(null).queryKey)).toBeDefined()
  await userEvent.keyboard('/zones')
  await expect.element(field).toHaveValue('GET /zones')
  await expect.element(field).toHaveFocus()
})

const SESSION = {
  success: true,
  errors: [],
  messages: [],
  result: {
    mode: 'sandbox',
    accounts: [{ id: '0'.repeat(32), name: 'One' }],
    accounts_problem: null,
    credential: null,
    credential_problem: null,
  },
}
