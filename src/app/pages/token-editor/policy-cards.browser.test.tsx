import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { afterEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { blankPolicy } from '#domain/policy/editor-policy.ts'
import { blankValues, type FormValues } from './form-values.ts'
import { PolicyCards } from './policy-cards.tsx'

afterEach(() => vi.restoreAllMocks())

const POLICY = { ...blankPolicy(), permissionGroups: [{ id: 'x', name: 'Billing Read' }] }
const VALUES = blankValues('Deploy', [POLICY, POLICY])
let renderAgain = () => {}

function Form() {
  const [count, setCount] = useState(0)
  useEffect(() => {
    renderAgain = () => setCount(1)
  }, [])
  const catalogue = useQuery<PermissionGroup[]>({ queryKey: ['groups'], queryFn: () => [], enabled: false })
  return (
    <FormProvider {...useForm<FormValues>({ defaultValues: VALUES })}>
      <output aria-label="Renders">{count}</output>
      <PolicyCards catalogue={catalogue} />
    </FormProvider>
  )
}

test('a policy that goes passes the focus on, also where something else was rendered right before', async () => {
  vi.spyOn(window, 'fetch').mockImplementation(() => new Promise(() => {}))
  const root = createRootRoute()
  const route = createRoute({ getParentRoute: () => root, path: '/$accountId', component: Form })
  const history = createMemoryHistory({ initialEntries: [`/${'a'.repeat(32)}`] })
  await render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={createRouter({ routeTree: root.addChildren([route]), history })} />
    </QueryClientProvider>,
  )
  const remove = page.getByRole('button', { name: 'Remove policy 2' }).element() as HTMLElement
  remove.focus()
  // Between that render and its effects.
  new MutationObserver(() => remove.click()).observe(page.getByRole('status', { name: 'Renders' }).element(), {
    characterData: true,
    subtree: true,
  })
  setTimeout(renderAgain)
  await expect.element(page.getByRole('button', { name: 'Edit policy 1' })).toHaveFocus()
})
