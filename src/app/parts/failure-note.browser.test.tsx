import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import type { ApiFailure } from '#app/api/errors.ts'
import { FailureNote } from './failure-note.tsx'

const message = 'An internal error prevented the form from being processed'
const problem = { code: 1000, message, pointer: null, documentationUrl: null, chain: [] }
const failure = {
  name: 'ApiFailure',
  message,
  kind: 'refused' as const,
  status: 500,
  problems: [problem],
  ray: null,
  call: 'GET /accounts/023e105f4ecef8ad9ca31a8372d0c353/tokens',
  retryAfter: null,
  failedAt: 0,
  isBeforeWrite: false,
  isOutcomeUnknown: false,
  isGone: false,
} satisfies ApiFailure

test('a failure is shown at once in the words of the API, and announced once, explained, where its button keeps the focus', async () => {
  const said: string[] = []
  const announced = new MutationObserver(() => {
    const alert = document.querySelector('[role="alert"]')?.cloneNode(true)
    if (!(alert instanceof Element)) return
    for (const silent of alert.querySelectorAll('[aria-live="off"]')) silent.remove()
    if (alert.textContent !== said.at(-1)) said.push(alert.textContent)
  })
  announced.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
  const screen = await render(<FailureNote failure={failure} retry={{ isFetching: false, refetch: () => {} }} />)
  await expect.element(screen.getByText(message)).toBeVisible()
  const retry = screen.getByRole('button', { name: 'Try again' })
  retry.element().focus()
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Cloudflare API error')
  await expect.element(retry).toHaveFocus()
  await expect.element(screen.getByText('Request GET /accounts/023e105f4ecef8ad9ca31a8372d0c353/tokens')).toBeVisible()
  expect(said).toEqual([expect.stringContaining('Cloudflare API error')])
})

test('the button keeps the focus when the next failure asks for a pause', async () => {
  const retry = { isFetching: false, refetch: () => {} }
  const screen = await render(<FailureNote failure={failure} retry={retry} />)
  const button = screen.getByRole('button', { name: /^Try again/ })
  button.element().focus()
  const limited = { ...failure, status: 429, retryAfter: 300, failedAt: Date.now() }
  await screen.rerender(<FailureNote failure={limited} retry={retry} />)
  await expect.element(button).toHaveTextContent('Try again in 5 minutes')
  await expect.element(button).toHaveAttribute('aria-disabled', 'true')
  await expect.element(button).toHaveFocus()
})

test('a fault that the app found itself has no code of Cloudflare', async () => {
  const own = { ...failure, problems: [{ ...problem, code: 0, message: 'The API response has no token.' }] }
  const screen = await render(<FailureNote failure={own} />)
  await expect.element(screen.getByText('The API response has no token.', { exact: true })).toBeVisible()
})
