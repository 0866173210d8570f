import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { SearchField } from './search-field.tsx'

type PageProps = { isBusy?: boolean; onDismissAttempt?: (how: 'escape' | 'outside') => void; onDelete?: () => void }

/** A page with a button that opens a dialog, as the pages of the app have it. */
function Page({ isBusy = false, onDismissAttempt, onDelete }: PageProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>Delete</Button>
      <a href="#elsewhere">Elsewhere</a>
      {isOpen && (
        <Dialog
          title="Delete “ci-deploy”?"
          description="This cannot be undone."
          onClose={() => setIsOpen(false)}
          {...(onDismissAttempt && { onDismissAttempt })}
          footer={
            <>
              <Button data-autofocus onClick={() => setIsOpen(false)}>
                Cancel
              </Button>
              <Button busy={isBusy} onClick={onDelete}>
                Delete token
              </Button>
            </>
          }
        />
      )}
    </>
  )
}

const dialog = page.getByRole('dialog', { name: 'Delete “ci-deploy”?' })
const within = (name: string) => dialog.getByRole('button', { name })

async function open(props: PageProps = {}) {
  await render(<Page {...props} />)
  await page.getByRole('button', { name: 'Delete' }).click()
  await expect.element(dialog).toBeVisible()
}

test('a dialog has a name and a description, and its least destructive button has the focus', async () => {
  await open()
  await expect.element(dialog).toHaveAccessibleDescription('This cannot be undone.')
  await expect.element(within('Cancel')).toHaveFocus()
})

test('Tab goes round in a dialog and never to the page behind it', async () => {
  await open()
  for (const name of ['Delete token', 'Close', 'Cancel', 'Delete token']) {
    await userEvent.keyboard('{Tab}')
    await expect.element(within(name)).toHaveFocus()
  }
  await userEvent.keyboard('{Shift>}{Tab}{Tab}{/Shift}')
  await expect.element(within('Close')).toHaveFocus()
})

test('the page behind a dialog is hidden from a screen reader', async () => {
  await open()
  await expect.element(page.getByRole('link', { name: 'Elsewhere' })).not.toBeInTheDocument()
  await within('Cancel').click()
  await expect.element(page.getByRole('link', { name: 'Elsewhere' })).toBeVisible()
})

test.each(['Escape', 'Cancel', 'Close'])(
  '%s closes a dialog, and the button that opened it has the focus',
  async (how) => {
    await open()
    await (how === 'Escape' ? userEvent.keyboard('{Escape}') : within(how).click())
    await expect.element(dialog).not.toBeInTheDocument()
    await expect.element(page.getByRole('button', { name: 'Delete' })).toHaveFocus()
  },
)

/** A question, its result, and a second result in the place of the first; the button that opens them may go. */
function Steps({ isOpenerGone }: { isOpenerGone: boolean }) {
  const [step, setStep] = useState(0)
  const titles = ['Ask', 'Result', 'Undone']
  return (
    <>
      <h1 tabIndex={-1}>Tokens</h1>
      {!(isOpenerGone && step !== 0 && step !== 1) && <Button onClick={() => setStep(1)}>Start</Button>}
      {titles.map(
        (title, index) =>
          step === index + 1 && (
            <Dialog
              key={title}
              title={title}
              onClose={() => setStep(-1)}
              footer={<Button onClick={() => setStep(step + 1)}>Next</Button>}
            />
          ),
      )}
    </>
  )
}

