import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import { TokenDetail } from './token-detail.tsx'
import { TokenOutline } from './token-outline.tsx'

export function TokenDetailPage() {
  // The names of zones are requested beside the token, not after it.
  useQuery(zonesQuery(useAccountId()))
  return (
    <Suspense fallback={<TokenOutline />}>
      <TokenDetail />
    </Suspense>
  )
}
