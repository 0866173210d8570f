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

test('a note below many results is within a window zoomed to 400 %', async () => {
  await page.viewport(320, 256)
  const items = Array.from({ length: 30 }, (_, index) => ({ id: `${index}`, label: `Item ${index}`, onSelect: ignore }))
  const groups = [{ heading: 'Items', items }]
  await render(
    <CommandMenu
      label="Search"
      placeholder=""
      query=""
      onQuery={ignore}
      groups={groups}
      note="9 more."
      onClose={ignore}
    />,
  )
  const note = page.getByText('9 more.')
  await expect.element(note).toBeVisible()
  expect(note.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight)
  await userEvent.keyboard('{End}')
  await expect.element(page.getByText('Item 29')).toBeInViewport()
  await page.viewport(1000, 700)
})

test('a note without results has one line above it', async () => {
  await render(
    <CommandMenu
      label="Zone"
      placeholder="Search"
      query=""
      onQuery={ignore}
      groups={[]}
      note="None"
      onClose={ignore}
    />,
  )
  expect(getComputedStyle(page.getByText('None').element()).borderTopWidth).toBe('0px')
})
