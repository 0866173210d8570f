import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { fakeApi, refusal } from '#app/api/testing.ts'
import { zoneListingQuery } from './resources.ts'
import { startJudging } from './start-judging.ts'

const ACCOUNT = 'a'.repeat(32)

test('what was refused before is left to the page, which asks for it again by itself', async () => {
  const requests = fakeApi(() => refusal(403, 9109))
  const asked = (part: string) => requests.filter(({ url }) => url.pathname.includes(part)).length
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const judging = async () => {
    await startJudging(queryClient, ACCOUNT)
    await expect.poll(() => queryClient.isFetching()).toBe(0)
  }
  await judging()
  expect(queryClient.getQueryState(zoneListingQuery(ACCOUNT).queryKey)?.status).toBe('error')
  const before = ['/zones', '/r2/buckets', '/permission_groups'].map(asked)
  expect(before[0]).toBe(1)
  await judging()
  expect(['/zones', '/r2/buckets', '/permission_groups'].map(asked)).toEqual(before)
})
