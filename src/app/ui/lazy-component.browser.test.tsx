import { Component, Suspense, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { lazyComponent } from './lazy-component.ts'

class PageBoundary extends Component<{ children: ReactNode }, { message: string }> {
  override state = { message: '' }
  static getDerivedStateFromError = (error: unknown) => ({ message: String(error) })
  override render = () => this.state.message || this.props.children
}

const pageWith = (part: ReactNode) => (
  <PageBoundary>
    <input aria-label="Words" />
    <Suspense>{part}</Suspense>
  </PageBoundary>
)

const words = page.getByRole('textbox', { name: 'Words' })
const Greeting = ({ name }: { name: string }) => <p>Hello {name}</p>
const load = () => Promise.resolve({ Greeting })

test('a part that could not be loaded keeps the page, and loads by its button', async () => {
  const importFile = vi.fn(load).mockRejectedValueOnce(new Error('offline')).mockRejectedValueOnce(new Error('offline'))
  const Part = lazyComponent(importFile, 'Greeting')
  await render(pageWith(<Part name="you" />))
  await expect.element(page.getByRole('alert')).toHaveTextContent('Couldn’t load this part')
  await words.fill('typed')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => importFile).toHaveBeenCalledTimes(2)
  await expect.element(page.getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(page.getByText('Hello you')).toBeVisible()
  await expect.element(words).toHaveValue('typed')
})

test('an error of a part that renders goes to the page', async () => {
  const Faulty = (): ReactNode => {
    throw new Error('a fault of the part')
  }
  const Broken = lazyComponent(() => Promise.resolve({ Faulty }), 'Faulty')
  await render(pageWith(<Broken />))
  await expect.element(page.getByText('a fault of the part')).toBeVisible()
})
