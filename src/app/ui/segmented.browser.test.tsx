import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Segmented } from './segmented.tsx'

const ignore = () => {}
const options = [
  { value: 'breadth', label: 'Widest first' },
  { value: 'name', label: 'By name' },
]

test.each(['small', 'regular'] as const)('the options of a %s choice are large enough for a finger', async (size) => {
  await render(<Segmented legend="Order" name="order" size={size} value="name" options={options} onChange={ignore} />)
  for (const { label } of options) {
    const { width, height } = page.getByRole('radio', { name: label }).element().getBoundingClientRect()
    // WCAG 2.5.8
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  }
})
