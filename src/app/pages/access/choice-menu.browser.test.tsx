import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ChoiceMenu } from './choice-menu.tsx'

const choicesOf = () => [
  {
    heading: 'All',
    items: [
      { id: 'product', label: 'Workers Scripts' },
      { id: 'group', label: 'Workers Scripts Write' },
    ],
  },
]
const ignore = () => {}

test('Enter behind the last letter chooses what the words find', async () => {
  const onChoose = vi.fn<(id: string) => void>()
  await render(
    <ChoiceMenu label="Product" placeholder="Search" choicesOf={choicesOf} onChoose={onChoose} onClose={ignore} />,
  )
  await expect.element(page.getByRole('option', { name: 'Workers Scripts Write' })).toBeVisible()
  const field = page.getByRole('combobox')
  await expect.element(field).toHaveFocus()
  document.execCommand('insertText', false, 'write')
  // No time but that between two keys.
  await Promise.resolve()
  field.element().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
  expect(onChoose).toHaveBeenCalledWith('group')
})
