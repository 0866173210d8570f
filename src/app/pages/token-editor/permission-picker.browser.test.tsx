import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { ACCOUNT_SCOPE, ZONE_SCOPE, type Scope } from '#domain/resources/scope.ts'
import type { ChosenGroup } from '#domain/policy/editor-policy.ts'
import { PermissionPicker } from './permission-picker.tsx'

const group = (name: string, category: string, scope: Scope = ACCOUNT_SCOPE, isSelectable = true): PermissionGroup => ({
  id: name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
  name,
  scopes: [scope],
  category,
  description: null,
  isSelectable,
  deprecation: null,
})

/** More products than are in view at once, so that the last of them is far below. */
const MEDIA = Array.from({ length: 90 }, (_, index) => group(`Stream ${index + 1} Read`, 'media'))
const GROUPS = [
  group('Billing Read', 'account_and_billing'),
  group('Billing Write', 'account_and_billing'),
  group('Account Settings Read', 'account_and_billing'),
  group('Account Settings Write', 'account_and_billing'),
  group('Registrar Read', 'account_and_billing', ACCOUNT_SCOPE, false),
  group('DNS Read', 'dns_and_zones', ZONE_SCOPE),
  group('DNS Write', 'dns_and_zones', ZONE_SCOPE),
  ...MEDIA,
]

const NONE: ChosenGroup[] = []

function Picker({ initial = NONE }: { initial?: ChosenGroup[] }) {
  const [chosen, setChosen] = useState(initial)
  return (
    <>
      <PermissionPicker groups={GROUPS} family="account" chosen={chosen} onChange={setChosen} />
      <button type="button">After</button>
      <output aria-label="Chosen">{chosen.map(({ name }) => name).join(', ')}</output>
    </>
  )
}

const picker = page.getByRole('group', { name: 'Permission groups' })
const search = picker.getByRole('searchbox', { name: 'Search permission groups' })
const box = (name: string | RegExp) => picker.getByRole('checkbox', { name, exact: true })
const allOf = (level: string, category: string) =>
  picker.getByRole('checkbox', { name: new RegExp(`^All ${level} in ${category}`) })
const chosen = page.getByRole('status', { name: 'Chosen' })

async function open(initial?: ChosenGroup[]) {
  await render(<Picker {...(initial && { initial })} />)
  await search.click()
}

const press = (keys: string) => userEvent.keyboard(keys)

test('arrows lead from the search box into the list, by row and by level', async () => {
  await open()
  await press('{ArrowDown}')
  await expect.element(allOf('Read', 'Account and billing')).toHaveFocus()
  await press('{ArrowRight}')
  await expect.element(allOf('Write', 'Account and billing')).toHaveFocus()
  await press('{ArrowDown}')
  await expect.element(box('Account Settings Write (Account)')).toHaveFocus()
  await press('{ArrowLeft}')
  await expect.element(box('Account Settings Read (Account)')).toHaveFocus()
  await press('{ArrowDown}')
  await expect.element(box('Billing Read (Account)')).toHaveFocus()
  await press('{ArrowUp}')
  await expect.element(box('Account Settings Read (Account)')).toHaveFocus()
})

test('from words in the search box, they lead to the first product found', async () => {
  await open()
  await press('account')
  await press('{ArrowDown}')
  await expect.element(box('Account Settings Read (Account)')).toHaveFocus()
})

test('Space chooses a group and takes it back', async () => {
  await open()
  await press('{ArrowDown}{ArrowDown}{ArrowDown}')
  await expect.element(box('Billing Read (Account)')).toHaveFocus()
  await press(' ')
  await expect.element(chosen).toHaveTextContent('Billing Read')
  await expect.element(box('Billing Read (Account)')).toHaveFocus()
  await press(' ')
  await expect.element(chosen).toHaveTextContent(/^$/)
})

test('the list is one stop of the Tab key, and comes back to the box that was left', async () => {
  await open()
  await press('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowRight}')
  await expect.element(box('Billing Write (Account)')).toHaveFocus()
  await press('{Tab}')
  await expect.element(page.getByRole('button', { name: 'After' })).toHaveFocus()
  await press('{Shift>}{Tab}{/Shift}')
  await expect.element(box('Billing Write (Account)')).toHaveFocus()
})

test('End leads to the last group of all and shows it, Home back to the first', async () => {
  await open()
  await press('{ArrowDown}{End}')
  const last = box('Stream 90 Read (Account)')
  await expect.element(last).toHaveFocus()
  await expect.element(last).toBeInViewport()
  await press('{Home}')
  await expect.element(allOf('Read', 'Account and billing')).toHaveFocus()
})

