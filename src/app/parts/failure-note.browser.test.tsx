import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import type { ApiFailure } from '#app/api/errors.ts'
import { FailureNote } from './failure-note.tsx'

const message = 'Please wait and consider throttling your request speed'
const problem = { code: 971, message, pointer: null, documentationUrl: null, chain: [] }
const failure: ApiFailure = {
  name: 'ApiFailure',
  message,
  kind: 'refused',
  status: 429,
  problems: [problem],
  ray: null,
  call: 'GET /accounts/023e105f4ecef8ad9ca31a8372d0c353/tokens',
  retryAfter: null,
  failedAt: 0,
  isBeforeWrite: false,
  isOutcomeUnknown: false,
  isGone: false,
}

test('a failure is shown at once in the words of the API, and announced once, explained', async () => {
  const said: string[] = []
  const announced = new MutationObserver(() => {
    const alert = document.querySelector('[role="alert"]')?.cloneNode(true)
    if (!(alert instanceof Element)) return
    for (const silent of alert.querySelectorAll('[aria-live="off"]')) silent.remove()
    if (alert.textContent !== said.at(-1)) said.push(alert.textContent)
  })
  announced.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  const screen = await render(<FailureNote failure={failure} />)
  await expect.element(screen.getByText(message)).toBeVisible()
  const alert = screen.getByRole('alert')
  await expect.element(alert).toHaveTextContent('Too many requests')
  await expect.element(alert).toHaveTextContent('Request GET /accounts/023e105f4ecef8ad9ca31a8372d0c353/tokens')
  expect(said).toEqual([expect.stringContaining('Too many requests')])
})
