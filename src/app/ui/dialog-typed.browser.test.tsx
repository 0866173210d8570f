import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ChipField } from './chip-field.tsx'
import { Dialog } from './dialog.tsx'

test('what was typed in one field is kept where another one was emptied, or took its text over', async () => {
  const Ranges = () => {
    const [text, setText] = useState('')
    const [ranges, setRanges] = useState<string[]>([])
    const take = () => {
      setRanges([...ranges, text])
      setText('')
    }
    return (
      <ChipField
        label="Ranges"
        listLabel="All ranges"
        items={ranges.map((value) => ({ value, label: value, name: value }))}
        onRemove={() => {}}
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key }) => key === 'Enter' && take()}
      />
    )
  }
  const typing = [
    ['Reason', 'Accepted', 'Name', 'An{Backspace}{Backspace}'],
    ['Ranges', '192.0.2.0/24{Enter}'],
  ]
  for (const keys of typing) {
    const onClose = vi.fn()
    const screen = await render(
      <Dialog title="Suppress" onClose={onClose}>
        <input aria-label="Reason" />
        <input aria-label="Name" />
        <Ranges />
      </Dialog>,
    )
    for (let at = 0; at < keys.length; at += 2) {
      await page.getByRole('textbox', { name: keys[at] ?? '' }).click()
      await userEvent.keyboard(keys[at + 1] ?? '')
    }
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('button', { name: 'Close' })).toHaveFocus()
    expect(onClose).not.toHaveBeenCalled()
    await screen.unmount()
  }
})

test('where all that was typed was deleted again, one Esc closes', async () => {
  const onClose = vi.fn()
  await render(
    <Dialog title="Suppress" onClose={onClose}>
      <input aria-label="Reason" data-autofocus />
    </Dialog>,
  )
  await userEvent.keyboard('A{Backspace}{Escape}')
  await expect.poll(() => onClose).toHaveBeenCalled()
})
