import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { SecretField } from './secret-field.tsx'

function Secret() {
  const [isShown, setIsShown] = useState(false)
  return <SecretField label="Secret" value="cfat_example" isShown={isShown} onToggle={setIsShown} />
}

const field = page.getByRole('textbox', { name: 'Secret' })

test('a secret is in the document only while it is shown', async () => {
  await render(<Secret />)
  await expect.element(field).toHaveValue('•'.repeat(32))
  expect(document.documentElement.outerHTML).not.toContain('cfat_example')
  await page.getByRole('button', { name: 'Show secret' }).click()
  await expect.element(field).toHaveValue('cfat_example')
  await page.getByRole('button', { name: 'Hide secret' }).click()
  await expect.element(field).toHaveValue('•'.repeat(32))
  expect(document.documentElement.outerHTML).not.toContain('cfat_example')
})

test('a shown secret is selected as it gets the focus, and cannot be changed', async () => {
  await render(<Secret />)
  await page.getByRole('button', { name: 'Show secret' }).click()
  await field.click()
  await expect.poll(() => getSelection()?.toString()).toBe('cfat_example')
  await userEvent.keyboard('x')
  await expect.element(field).toHaveValue('cfat_example')
})
