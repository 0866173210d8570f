import { useState, type ComponentProps } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { ApiFailure } from '#app/api/errors.ts'
import { ChoiceList } from './choice-list.tsx'

const ZONES = ['northwind.example', 'shop.example', 'blog.example'].map((label) => ({ value: `id-${label}`, label }))
const NONE: string[] = []
const LOADED = { isPending: false, isFetching: false, isSuccess: true, error: null, refetch: () => {} }
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
      labelOf={(value) => value}
      chosen={values}
      error={undefined}
      typed={{ field: { value: text, onChange: setText, ref: null }, error: formError }}
      entries="Domains or zone IDs"
      resolve={(word) => options.find(({ label }) => label === word)?.value ?? null}
      unresolved={(word) => `No zone called ${word} here.`}
      onChange={setValues}
      {...more}
    />
  )
}

const group = page.getByRole('group', { name: /^Zones/ })
const box = (name: string) => group.getByRole('checkbox', { name })
const field = group.getByRole('textbox', { name: 'Add zones' })
const chips = group.getByRole('list', { name: 'Selected zones' })
const textsOf = (list: typeof chips) => () =>
  list
    .getByRole('listitem')
    .elements()
    .map((item) => item.textContent)
const listed = textsOf(group.getByRole('list', { name: 'Zones', exact: true }))

async function type(text: string) {
  await field.click()
  await userEvent.keyboard(text)
}

test('what is ticked comes first as a chip that can be removed, and is counted', async () => {
  await render(<Choices />)
  await box('shop.example').click()
  await box('blog.example').click()
  await expect.poll(textsOf(chips)).toEqual(['shop.example', 'blog.example'])
  await expect.element(group.getByText(/^2 of 3 zones\. Domains or zone IDs, separated by/)).toBeVisible()
  await group.getByRole('button', { name: 'Remove shop.example' }).click()
  await expect.element(box('shop.example')).not.toBeChecked()
  await expect.element(group.getByRole('button', { name: 'Remove blog.example' })).toHaveFocus()
  await group.getByRole('button', { name: 'Remove blog.example' }).click()
  await expect.element(field).toHaveFocus()
})

test('the list does not move at a tick', async () => {
  await render(<Choices chosen={['id-blog.example']} />)
  const order = ['northwind.example', 'shop.example', 'blog.example']
  await expect.poll(listed).toEqual(order)
  await box('shop.example').click()
  await box('blog.example').click()
  await expect.element(box('blog.example')).not.toBeChecked()
  expect(listed()).toEqual(order)
})

test('a chosen value that is not listed is kept, and says so', async () => {
  await render(<Choices chosen={['f00d']} list={LOADED} />)
  await expect.poll(textsOf(chips)).toEqual(['f00d unknown zone'])
})

test('the field narrows the list, says when nothing matches, and keeps what is chosen', async () => {
  await render(<Choices options={MANY} />)
  await box('zone-3.example').click()
  await field.fill('ZONE-7')
  await expect.poll(listed).toEqual(['zone-7.example'])
  await expect.element(group.getByRole('button', { name: 'Add' })).not.toBeInTheDocument()
  await field.fill('nothing')
  await expect.element(group.getByText('No zones match “nothing”.')).toBeVisible()
  await field.fill('')
  await expect.element(box('zone-3.example')).toBeChecked()
})

test('text that only narrows the list does not keep the form from being sent', async () => {
  const onChange = vi.fn<(text: string) => void>()
  const typed = { field: { value: '', onChange, ref: null }, error: undefined }
  await render(<Choices options={MANY} typed={typed} />)
  await field.fill('zone-7')
  expect(onChange).toHaveBeenLastCalledWith('')
  await field.fill('nowhere')
  expect(onChange).toHaveBeenLastCalledWith('nowhere')
})

test('what is typed in full and then ticked is chosen once, and the field is empty', async () => {
  await render(<Choices />)
  await type('shop.example')
  await box('shop.example').click()
  await expect.element(field).toHaveValue('')
  await expect.poll(textsOf(chips)).toEqual(['shop.example'])
})

test('Enter adds what is typed by its name or as the only match, without sending the form around it', async () => {
  const onSubmit = vi.fn<() => void>()
  await render(
    <form onSubmit={onSubmit}>
      <Choices />
    </form>,
  )
  await type('shop.example{Enter}')
  await expect.element(box('shop.example')).toBeChecked()
  await expect.element(field).toHaveValue('')
  await type('blo{Enter}')
  await expect.element(box('blog.example')).toBeChecked()
  expect(onSubmit).not.toHaveBeenCalled()
})

test('of many typed at once what is found is ticked, and what is not stays with the reason', async () => {
  await render(<Choices />)
  await type('shop.example, nowhere.example;blog.example')
  await group.getByRole('button', { name: 'Add' }).click()
  await expect.poll(textsOf(chips)).toEqual(['shop.example', 'blog.example'])
  await expect.element(field).toHaveValue('nowhere.example')
  await expect.element(field).toHaveAccessibleDescription(/No zone called nowhere\.example here\./)
  await expect.element(group.getByRole('status')).toHaveTextContent('Added 2. Not found: nowhere.example')
  await type('x')
  await expect.element(field).not.toHaveAttribute('aria-invalid', 'true')
})

test('a list copied line by line is added as it is pasted', async () => {
  await render(<Choices />)
  await navigator.clipboard.writeText('shop.example\nblog.example\n')
  await field.click()
  await userEvent.keyboard('{Control>}v{/Control}')
  await expect.poll(textsOf(chips)).toEqual(['shop.example', 'blog.example'])
  await expect.element(field).toHaveValue('')
})

test('an error of the form is told at the field', async () => {
  await render(<Choices error="Choose at least one zone." />)
  await expect.element(group.getByRole('alert')).toHaveTextContent('Choose at least one zone.')
  await expect.element(field).toHaveAccessibleDescription('Choose at least one zone.')
})

test('what waits in the field is told where the form does not send for it', async () => {
  await render(<Choices formError="Add it or clear it." />)
  await expect.element(field).toHaveAccessibleDescription(/Add it or clear it\./)
})

test('a list that could not be loaded can be asked for again, and typing still works', async () => {
  const refetch = vi.fn<() => void>()
  // All of a failure that the list shows.
  const error = { status: 403, problems: [], call: null } as unknown as ApiFailure
  await render(<Choices options={[]} list={{ ...LOADED, isSuccess: false, error, refetch }} />)
  await expect.element(group.getByText('Couldn’t load zones')).toBeVisible()
  await group.getByRole('button', { name: 'Try again' }).click()
  expect(refetch).toHaveBeenCalledOnce()
  await expect.element(field).toBeEnabled()
})
