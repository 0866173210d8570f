import { expect, test, vi } from 'vitest'
import './testing.ts'
import type * as Client from './client.ts'
import { loadSdk } from './load-sdk.ts'

test('without its code nothing was sent, and the next call tries again', async () => {
  const load = vi
    .fn<() => Promise<typeof Client>>(() => import('./client.ts'))
    .mockRejectedValueOnce(new TypeError('Importing a module script failed.'))
  await expect(loadSdk(load)).rejects.toMatchObject({
    kind: 'no-answer',
    status: undefined,
    isBeforeWrite: true,
    isOutcomeUnknown: false,
  })
  await expect(loadSdk(load)).resolves.toHaveProperty('cloudflare')
})
