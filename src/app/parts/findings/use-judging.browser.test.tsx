import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { findingsQuery } from '#app/queries/findings.ts'
import { bucketListingQuery, workerListingQuery, zoneListingQuery } from '#app/queries/resources.ts'
import type { Token } from '#domain/token/token.ts'
import { useJudging } from './use-judging.ts'

const ACCOUNT = '0'.repeat(32)
const NO_TOKENS: Token[] = []
const listing = { items: [{ id: '1'.repeat(32), name: 'northwind.example' }], isWhole: true, since: 0 }

test('parts of the app that judge an account by the same share one result', async () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  client.setQueryData(zoneListingQuery(ACCOUNT).queryKey, listing)
  client.setQueryData(workerListingQuery(ACCOUNT).queryKey, { ...listing })
  client.setQueryData(bucketListingQuery(ACCOUNT).queryKey, { items: [], isWhole: true, since: 0 })
  const keys: string[] = []
  function Part() {
    const { judging } = useJudging(ACCOUNT, { groups: false, counts: false })
    keys.push(JSON.stringify(findingsQuery(NO_TOKENS, { ...judging, isComplete: true, totalCount: 0 }).queryKey))
    return null
  }
  await render(
    <QueryClientProvider client={client}>
      <Part />
      <Part />
    </QueryClientProvider>,
  )
  expect(keys.length).toBeGreaterThan(1)
  expect(keys).toEqual(keys.map(() => keys[0]))
})
