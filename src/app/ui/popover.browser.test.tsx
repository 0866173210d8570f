import { useRef, useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Popover } from './popover.tsx'

function Filter({ onChoose }: { onChoose: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button ref={button} type="button" onClick={() => setIsOpen(true)}>
        Add a filter
      </button>
      {isOpen && (
        <Popover anchor={button} label="Filters" onClose={() => setIsOpen(false)}>
          <button type="button" onClick={onChoose}>
            Status
          </button>
        </Popover>
      )}
    </>
  )
}

test('Enter that is held opens a popover and chooses nothing in it', async () => {
  const onChoose = vi.fn<() => void>()
  await render(<Filter onChoose={onChoose} />)
  await userEvent.keyboard('{Tab}{Enter>4}{/Enter}')
  await expect.element(page.getByRole('button', { name: 'Status' })).toHaveFocus()
  expect(onChoose).not.toHaveBeenCalled()
  await userEvent.keyboard('{Enter}')
  expect(onChoose).toHaveBeenCalledTimes(1)
})
