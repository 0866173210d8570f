import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Menu } from './menu.tsx'
import { OpenMenu } from './open-menu.tsx'

type Chosen = (label: string) => void

function Actions({ onChoose = ignore, load = ready }: { onChoose?: Chosen; load?: () => Promise<unknown> }) {
  const label = 'Actions for ci-deploy'
  const item = (name: string, disabled = false) => ({ label: name, disabled, onSelect: () => onChoose(name) })
  return (
    <>
      <Menu label={label} icon="⋯" load={load}>
        <OpenMenu
          label={label}
          icon="⋯"
          items={[item('Edit'), item('Roll'), item('Rename', true), 'separator', item('Delete')]}
        />
      </Menu>
      <button type="button">After</button>
    </>
  )
}

const ignore = () => {}
const ready = () => Promise.resolve()

const trigger = page.getByRole('button', { name: 'Actions for ci-deploy' })
const menu = page.getByRole('menu', { name: 'Actions for ci-deploy' })
const item = (name: string) => page.getByRole('menuitem', { name })

/** By keyboard: a menu that opens by mouse has nothing chosen. */
async function open(onChoose?: Chosen) {
  await render(<Actions {...(onChoose && { onChoose })} />)
  await userEvent.keyboard('{Tab}')
  await expect.element(trigger).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(menu).toBeVisible()
}

test('a closed menu says that it opens one, and its code loads at the first sign of interest', async () => {
  const load = vi.fn(ready)
  await render(<Actions load={load} />)
  await expect.element(trigger).toHaveAttribute('aria-haspopup', 'menu')
  await expect.element(trigger).toHaveAttribute('aria-expanded', 'false')
  expect(load).not.toHaveBeenCalled()
  await trigger.hover()
  await expect.poll(() => load).toHaveBeenCalled()
})

test('a click opens a menu, in which nothing is chosen yet', async () => {
  await render(<Actions />)
  await trigger.click()
  await expect.element(menu).toHaveFocus()
})

test('a key opens a menu at its first action, each time', async () => {
  await open()
  await expect.element(item('Edit')).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(trigger).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(item('Edit')).toHaveFocus()
})

test('Enter that is still held from opening a menu chooses nothing there', async () => {
  const onChoose = vi.fn<Chosen>()
  await open(onChoose)
  await expect.element(item('Edit')).toHaveFocus()
  const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true })
  item('Edit').element().dispatchEvent(held)
  await expect.element(menu).toBeVisible()
  expect(onChoose).not.toHaveBeenCalled()
})

test('a menu that was closed by its button opens again by a click without a press, as by voice', async () => {
  await render(<Actions />)
  await trigger.click()
  await expect.element(menu).toBeVisible()
  await trigger.click()
  await expect.element(menu).not.toBeInTheDocument()
  trigger.element().dispatchEvent(new MouseEvent('click', { bubbles: true }))
  await expect.element(menu).toBeVisible()
})

test('a menu that could not be loaded says so, and opens once it has been loaded', async () => {
  const load = vi.fn(ready).mockRejectedValue(new Error('offline'))
  await render(<Actions load={load} />)
  await trigger.click()
  await expect.element(page.getByRole('alert')).toHaveTextContent('Couldn’t load this part')
  load.mockResolvedValue()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(menu).toBeVisible()
})

test('arrows, Home and End move in a menu and leave out what is disabled', async () => {
  await open()
  for (const [key, name] of [
    ['ArrowDown', 'Roll'],
    ['ArrowDown', 'Delete'],
    ['ArrowUp', 'Roll'],
    ['End', 'Delete'],
    ['Home', 'Edit'],
  ] as const) {
    await userEvent.keyboard(`{${key}}`)
    await expect.element(item(name)).toHaveFocus()
  }
  await expect.element(item('Rename')).toHaveAttribute('aria-disabled', 'true')
})

test('typing the first letters of an action leads to it', async () => {
  await open()
  await userEvent.keyboard('de')
  await expect.element(item('Delete')).toHaveFocus()
})

test('Enter chooses one action, and the menu closes', async () => {
  const onChoose = vi.fn<Chosen>()
  await open(onChoose)
  await userEvent.keyboard('{End}')
  await expect.element(item('Delete')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(menu).not.toBeInTheDocument()
  expect(onChoose).toHaveBeenCalledExactlyOnceWith('Delete')
  await expect.element(trigger).toHaveFocus()
})

test('Escape closes a menu without choosing, and its button has the focus and opens it again', async () => {
  const onChoose = vi.fn<Chosen>()
  await open(onChoose)
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(item('Roll')).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(menu).not.toBeInTheDocument()
  expect(onChoose).not.toHaveBeenCalled()
  await expect.element(trigger).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(menu).toBeVisible()
})
