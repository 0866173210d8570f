import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { PageHeader } from './page-header.tsx'

const back = (name: string) => (
  <>
    <a href="/tokens">Tokens</a>
    <a href="/token">{name}</a>
  </>
)
const breadcrumb = () => page.getByRole('navigation', { name: 'Breadcrumb' }).element()

test('a page above with a long name takes one line of the breadcrumb', async () => {
  const { rerender } = await render(<PageHeader title="Edit token" back={back('Deploy')} />)
  const line = breadcrumb().getBoundingClientRect().height
  for (const name of ['x'.repeat(5000), 'word '.repeat(1000)]) {
    await rerender(<PageHeader title="Edit token" back={back(name)} />)
    // What is before the name, the name, what is after it: three lines, and the space between them.
    expect(breadcrumb().getBoundingClientRect().height).toBeLessThan(4 * line)
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth)
  }
})
