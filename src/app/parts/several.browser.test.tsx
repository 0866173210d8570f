import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Several } from './several.tsx'

const zones = (amount: number) => Array.from({ length: amount }, (_, index) => `zone-${index + 1}.example`)
const show = (amount: number) =>
  render(
    <p>
      <Several items={zones(amount)} most={3}>
        {(zone) => <b>{zone}</b>}
      </Several>
    </p>,
  )

test('the first of many names are shown, and the others by a button that passes the focus on to them', async () => {
  await show(6)
  const sentence = page.getByRole('paragraph')
  await expect.element(sentence).toHaveTextContent(/^zone-1\.example, zone-2\.example, zone-3\.example and 3 more$/)
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(sentence).toHaveTextContent(zones(6).join(', '))
  await expect.element(page.getByText('zone-4.example')).toBeVisible()
  expect(document.activeElement?.textContent).toBe('zone-4.example')
})

test.each([0, 1, 3, 4])('%s names are shown as they are', async (amount) => {
  await show(amount)
  expect(page.getByRole('paragraph').element().textContent).toBe(zones(amount).join(', '))
  await expect.element(page.getByRole('button')).not.toBeInTheDocument()
})
