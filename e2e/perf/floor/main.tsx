import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

type Answer = { result: { id: string; name: string; status: string; expires_on?: string | null }[] }

/** The minimum for the same rows: React, React Query, one request, a plain table. */
function Floor() {
  const accountId = new URLSearchParams(location.search).get('account') ?? ''
  const { data } = useQuery({
    queryKey: ['tokens', accountId],
    queryFn: async () => {
      const query = 'page=1&per_page=20&direction=desc&include_expired=false'
      const response = await fetch(`/api/v4/accounts/${accountId}/tokens?${query}`)
      return (await response.json()) as Answer
    },
  })
  if (!data) return null
  return (
    <table aria-label="API tokens">
      <thead>
        <tr>
          <th>Name</th>
          <th>Status</th>
          <th>Expires</th>
        </tr>
      </thead>
      <tbody>
        {data.result.map((token) => (
          <tr key={token.id}>
            <td>
              <a href={`/tokens/${token.id}`}>{token.name}</a>
            </td>
            <td>{token.status}</td>
            <td>{token.expires_on ?? 'Never'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const root = document.querySelector('#root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={new QueryClient()}>
        <Floor />
      </QueryClientProvider>
    </StrictMode>,
  )
}
