import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useState } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { inventoryKey } from '#app/queries/inventory-cache.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { lazyComponent, preload } from '#app/ui/lazy-component.ts'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import type { Token } from '#domain/token/token.ts'
import styles from './token-detail.module.css'

const SimilarTokens = lazyComponent(() => import('./similar-tokens.tsx'), 'SimilarTokens')

/** Shows similar tokens where another page has loaded tokens, else a button: all of them can be thousands. */
export function SimilarCard({ token }: { token: Token }) {
  const key = inventoryKey(useAccountId())
  const [hasTokens] = useState(useQueryClient().getQueryData(key) !== undefined)
  const [isWanted, setIsWanted] = useState(false)
  const isShown = hasTokens || isWanted

  return (
    <Card className={isShown ? undefined : styles.ask}>
      <Section title="Similar tokens">
        {isShown ? (
          <Suspense fallback={<Skeleton lines={2} />}>
            <SimilarTokens token={token} isWanted={isWanted} onWanted={() => setIsWanted(true)} />
          </Suspense>
        ) : (
          <>
            <p className={styles.nothing}>Compares permissions and resources with all tokens of this account.</p>
            <Button
              size="small"
              onPointerEnter={() => preload(SimilarTokens)}
              onFocus={() => preload(SimilarTokens)}
              onClick={() => setIsWanted(true)}
            >
              Find similar tokens
            </Button>
          </>
        )}
      </Section>
    </Card>
  )
}
