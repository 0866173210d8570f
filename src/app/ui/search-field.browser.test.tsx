import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { SearchField } from './search-field.tsx'

function Search({ initial = '' }) {
  const [value, setValue] = useState(initial)
  return <SearchField label="Search tokens" value={value} onChange={setValue} shortcut="/" />
}

const field = page.getByRole('searchbox', { name: 'Search tokens' })
const clear = page.getByRole('button', { name: 'Clear the search' })

test('a search field has a name and tells of the key that leads to it', async () => {
  await render(<Search />)
  await expect.element(field).toHaveAttribute('aria-keyshortcuts', '/')
})

test('there is something to clear only once something is typed', async () => {
  await render(<Search />)
  await expect.element(clear).not.toBeInTheDocument()
  await field.click()
  await userEvent.keyboard('deploy')
  await expect.element(field).toHaveValue('deploy')
  await expect.element(clear).toBeVisible()
})

test('clearing empties the field and leaves the focus in it', async () => {
  await render(<Search initial="deploy" />)
  await clear.click()
  await expect.element(field).toHaveValue('')
  await expect.element(field).toHaveFocus()
})

test('Escape first empties the field, and only then goes to what is around it', async () => {
  const onKeyDown = vi.fn<(key: string) => void>()
  await render(
    <div role="group" aria-label="Around" onKeyDown={(event) => onKeyDown(event.key)}>
      <Search initial="deploy" />
    </div>,
  )
  await field.click()
  await userEvent.keyboard('{Escape}')
  await expect.element(field).toHaveValue('')
  expect(onKeyDown).not.toHaveBeenCalled()
  await userEvent.keyboard('{Escape}')
  expect(onKeyDown).toHaveBeenCalledExactlyOnceWith('Escape')
})

test('Enter in a search field does not send the form around it', async () => {
  const onSubmit = vi.fn<() => void>()
  await render(
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <Search initial="deploy" />
    </form>,
  )
  await field.click()
  await userEvent.keyboard('{Enter}')
  expect(onSubmit).not.toHaveBeenCalled()
})
