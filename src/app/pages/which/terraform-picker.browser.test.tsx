import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { TerraformPicker } from './terraform-picker.tsx'

test('clearing the ticks keeps the focus in the list', async () => {
  const routeTree = createRootRoute({ component: () => <TerraformPicker onAsk={() => {}} /> })
  await render(<RouterProvider router={createRouter({ routeTree, history: createMemoryHistory() })} />)
  await page.getByRole('button', { name: 'Terraform: tick the resources of your module' }).click()
  const box = page.getByRole('checkbox', { name: 'cloudflare_dns_record', exact: true })
  await box.click()
  page.getByRole('button', { name: 'Clear' }).element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(box).not.toBeChecked()
  await expect.element(page.getByRole('checkbox').first()).toHaveFocus()
})
