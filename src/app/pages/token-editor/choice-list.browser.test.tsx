import { useState, type ComponentProps } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { ApiFailure } from '#app/api/errors.ts'
import { ChoiceList } from './choice-list.tsx'

const ZONES = ['northwind.example', 'shop.example', 'blog.example'].map((label) => ({ value: `id-${label}`, label }))
const NONE: string[] = []
const MANY = Array.from({ length: 9 }, (_, index) => ({ value: `id-${index}`, label: `zone-${index}.example` }))

type ChoicesProps = Partial<ComponentProps<typeof ChoiceList>> & { formError?: string }

function Choices({ options = ZONES, chosen = NONE, formError, ...more }: ChoicesProps) {
  const [values, setValues] = useState(chosen)
  const [text, setText] = useState('')
  return (
    <ChoiceList
      label="Zones"
      noun="zone"
      options={options}
      extra={[]}
      chosen={values}
      error={undefined}
      typed={{ field: { value: text, onChange: setText, onBlur: () => {}, ref: null }, error: formError }}
      inputLabel="Add by name or id"
      inputHint="One or many."
      resolve={(word) => options.find(({ label }) => label === word)?.value ?? null}
      unresolved={(word) => `No zone called ${word} here.`}
      onChange={setValues}
      {...more}
    />
  )
}

const group = page.getByRole('group', { name: /^Zones/ })
const box = (name: string) => group.getByRole('checkbox', { name })
const field = group.getByRole('textbox', { name: 'Add by name or id' })
const names = () =>
  group
    .getByRole('listitem')
    .elements()
    .map((item) => item.textContent)

async function type(text: string) {
  await field.click()
  await userEvent.keyboard(text)
}

test('what is listed can be ticked and unticked, and the number of the chosen is said', async () => {
  await render(<Choices />)
  await box('shop.example').click()
  await box('blog.example').click()
  await expect.element(group).toHaveAccessibleName('Zones 2 chosen')
  await box('shop.example').click()
  await expect.element(group).toHaveAccessibleName('Zones 1 chosen')
  await expect.element(box('shop.example')).not.toBeChecked()
  await expect.element(box('blog.example')).toBeChecked()
})

test('what was chosen when the form opened is on top, and nothing moves at a tick', async () => {
  await render(<Choices chosen={['id-blog.example']} />)
  const order = ['blog.example', 'northwind.example', 'shop.example']
  await expect.poll(names).toEqual(order)
  await box('shop.example').click()
  await box('blog.example').click()
  await expect.element(box('blog.example')).not.toBeChecked()
  expect(names()).toEqual(order)
})

test('a chosen value that is not listed is kept, and says so', async () => {
  const extra = [{ value: 'f00d', label: 'f00d', note: 'not among the zones this app can list' }]
  await render(<Choices chosen={['f00d']} extra={extra} />)
  await expect.element(box('f00d')).toBeChecked()
  await expect.element(box('f00d')).toHaveAccessibleDescription('not among the zones this app can list')
})

test('a short list has no search, a long one has', async () => {
  const { rerender } = await render(<Choices />)
  await expect.element(group.getByRole('searchbox')).not.toBeInTheDocument()
  await rerender(<Choices options={MANY} />)
  await expect.element(group.getByRole('searchbox', { name: 'Search Zones' })).toBeVisible()
})

test('a search narrows the list, says when nothing matches, and keeps what is chosen', async () => {
  await render(<Choices options={MANY} />)
  await box('zone-3.example').click()
  const search = group.getByRole('searchbox')
  await search.fill('ZONE-7')
  await expect.poll(names).toEqual(['zone-7.example'])
  await search.fill('nothing')
  await expect.element(group.getByText('No zone matches “nothing”.')).toBeVisible()
  await search.fill('')
  await expect.element(box('zone-3.example')).toBeChecked()
})

test('Enter adds what is typed by its name, without sending the form around it', async () => {
  const onSubmit = vi.fn<() => void>()
  await render(
    <form onSubmit={onSubmit}>
      <Choices />
    </form>,
  )
  await type('shop.example{Enter}')
  await expect.element(box('shop.example')).toBeChecked()
  await expect.element(field).toHaveValue('')
  expect(onSubmit).not.toHaveBeenCalled()
})

test('of many typed at once what is found is ticked, and what is not stays with the reason', async () => {
  await render(<Choices />)
  await type('shop.example, nowhere.example;blog.example')
  await group.getByRole('button', { name: 'Add' }).click()
  await expect.element(box('shop.example')).toBeChecked()
  await expect.element(box('blog.example')).toBeChecked()
  await expect.element(field).toHaveValue('nowhere.example')
  await expect.element(field).toHaveAccessibleDescription(/No zone called nowhere\.example here\./)
  await expect.element(group.getByRole('status')).toHaveTextContent('2 matched, 1 not: nowhere.example.')
  await type('x')
  await expect.element(field).not.toHaveAttribute('aria-invalid', 'true')
})

test('a list copied line by line is added as it is pasted', async () => {
  await render(<Choices />)
  await navigator.clipboard.writeText('shop.example\nblog.example\n')
  await field.click()
  await userEvent.keyboard('{Control>}v{/Control}')
  await expect.element(group).toHaveAccessibleName('Zones 2 chosen')
  await expect.element(field).toHaveValue('')
})

test('an error of the form belongs to the whole group', async () => {
  await render(<Choices error="Choose at least one zone." />)
  await expect.element(group.getByRole('alert')).toHaveTextContent('Choose at least one zone.')
  await expect.element(group).toHaveAccessibleDescription('Choose at least one zone.')
})

test('what waits in the field is told where the form does not send for it', async () => {
  await render(<Choices formError="Add it or clear it." />)
  await expect.element(field).toHaveAccessibleDescription(/Add it or clear it\./)
})

test('a list that could not be loaded can be asked for again, and typing still works', async () => {
  const refetch = vi.fn<() => void>()
  // All of a failure that the list shows.
  const error = { status: 403, problems: [] } as unknown as ApiFailure
  await render(<Choices options={[]} list={{ isPending: false, isFetching: false, error, refetch }} />)
  await expect.element(group.getByText('The zones could not be listed')).toBeVisible()
  await group.getByRole('button', { name: 'Try again' }).click()
  expect(refetch).toHaveBeenCalledOnce()
  await expect.element(field).toBeEnabled()
})
