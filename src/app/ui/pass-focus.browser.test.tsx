import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { useState } from 'react'
import { Dialog } from './dialog.tsx'
import { passFocus } from './pass-focus.ts'

type Row = { name: string; state?: 'disabled' | 'hidden' | 'unseen' }

const attributes = ({ state }: Row) => ({
  disabled: state === 'disabled',
  hidden: state === 'hidden',
  ...(state === 'unseen' && { style: { visibility: 'hidden' as const } }),
})

const rows = (...states: Row['state'][]): Row[] =>
  states.map((state, index) => ({ name: `row ${index + 1}`, ...(state && { state }) }))

/** Rows that take themselves out. */
const Chips = ({ of }: { of: Row[] }) => (
  <div data-chips>
    <input aria-label="Add" />
    {of.map((row) => (
      <button
        key={row.name}
        type="button"
        {...attributes(row)}
        onClick={({ currentTarget }) =>
          passFocus(currentTarget, { within: '[data-chips]', kin: 'button', otherwise: 'input' })
        }
      >
        {row.name}
      </button>
    ))}
  </div>
)

/** Rows with a dialog, which changes them. */
function Table({ of, then }: { of: Row[]; then: Row[] }) {
  const [opened, setOpened] = useState<string | null>(null)
  const [shown, setShown] = useState(of)
  return (
    <main>
      <h1 tabIndex={-1}>Tokens</h1>
      <table>
        <tbody>
          {shown.map((row) => (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              <td>
                <button type="button" aria-label={row.name} {...attributes(row)} onClick={() => setOpened(row.name)}>
                  Delete
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {opened !== null && (
        <Dialog
          title="Delete?"
          onClose={() => {
            setOpened(null)
            setShown(then)
          }}
        />
      )}
    </main>
  )
}

const cases: [Row[], string, string][] = [
  [rows(undefined, 'disabled', undefined), 'row 1', 'row 3'],
  [rows(undefined, 'hidden', undefined), 'row 1', 'row 3'],
  [rows(undefined, 'unseen', undefined), 'row 1', 'row 3'],
  [rows(undefined, undefined, 'disabled'), 'row 2', 'row 1'],
]

test.each(cases)(
  'the focus of a control that goes is passed to the next that can take it: %o',
  async (of, from, to) => {
    await render(<Chips of={of} />)
    await page.getByRole('button', { name: from }).click()
    await expect.element(page.getByRole('button', { name: to })).toHaveFocus()
  },
)

test('where no other control can take the focus, the fallback has it', async () => {
  await render(<Chips of={rows(undefined, 'disabled', 'hidden')} />)
  await page.getByRole('button', { name: 'row 1' }).click()
  await expect.element(page.getByRole('textbox', { name: 'Add' })).toHaveFocus()
})

test.each([
  ['disabled, the next row', rows('disabled', undefined), 'button', 'row 2'],
  ['hidden, the next row', rows('hidden', undefined), 'button', 'row 2'],
  ['gone and the next disabled, the one after it', rows(undefined, 'disabled', undefined).slice(1), 'button', 'row 3'],
  ['not to be used as no other is, the heading', rows('disabled', 'unseen'), 'heading', 'Tokens'],
] as const)('after a dialog whose opener is %s has the focus', async (_, then, role, name) => {
  await render(<Table of={rows(undefined, undefined, undefined)} then={[...then]} />)
  await page.getByRole('button', { name: 'row 1' }).click()
  await expect.element(page.getByRole('dialog', { name: 'Delete?' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(page.getByRole(role, { name })).toHaveFocus()
})
