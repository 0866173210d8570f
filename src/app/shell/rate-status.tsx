import { Gauge } from 'lucide-react'
import { useNow } from '#app/parts/use-now.ts'
import { useRateBudget } from '#app/queries/rate-budget.ts'
import { isLow } from '#domain/rate-limit/budget.ts'
import { grouped } from '#domain/text/plural.ts'
import { HeaderChip } from './header-chip.tsx'

/** Shown only when under a fifth of Cloudflare's requests is left: then it explains what gets slow. */
export function RateStatus() {
  const budget = useRateBudget()
  const now = useNow()
  if (!budget || !isLow(budget) || now >= budget.resetsAt) return null
  return (
    <HeaderChip
      tone="caution"
      icon={Gauge}
      title="Approaching Cloudflare’s rate limit; loading slows down"
      words={`${grouped(budget.left)} of ${grouped(budget.quota)} requests left`}
    />
  )
}
