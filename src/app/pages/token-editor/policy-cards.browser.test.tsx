import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { startTransition, useEffect, useState } from 'react'
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

/** Takes longer than React renders at a time. */
function Slow() {
  const start = performance.now()
  while (performance.now() - start < 8);
  return null
}

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
      {count > 0 && Array.from({ length: 40 }, (_, index) => <Slow key={index} />)}
    </FormProvider>
  )
}

async function renderForm() {
  vi.spyOn(window, 'fetch').mockImplementation(() => new Promise(() => {}))
  const root = createRootRoute()
  const route = createRoute({ getParentRoute: () => root, path: '/$accountId', component: Form })
  const history = createMemoryHistory({ initialEntries: [`/${'a'.repeat(32)}`] })
  await render(
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={createRouter({ routeTree: root.addChildren([route]), history })} />
    </QueryClientProvider>,
  )
}

test('a policy that goes passes the focus on, also where something else was rendered right before', async () => {
  await renderForm()
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

test('the focus passes on when the policy has gone, and not with a slow render that began before', async () => {
  await renderForm()
  await page.getByRole('button', { name: 'More actions for policy 1' }).click()
  const item = page.getByRole('menuitem', { name: 'Delete' })
  await expect.element(item).toBeVisible()
  // The policy is taken out when the menu has closed: by then, this is under way.
  item.element().addEventListener('click', () => startTransition(renderAgain))
  await item.click()
  await expect.element(page.getByRole('status', { name: 'Renders' })).toHaveTextContent('1')
  await expect.element(page.getByRole('button', { name: /^(?:Edit|Done with) policy 1$/ })).toHaveFocus()
})
