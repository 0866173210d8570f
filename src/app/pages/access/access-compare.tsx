import { GitCompareArrows } from 'lucide-react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import type { useAccountReach } from '#app/parts/findings/use-account-reach.ts'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { hasAllTokens } from '#domain/inventory/inventory.ts'
import { CompareChoice } from './compare-choice.tsx'
import { CompareResult } from './compare-result.tsx'
import { useCompareSide } from './use-compare-side.ts'
import styles from './compare.module.css'

type AccessCompareProps = Pick<ReturnType<typeof useAccountReach>, 'inventory' | 'activity' | 'catalogue' | 'reach'>

const IN_PLACE = { replace: true, resetScroll: false }

/** What two tokens can do, apart and together; one may be a template or a text. */
export function AccessCompare({ inventory, activity, catalogue, reach }: AccessCompareProps) {
  const accountId = useAccountId()
  const [search, onSearch] = usePageSearch('/accounts/$accountId/access')
  const isGivenUp = activity.kind === 'failed' || activity.kind === 'stopped'
  const known = { catalogue, isWaiting: activity.kind === 'reading' || (reach === undefined && !isGivenUp), reach }
  const a = useCompareSide(search.a, known)
  const b = useCompareSide(search.b, known)
  const choice = { tokens: inventory.tokens, isPartial: !hasAllTokens(inventory) }
  const missing = [a, b].some(({ kind }) => kind === 'missing')

  return (
    <section aria-labelledby="compare">
      <h2 id="compare" className={styles.title}>
        Compare
      </h2>
      <Card>
        <div className={styles.choices}>
          <CompareChoice side="a" state={a} {...choice} onChoose={(one) => onSearch({ a: one }, IN_PLACE)} />
          <IconButton
            label="Swap"
            icon={<Icon of={GitCompareArrows} />}
            disabled={!search.a && !search.b}
            onClick={() => onSearch({ a: search.b, b: search.a }, IN_PLACE)}
          />
          <CompareChoice side="b" state={b} {...choice} onChoose={(one) => onSearch({ b: one }, IN_PLACE)} />
        </div>
        {a.kind === 'ready' && b.kind === 'ready' ? (
          search.a === search.b ? (
            <p className={styles.hint}>Both are the same token. Choose another one.</p>
          ) : (
            <CompareResult accountId={accountId} a={a.side} b={b.side} />
          )
        ) : a.kind === 'failed' || b.kind === 'failed' ? (
          <p className={styles.hint} role="status">
            What is compared couldn’t be loaded. Reload the page to try again.
          </p>
        ) : missing ? (
          <p className={styles.hint} role="status">
            There is no such token in this account, or what was pasted is no longer in this tab. Choose another one.
          </p>
        ) : a.kind === 'loading' || b.kind === 'loading' ? (
          <div className={styles.hint}>
            <Skeleton lines={4} />
          </div>
        ) : (
          <p className={styles.hint}>
            Choose two tokens, or a token and a template or pasted JSON, to see what only one of them can do.
          </p>
        )}
      </Card>
    </section>
  )
}
