import { useLayoutEffect, useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { CommandMenu } from './command-menu.tsx'

/** Writes into the field as soon as there is one, before the menu has moved the focus there. */
function Quick({ text }: { text: string }) {
  useLayoutEffect(() => {
    document.querySelector<HTMLInputElement>('input[cmdk-input]')?.focus()
    document.execCommand('insertText', false, text)
  }, [text])
  return 'ci-deploy'
}

type SearchProps = { onEnter?: (id: string) => void; onSelect?: () => void }

function Search({ onEnter = ignore, onSelect = ignore }: SearchProps) {
  const [query, setQuery] = useState('')
  return (
    <CommandMenu
      label="Search or jump to"
      placeholder="Search"
      query={query}
      onQuery={setQuery}
      groups={[{ heading: 'Tokens', items: [{ id: 'a', label: <Quick text="ci" />, onSelect }] }]}
      onClose={ignore}
      onEnter={onEnter}
    />
  )
}

const ignore = () => {}

test('a field that has the focus before the menu moves it there is ready all the same', async () => {
  const onEnter = vi.fn<(id: string) => void>()
  await render(<Search onEnter={onEnter} />)
  const field = page.getByRole('combobox', { name: 'Search or jump to' })
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('-dep')
  await expect.element(field).toHaveValue('ci-dep')
  await userEvent.keyboard('{ArrowRight}')
  expect(onEnter).toHaveBeenCalledWith('a')
})

test('Enter that is held chooses once', async () => {
  const onSelect = vi.fn<() => void>()
  await render(<Search onSelect={onSelect} />)
  const field = page.getByRole('combobox', { name: 'Search or jump to' })
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('{Enter>3}{/Enter}')
  expect(onSelect).toHaveBeenCalledTimes(1)
})
