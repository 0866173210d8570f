import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { RangeField } from './range-field.tsx'

const NONE: string[] = []

function Ranges({ initial = NONE, error }: { initial?: string[]; error?: string }) {
  const [ranges, setRanges] = useState(initial)
  const [text, setText] = useState('')
  return (
    <RangeField
      label="Allowed addresses"
      hint="Only these may use the token."
      ranges={ranges}
      onChange={setRanges}
      onBlur={() => {}}
      remarks={ranges.includes('0.0.0.0/0') ? ['0.0.0.0/0 is every address.'] : []}
      text={text}
      onText={setText}
      {...(error !== undefined && { error })}
    />
  )
}

const field = page.getByRole('textbox', { name: 'Allowed addresses' })
const list = page.getByRole('list', { name: 'Allowed addresses' })
const remove = (range: string) => page.getByRole('button', { name: `Remove ${range}` })
const ranges = () =>
  list
    .getByRole('listitem')
    .elements()
    .map((item) => item.textContent)

async function type(text: string) {
  await field.click()
  await userEvent.keyboard(text)
}

test('Enter adds a range, empties the field and keeps the focus for the next', async () => {
  await render(<Ranges />)
  await type('192.0.2.0/24{Enter}2001:db8::/32{Enter}')
  await expect.poll(ranges).toEqual(['192.0.2.0/24', '2001:db8::/32'])
  await expect.element(field).toHaveValue('')
  await expect.element(field).toHaveFocus()
})

test('the Add button adds what is typed, and so does leaving the field', async () => {
  await render(<Ranges />)
  await type('192.0.2.1')
  await page.getByRole('button', { name: 'Add' }).click()
  await expect.poll(ranges).toEqual(['192.0.2.1/32'])
  await type('198.51.100.0/24')
  await userEvent.keyboard('{Tab}')
  await expect.poll(ranges).toEqual(['192.0.2.1/32', '198.51.100.0/24'])
})

test('an address that was copied with a hidden character is added without it', async () => {
  await render(<Ranges />)
  await field.fill('192.0.2.1\u200B')
  await userEvent.keyboard('{Enter}')
  await expect.poll(ranges).toEqual(['192.0.2.1/32'])
})

test('a list typed at once is taken apart at spaces, commas and semicolons', async () => {
  await render(<Ranges />)
  await type('192.0.2.0/24, 198.51.100.0/24;203.0.113.9{Enter}')
  await expect.poll(ranges).toEqual(['192.0.2.0/24', '198.51.100.0/24', '203.0.113.9/32'])
})

test('what is no range stays in the field with the reason, and the rest is added', async () => {
  await render(<Ranges />)
  await type('192.0.2.0/24 example.com 10.1{Enter}')
  await expect.poll(ranges).toEqual(['192.0.2.0/24'])
  await expect.element(field).toHaveValue('example.com 10.1')
  await expect.element(field).toHaveAttribute('aria-invalid', 'true')
  await expect.element(page.getByRole('alert')).toHaveTextContent(/^example\.com: .*host names.*\(and 1 more\)$/)
  await userEvent.keyboard('{Backspace}')
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
})

test('what was changed to make it a range is said, and so is a range that is there already', async () => {
  await render(<Ranges initial={['192.0.2.0/24']} />)
  await type('198.51.100.7/24 192.0.2.0/24{Enter}')
  const status = page.getByRole('status')
  await expect.element(status).toHaveTextContent('198.51.100.7/24 became 198.51.100.0/24')
  await expect.element(status).toHaveTextContent('192.0.2.0/24 is in the list already.')
  expect(ranges()).toEqual(['192.0.2.0/24', '198.51.100.0/24'])
})

test('what is odd about the list is said without keeping it from being saved', async () => {
  await render(<Ranges initial={['0.0.0.0/0']} />)
  await expect.element(page.getByRole('status')).toHaveTextContent('0.0.0.0/0 is every address.')
  await expect.element(field).not.toHaveAttribute('aria-invalid', 'true')
})

test('an error of the form is shown at the field', async () => {
  await render(<Ranges error="Give at least one range." />)
  await expect.element(page.getByRole('alert')).toHaveTextContent('Give at least one range.')
  await expect.element(field).toHaveAccessibleDescription(/Give at least one range\./)
})

test('taking a range out leaves the focus with the next one, then with the one before, then with the field', async () => {
  await render(<Ranges initial={['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24']} />)
  await remove('198.51.100.0/24').click()
  await expect.element(remove('203.0.113.0/24')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(remove('192.0.2.0/24')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveFocus()
  await expect.element(list).not.toBeInTheDocument()
})
