import { Gauge } from 'lucide-react'
import { useNow } from '#app/parts/use-now.ts'
import { useRateBudget } from '#app/queries/rate-budget.ts'
import { Chip } from '#app/ui/chip.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { isLow } from '#domain/rate-limit/budget.ts'
import styles from './shell.module.css'

/** Shown only when under a fifth of Cloudflare's requests is left: then it explains what gets slow. */
export function RateStatus() {
  const budget = useRateBudget()
  const now = useNow()
  if (!budget || !isLow(budget) || now >= budget.resetsAt) return null
  return (
    <Chip
      tone="caution"
      icon={<Icon of={Gauge} />}
      title="Cloudflare limits the requests of one credential; reading slows down"
    >
      <span className={styles.words}>
        {budget.left} of {budget.quota} requests left
      </span>
    </Chip>
  )
}