test('arrow by arrow every row comes, also those far below', async () => {
  await open()
  await press('{ArrowDown}')
  // Two headings, and the products of account and media.
  await press('{ArrowDown}'.repeat(2 + 1 + MEDIA.length))
  await expect.element(box('Stream 90 Read (Account)')).toHaveFocus()
  await press('{ArrowDown}')
  await expect.element(box('Stream 90 Read (Account)')).toHaveFocus()
})

test('all of a level in a category is one box, and says when only some are chosen', async () => {
  await open()
  await press('{ArrowDown} ')
  await expect.element(chosen).toHaveTextContent(/^(?=.*Account Settings Read)(?=.*Billing Read)(?!.*Registrar)/)
  await expect.element(allOf('Read', 'Account and billing')).toBeChecked()
  await press('{ArrowDown} ')
  await expect.element(allOf('Read', 'Account and billing')).toBePartiallyChecked()
  await expect.element(chosen).toHaveTextContent('Billing Read')
})

test('a search narrows the list and is said, and an arrow leads to the best match', async () => {
  await open()
  await press('settings')
  await expect.element(picker.getByRole('status')).toHaveTextContent(/^2 of 97 permission groups/)
  await press('{ArrowDown}')
  await expect.element(box('Account Settings Read (Account)')).toHaveFocus()
})

test('a misspelt search says that what it found is similar', async () => {
  await open()
  await press('setings')
  await expect.element(picker.getByRole('status')).toHaveTextContent('2 of 97 permission groups similar to “setings”')
})

test('Escape empties the search and shows all groups again', async () => {
  await open()
  await press('stream 41')
  await expect.element(box('Billing Read (Account)')).not.toBeInTheDocument()
  await press('{Escape}')
  await expect.element(search).toHaveValue('')
  await expect.element(box('Billing Read (Account)')).toBeVisible()
})

test('what matches in other scopes is counted and one click away, with what it needs', async () => {
  await open()
  await press('dns')
  await expect
    .element(picker.getByRole('status'))
    .toHaveTextContent('0 of 97 permission groups · 2 more in other scopes')
  const note = picker.getByText(/No permission groups match “dns”/)
  await expect.element(note).toHaveTextContent('No permission groups match “dns” for these resources.')
  // Beside the note, where the user looks, and not only below a list that is empty.
  const show = picker.getByRole('button', { name: 'Show 2 in other scopes' })
  const gap = show.element().getBoundingClientRect().top - note.element().getBoundingClientRect().bottom
  expect(gap).toBeLessThan(40)
  await show.click()
  await expect.element(search).toHaveFocus()
  await expect.element(box('DNS Read (Zone)')).toBeVisible()
  await expect.element(picker.getByText('Needs zone resources')).toBeVisible()
  await box('DNS Read (Zone)').click()
  await expect.element(chosen).toHaveTextContent('DNS Read')
})

test('what matches nowhere says so, with nothing to show', async () => {
  await open()
  await press('no such group')
  await expect.element(picker.getByText('No permission groups match “no such group”.')).toBeVisible()
  await expect.element(picker.getByRole('button', { name: /^Show/ })).not.toBeInTheDocument()
})

test('the product that is named exactly comes first', async () => {
  await open()
  await press('billing')
  await expect.element(picker.getByRole('status')).toHaveTextContent(/^5 of 97/)
  await expect
    .poll(() =>
      picker
        .getByRole('checkbox', { name: /\(Account\)/ })
        .elements()[0]
        ?.getAttribute('aria-label'),
    )
    .toBe('Billing Read (Account)')
})

test('groups of other scopes come with the filter, and chosen ones are there without it', async () => {
  await open([{ id: 'dns-write', name: 'DNS Write' }])
  await expect.element(box('DNS Write (Zone)')).toBeChecked()
  await expect.element(box('DNS Read (Zone)')).not.toBeInTheDocument()
  await userEvent.selectOptions(picker.getByRole('combobox', { name: 'Scope' }), 'All scopes')
  await expect.element(box('DNS Read (Zone)')).toBeVisible()
})

test('only the selected ones can be shown, and a level alone', async () => {
  await open([{ id: 'billing-read', name: 'Billing Read' }])
  await userEvent.selectOptions(picker.getByRole('combobox', { name: 'Level' }), 'Write')
  await expect.element(picker.getByRole('status')).toHaveTextContent(/^2 of 97/)
  await userEvent.selectOptions(picker.getByRole('combobox', { name: 'Level' }), 'All levels')
  await picker.getByRole('checkbox', { name: 'Selected only' }).click()
  await expect.element(picker.getByRole('status')).toHaveTextContent(/^1 of 97/)
})

test('a group that the user’s own access does not include cannot be chosen, and the arrows pass it by', async () => {
  await open()
  await press('registrar')
  await expect.element(box(/^Registrar Read \(Account\), not selectable/)).toBeDisabled()
  await press('{ArrowDown}')
  await expect.element(search).toHaveFocus()
})
