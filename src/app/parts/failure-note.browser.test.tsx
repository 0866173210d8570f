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

test('a failure is told at once in the words of the API, and then explained', async () => {
  const screen = await render(<FailureNote failure={failure} />)
  const alert = screen.getByRole('alert')
  await expect.element(alert).toHaveTextContent(message)
  await expect.element(alert).toHaveTextContent('Too many requests')
  await expect.element(alert).toHaveTextContent('Request GET /accounts/023e105f4ecef8ad9ca31a8372d0c353/tokens')
})