test.each([
  ['the button that opened the first has the focus', false, 'button', 'Start'],
  ['the heading has the focus where that button is gone', true, 'heading', 'Tokens'],
] as const)('after dialogs in the place of each other %s', async (_, isOpenerGone, role, name) => {
  await render(<Steps isOpenerGone={isOpenerGone} />)
  await page.getByRole('button', { name: 'Start' }).click()
  for (const title of ['Ask', 'Result'])
    await page.getByRole('dialog', { name: title }).getByRole('button', { name: 'Next' }).click()
  await expect.element(page.getByRole('dialog', { name: 'Undone' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole(role, { name })).toHaveFocus()
})

test('Esc empties a search box in a dialog before it closes that', async () => {
  function Search() {
    const [words, setWords] = useState('')
    const [isOpen, setIsOpen] = useState(true)
    return (
      isOpen && (
        <Dialog title="Copy a token" onClose={() => setIsOpen(false)}>
          <SearchField label="Search tokens" value={words} onChange={setWords} />
        </Dialog>
      )
    )
  }
  await render(<Search />)
  const box = page.getByRole('searchbox', { name: 'Search tokens' })
  await box.fill('ci')
  await userEvent.keyboard('{Escape}')
  await expect.element(box).toHaveValue('')
  await userEvent.keyboard('{Escape}')
  await expect.element(box).not.toBeInTheDocument()
})

test('a click beside a dialog closes it', async () => {
  await open()
  await clickBeside()
  await expect.element(dialog).not.toBeInTheDocument()
})

test('a dialog that must not be lost stays, has no Close button, and reports what was tried', async () => {
  const onDismissAttempt = vi.fn<(how: 'escape' | 'outside') => void>()
  await open({ onDismissAttempt })
  await expect.element(within('Close')).not.toBeInTheDocument()
  await userEvent.keyboard('{Escape}')
  await clickBeside()
  await expect.poll(() => onDismissAttempt.mock.calls).toEqual([['escape'], ['outside']])
  await expect.element(dialog).toBeVisible()
})

test('a busy button keeps its place and takes no second click', async () => {
  const onDelete = vi.fn<() => void>()
  await open({ isBusy: true, onDelete })
  await expect.element(within('Delete token')).toHaveAttribute('aria-busy', 'true')
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(within('Delete token')).toHaveFocus()
  expect(onDelete).not.toHaveBeenCalled()
})

test('Enter that is held opens a dialog and does nothing in it', async () => {
  await render(<Page />)
  page.getByRole('button', { name: 'Delete' }).element().focus()
  await userEvent.keyboard('{Enter>4}{/Enter}')
  await expect.element(within('Cancel')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(dialog).not.toBeInTheDocument()
})

test('Enter that is held sends a form of a dialog once, and writes lines in a text', async () => {
  const onSend = vi.fn<() => void>()
  await render(
    <Dialog title="Paste" onClose={() => {}}>
      <form onSubmit={(event) => (event.preventDefault(), onSend())}>
        <input aria-label="Name" onKeyDown={({ key }) => key === 'Enter' && onSend()} />
        <textarea aria-label="Text" />
      </form>
    </Dialog>,
  )
  await page.getByRole('textbox', { name: 'Name' }).click()
  await userEvent.keyboard('{Enter>4}{/Enter}')
  // One of the field and one of the form.
  expect(onSend).toHaveBeenCalledTimes(2)
  await page.getByRole('textbox', { name: 'Text' }).click()
  await userEvent.keyboard('a{Enter>3}{/Enter}')
  await expect.element(page.getByRole('textbox', { name: 'Text' })).toHaveValue('a\n\n\n')
})

/** In the corner there is only what lies over the page. */
const clickBeside = () => page.elementLocator(document.documentElement).click({ position: { x: 4, y: 4 } })

test('at 400 % zoom all of a dialog can be scrolled to', async () => {
  await page.viewport(320, 256)
  await render(
    <Dialog
      title="Delete 12 tokens with a name that takes two lines"
      description={'Anything using these tokens loses access immediately. '.repeat(3)}
      onClose={() => {}}
      footer={['Cancel', 'Disable instead', 'Delete 12 tokens'].map((label) => (
        <Button key={label}>{label}</Button>
      ))}
    >
      <SearchField label="Search" value="" onChange={() => {}} />
    </Dialog>,
  )
  for (const control of [page.getByRole('searchbox'), page.getByRole('button', { name: 'Delete 12 tokens' })]) {
    control.element().scrollIntoView()
    await expect.element(control).toBeInViewport({ ratio: 0.9 })
  }
  await page.viewport(1280, 720)
})

test('neither a stray Esc nor a click outside loses what was typed', async () => {
  for (const dismiss of [() => userEvent.keyboard('{Escape}'), clickBeside]) {
    const onClose = vi.fn()
    const screen = await render(
      <Dialog title="Suppress" onClose={onClose}>
        <input aria-label="Reason" />
      </Dialog>,
    )
    await page.getByRole('textbox').click()
    await userEvent.keyboard('Accepted by the board')
    await dismiss()
    const close = page.getByRole('button', { name: 'Close' })
    await expect.element(close).toHaveFocus()
    expect(close.element().matches(':focus-visible')).toBe(true)
    expect(onClose).not.toHaveBeenCalled()
    await dismiss()
    await expect.poll(() => onClose).toHaveBeenCalled()
    await screen.unmount()
  }
})

test('a title of any length leaves the buttons on the screen', async () => {
  await page.viewport(360, 740)
  await render(
    <Dialog title={`Delete “${'a-'.repeat(2500)}”?`} onClose={() => {}} footer={<Button>Delete token</Button>} />,
  )
  const button = page.getByRole('button', { name: 'Delete token' })
  await expect.poll(() => button.element().getBoundingClientRect().bottom).toBeLessThan(740)
})
