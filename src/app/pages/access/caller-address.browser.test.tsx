import { useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { CallerAddress } from './caller-address.tsx'

function Question() {
  const [from, setFrom] = useState<string>()
  return <CallerAddress from={from ?? ''} onFrom={setFrom} />
}

test('an address that is typed with pauses is called wrong once, until it is right', async () => {
  const screen = await render(<Question />)
  await screen.getByRole('textbox', { name: 'From IP address' }).click()
  await userEvent.keyboard('198')
  const alert = screen.getByRole('alert')
  await expect.element(alert).toHaveTextContent('Enter one IPv4 or IPv6 address.')
  const first = alert.element()
  await userEvent.keyboard('.18.0')
  expect(alert.element()).toBe(first)
  await userEvent.keyboard('.7')
  await expect.element(alert).not.toBeInTheDocument()
})
