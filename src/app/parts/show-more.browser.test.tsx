import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ShowMore } from './show-more.tsx'

function List() {
  const [shown, setShown] = useState(20)
  return <ShowMore shown={shown} total={53} step={20} noun="products" onShow={setShown} />
}

test('focus stays on the button while there is more, then goes to the number', async () => {
  await render(<List />)
  const button = page.getByRole('button')
  await userEvent.tab()
  await expect.element(button).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('40 of 53 products')).toBeVisible()
  await expect.element(button).toHaveAccessibleName('Show 13 more')
  await expect.element(button).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('53 of 53 products')).toHaveFocus()
  await expect.element(button).not.toBeInTheDocument()
})
