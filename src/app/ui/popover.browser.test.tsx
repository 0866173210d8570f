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

function Explanation() {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <button ref={button} type="button" onClick={() => setIsOpen(true)}>
        Why
      </button>
      {isOpen && (
        <Popover anchor={button} label="Why it can" onClose={() => setIsOpen(false)}>
          <div style={{ height: 600 }}>
            <a href="#policy">Policy 1</a>
          </div>
          <a href="#token">Open token</a>
          <button type="button">Compare</button>
        </Popover>
      )}
    </>
  )
}

test('what is read in a popover is not passed over to a button below it', async () => {
  await page.viewport(320, 256)
  await render(<Explanation />)
  await userEvent.keyboard('{Tab}{Enter}')
  const why = page.getByRole('dialog', { name: 'Why it can' })
  await expect.element(why).toHaveFocus()
  expect(why.element().scrollTop).toBe(0)
  for (const name of ['Policy 1', 'Open token']) {
    await userEvent.keyboard('{Tab}')
    await expect.element(page.getByRole('link', { name })).toHaveFocus()
    await expect.element(page.getByRole('link', { name })).toBeInViewport()
  }
})
