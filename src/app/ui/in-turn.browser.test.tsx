import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { Button } from './button.tsx'
import { inTurn } from './in-turn.ts'

const NEXT = { Stop: 'Resume', Resume: 'Finish', Finish: null } as const

function Work() {
  const [step, setStep] = useState<keyof typeof NEXT | null>('Stop')
  return (
    <main>
      <h1 tabIndex={-1}>Tokens</h1>
      {step && (
        <Button key={step} ref={inTurn} onClick={() => setStep(NEXT[step])}>
          {step}
        </Button>
      )}
    </main>
  )
}

test('of buttons that take each other’s place, the next one has the focus, and after the last the heading', async () => {
  await render(<Work />)
  const focused = () => document.activeElement?.textContent
  // Nobody pressed anything yet.
  expect(document.activeElement).toBe(document.body)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect.poll(focused).toBe('Resume')
  await userEvent.keyboard('{Enter}')
  await expect.poll(focused).toBe('Finish')
  await userEvent.keyboard('{Enter}')
  await expect.poll(focused).toBe('Tokens')
})
