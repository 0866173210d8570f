import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import type { ApiFailure } from '#app/api/errors.ts'
import { FailureDocumentation } from './failure-documentation.tsx'

test('links of a failure in a sentence look like links, and stand apart', async () => {
  const documentationUrl = 'https://developers.cloudflare.com/api/'
  const failure = {
    name: 'ApiFailure',
    message: 'Unauthorized',
    kind: 'refused' as const,
    status: 403,
    problems: [{ code: 9109, message: 'Unauthorized', pointer: null, documentationUrl, chain: [] }],
    ray: null,
    call: `PUT /accounts/${'a'.repeat(32)}/tokens/${'b'.repeat(32)}`,
    retryAfter: null,
    failedAt: 0,
    isBeforeWrite: false,
    isOutcomeUnknown: false,
    isGone: false,
  } satisfies ApiFailure
  const history = createMemoryHistory()
  const routeTree = createRootRoute({
    component: () => (
      <p>
        Not changed. <FailureDocumentation failure={failure} />
      </p>
    ),
  })
  const screen = await render(<RouterProvider router={createRouter({ routeTree, history })} />)
  await expect
    .element(screen.getByRole('paragraph'))
    .toHaveTextContent('Not changed. Which permission? Cloudflare’s page on this (opens in a new tab)')
  for (const link of screen.getByRole('link').elements())
    expect(getComputedStyle(link).textDecorationLine).toBe('underline')
})
