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

test('words that find nothing do not hide why something may be missing', async () => {
  const note = 'Token Desk can’t list zones.'
  await render(
    <ChoiceMenu
      label="Resource"
      placeholder="Search"
      choicesOf={choicesOf}
      note={note}
      onChoose={ignore}
      onClose={ignore}
    />,
  )
  await expect.element(page.getByText(note)).toBeVisible()
  await page.getByRole('combobox').fill('shop.example')
  await expect.element(page.getByText(`No results. ${note}`)).toBeVisible()
})
