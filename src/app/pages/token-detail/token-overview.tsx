import { Suspense, useDeferredValue } from 'react'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { Card } from '#app/ui/card.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import type { Token } from '#domain/token/token.ts'
import { AddressFiltering } from './address-filtering.tsx'
import { FactStrip } from './fact-strip.tsx'
import { Lifetime } from './lifetime.tsx'
import { PermissionsCard } from './permissions-card.tsx'
import { SimilarCard } from './similar-card.tsx'
import { TokenFacts } from './token-facts.tsx'
import { UnknownFields } from './unknown-fields.tsx'
import styles from './token-detail.module.css'

const CanCallCard = lazyComponent(() => import('./can-call-card.tsx'), 'CanCallCard')
const FindingsCard = lazyComponent(() => import('./findings-card.tsx'), 'FindingsCard')
const TokenSnippets = lazyComponent(() => import('./token-snippets.tsx'), 'TokenSnippets')

/** What a token is and can do, the work on the left, the meaning on the right. */
export function TokenOverview({ token }: { token: Token }) {
  const [{ call }] = usePageSearch('/accounts/$accountId/tokens/$tokenId')
  // React delays a page whose parts are still on their way: the code of the last cards is loaded once it is shown.
  const isShown = useDeferredValue(true, false)
  return (
    <div className="stack">
      <FactStrip token={token} />
      <Lifetime token={token} />
      <div className={styles.columns}>
        <div className="stack">
          <PermissionsCard token={token} />
          <div id="findings" className={`stack ${styles.target}`}>
            {isShown ? (
              <Suspense fallback={<CardsOutline />}>
                <FindingsCard token={token} />
                <CanCallCard key={call ?? ''} token={token} call={call} />
                <TokenSnippets />
              </Suspense>
            ) : (
              <CardsOutline />
            )}
          </div>
        </div>
        <div className={`stack ${styles.aside}`}>
          <AddressFiltering condition={token.condition} />
          <TokenFacts token={token} />
          <UnknownFields wire={token.wire} />
          <SimilarCard token={token} />
        </div>
      </div>
    </div>
  )
}

/** The last cards of a column, so that nothing moves when they arrive. */
function CardsOutline() {
  return ['Findings', 'Can it call this?', 'Use this token'].map((title) => (
    <Card key={title}>
      <Section title={title}>
        <Skeleton lines={3} />
      </Section>
    </Card>
  ))
}
