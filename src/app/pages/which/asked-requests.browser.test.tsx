import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Session } from '#app/api/session.ts'
import { useRequirements } from '#app/parts/use-requirements.ts'
import { sessionQuery } from '#app/queries/session.ts'
import { ACCOUNT_SCOPE } from '#domain/resources/scope.ts'
import { AskedRequests } from './asked-requests.tsx'

vi.mock(import('#app/parts/use-requirements.ts'), () => ({ useRequirements: vi.fn() }))
afterEach(() => vi.restoreAllMocks())

const ACCOUNT = 'a'.repeat(32)
const group = { id: '1'.repeat(32), name: 'DNS Write', scopes: [], category: 'dns' }
const grant = {
  group,
  scope: ACCOUNT_SCOPE,
  ids: [],
  idsFrom: 'account',
  forNeeds: [],
  alternatives: [],
  reason: 'only',
}

/** Of a server that takes changes. */
const SESSION: Session = {
  mode: 'live',
  hasSignIn: false,
  isReadOnly: false,
  accounts: [],
  accountsProblem: null,
  credential: null,
  credentialProblem: null,
}

/** What is read of a text, with the set of one permission group. */
const readOf = (text: string) =>
  ({
    read: { text, requirements: [], needs: [], set: { grants: [grant], isExact: true }, left: 0 },
    isBusy: false,
    progress: null,
    mapFailure: null,
    groupsFailure: null,
  }) as never

async function draw(text: string) {
  localStorage.clear()
  sessionStorage.clear()
  vi.spyOn(window, 'fetch').mockImplementation(() => new Promise(() => {}))
  vi.mocked(useRequirements).mockReturnValue(readOf(text))
  const root = createRootRoute({ component: () => <AskedRequests accountId={ACCOUNT} call="GET /zones" /> })
  const history = createMemoryHistory({ initialEntries: ['/'] })
  const queryClient = new QueryClient()
  queryClient.setQueryData(sessionQuery(ACCOUNT).queryKey, SESSION)
  await render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={createRouter({ routeTree: root, history })} />
    </QueryClientProvider>,
  )
  return page.getByText('Create a token with this')
}

test('the set of the text before cannot be taken while another text is read', async () => {
  const create = await draw('GET /accounts')
  await expect.element(create).toBeVisible()
  expect(create.element().closest('[inert]')).not.toBeNull()
})

test('an error without a request is explained', async () => {
  await draw('{"errors":[{"code":10000,"message":"Authentication error"}]}')
  await expect
    .element(page.getByText(/The token is unknown or lacks a permission.*Paste the request/))
    .toBeInTheDocument()
})

test('the set of the text in the field can be taken', async () => {
  const create = await draw('GET /zones')
  await expect.element(create).toBeVisible()
  expect(create.element().closest('[inert]')).toBeNull()
})
