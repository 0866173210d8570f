import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'

import { ACCOUNT_SCOPE } from '#domain/resources/scope.ts'
import { columnsReader } from '#domain/reach/matrix.ts'
import { readReach } from '#domain/reach/token-reach.ts'
import { readToken } from '#domain/token/read-token.ts'
import { MatrixGrid } from './matrix-grid.tsx'

afterEach(() => vi.restoreAllMocks())

const ACCOUNT = 'a'.repeat(32)
const GROUP = { id: '1'.repeat(32), name: 'Workers Scripts Write' }
const catalogue = [
  { ...GROUP, scopes: [ACCOUNT_SCOPE], category: 'workers', description: null, isSelectable: true } as never,
]
const tokens = ['first', 'second', 'third'].map((name) =>
  readToken({
    id: name,
    name,
    status: 'active',
    policies: [
      { effect: 'allow', permission_groups: [GROUP], resources: { [`com.cloudflare.api.account.${ACCOUNT}`]: '*' } },
    ],
  }),
)
const rows = readReach(
  tokens.filter((token) => token !== null),
  { accountId: ACCOUNT, catalogue },
)
const [group] = rows.flatMap(({ parts }) => parts.flatMap(({ groups }) => groups))
const ignore = () => {}

/** More tokens are read while the page is open, and come before the others. */
function Growing() {
  const [shown, setShown] = useState(rows.slice(1))
  const column = group && { key: columnsReader(catalogue)(group).product, label: 'Workers Scripts', family: 'workers' }
  return (
    <>
      <button onClick={() => setShown(rows)}>More</button>
      <button onClick={() => setShown(rows.slice(0, 1))}>Less</button>
      <div style={{ height: 400 }}>
        <MatrixGrid
          accountId={ACCOUNT}
          catalogue={catalogue}
          tokens={shown}
          columns={column ? [column] : []}
          open={new Set()}
          isInactive={() => false}
          onToggle={ignore}
          onCompare={ignore}
        />
      </div>
    </>
  )
}

test('an explanation that is open stays that of its token when others come before it, and goes with it', async () => {
  vi.spyOn(window, 'fetch').mockImplementation(() => new Promise(ignore))
  const root = createRootRoute()
  const access = createRoute({ getParentRoute: () => root, path: '/accounts/$accountId/access', component: Growing })
  const history = createMemoryHistory({ initialEntries: [`/accounts/${ACCOUNT}/access`] })
  await render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={createRouter({ routeTree: root.addChildren([access]), history })} />
    </QueryClientProvider>,
  )
  const cell = (token: string) => page.getByRole('row', { name: token }).getByRole('gridcell')
  await expect.element(cell('second')).toHaveAccessibleName('change everywhere, this account')
  await expect.element(page.getByRole('columnheader', { name: 'Workers Scripts' })).toBeVisible()
  await cell('second').click()
  const why = page.getByRole('dialog')
  await expect.element(why).toHaveAccessibleName('second, Workers Scripts')
  // As the page does by itself: a click outside would close it.
  const press = (name: string) =>
    page
      .getByRole('button', { name })
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }))
  press('More')
  await expect.element(cell('first')).toBeVisible()
  await expect.element(why).toHaveAccessibleName('second, Workers Scripts')
  press('Less')
  await expect.element(why).not.toBeInTheDocument()
})
