import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { SearchField } from '#app/ui/search-field.tsx'
import { useTypedSearch } from './use-typed-search.ts'

/** A list with a result to follow; `onFollow` is told the words in the address at that moment. */
function List({ onFollow }: { onFollow: (inAddress: string) => void }) {
  const [inAddress, setInAddress] = useState('')
  const { typed, isSecret, type, finish } = useTypedSearch(inAddress, setInAddress)
  return (
    <>
      <SearchField label="Search" value={typed} onChange={type} onBlur={finish} />
      <button onClick={() => onFollow(inAddress)}>Result</button>
      {isSecret && <p>A secret</p>}
      <output>{inAddress}</output>
    </>
  )
}

test('words are in the address before a result is followed, however quickly', async () => {
  // The pause after typing never ends.
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const onFollow = vi.fn<(inAddress: string) => void>()
  const screen = await render(<List onFollow={onFollow} />)
  await userEvent.fill(screen.getByRole('searchbox'), 'dns edit')
  await expect.poll(() => screen.getByRole('searchbox').element()).toHaveValue('dns edit')
  await userEvent.click(screen.getByRole('button', { name: 'Result' }))
  expect(onFollow).toHaveBeenCalledWith('dns edit')
  vi.useRealTimers()
})

test('a secret is not, also when the box is left', async () => {
  const onFollow = vi.fn<(inAddress: string) => void>()
  const screen = await render(<List onFollow={onFollow} />)
  await userEvent.fill(screen.getByRole('searchbox'), `cfat_${'s'.repeat(40)}`)
  await expect.element(screen.getByText('A secret')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Result' }))
  expect(onFollow).toHaveBeenCalledWith('')
})
