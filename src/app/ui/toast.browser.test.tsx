import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ToastProvider } from './toast.tsx'
import { useToast } from './use-toast.ts'

function Opener() {
  const toast = useToast()
  return <Button onClick={() => toast({ message: 'Suppressed a finding. '.repeat(5) })}>Suppress</Button>
}

test('a toast that is dismissed leaves the focus on the page', async () => {
  await render(
    <ToastProvider>
      <main>
        <h1 tabIndex={-1}>Tokens</h1>
        <Opener />
      </main>
    </ToastProvider>,
  )
  await page.getByRole('button', { name: 'Suppress' }).click()
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect.element(page.getByRole('heading', { name: 'Tokens' })).toHaveFocus()
})

test('a toast hides no button of a dialog', async () => {
  await page.viewport(700, 500)
  const onSave = vi.fn()
  const content = (dialog?: React.ReactNode) => (
    <ToastProvider>
      <Opener />
      {dialog}
    </ToastProvider>
  )
  const screen = await render(content())
  await page.getByRole('button', { name: 'Suppress' }).click()
  await expect.element(page.getByText('Suppressed a finding.')).toBeVisible()
  await screen.rerender(
    content(
      <Dialog title="Rule settings" onClose={() => {}} footer={<Button onClick={onSave}>Save</Button>}>
        {Array.from({ length: 30 }, (_, line) => (
          <p key={line}>A setting</p>
        ))}
      </Dialog>,
    ),
  )
  await page.getByRole('button', { name: 'Save' }).click()
  expect(onSave).toHaveBeenCalled()
})
