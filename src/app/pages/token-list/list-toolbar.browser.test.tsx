import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { usePortalElement } from '#app/ui/portal-place.tsx'
import { useListLook } from './list-look.ts'
import { listDefaults } from './list-search.ts'
import { ListToolbar } from './list-toolbar.tsx'
import { useFilterOpening } from './use-filter-opening.ts'

/** With a filter in the address, and before its chip is rendered. */
function FilteredToolbar() {
  const [look, setLook] = useListLook()
  return (
    <ListToolbar
      search={{ ...listDefaults, status: 'active' }}
      typed=""
      onType={() => {}}
      onTyped={() => {}}
      onChange={() => {}}
      filter={useFilterOpening()}
      chipsPlace={usePortalElement()}
      countPlace={usePortalElement()}
      onIntent={() => {}}
      sorting={{ sort: 'issued', direction: 'desc', onSort: () => {} }}
      look={look}
      onLook={setLook}
      isReadOnly={false}
      onDialog={() => {}}
    />
  )
}

test('the button that adds a filter takes the focus before the chips are rendered', async () => {
  await render(<FilteredToolbar />)
  const add = page.getByText('Filter', { exact: true }).element()
  if (add instanceof HTMLElement) add.focus()
  expect(document.activeElement).toBe(add)
})
