import { Suspense, useRef, type ReactNode } from 'react'
import { usePageSearch } from '#app/parts/use-page-search.ts'
import { Card } from '#app/ui/card.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Section } from '#app/ui/section.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { useNearView } from '#app/ui/use-near-view.ts'
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
  return (
    <div className="stack">
      <FactStrip token={token} />
      <Lifetime token={token} />
      <div className={styles.columns}>
        <div className="stack">
          <PermissionsCard token={token} />
          <NearView outline={<CardsOutline />}>
            <FindingsCard token={token} />
            <CanCallCard key={call ?? ''} token={token} call={call} />
            <TokenSnippets />
          </NearView>
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

type NearViewProps = { outline: ReactNode; children: ReactNode }

/**
 * The last cards of a column, so that nothing moves when they arrive. Their code is loaded after the page is shown: React
 * delays a page whose parts are still on their way.
 */
function NearView({ outline, children }: NearViewProps) {
  const place = useRef<HTMLDivElement>(null)
  const isNear = useNearView(place, false)
  return (
    <div ref={place} id="findings" className={`stack ${styles.target}`}>
      {isNear ? <Suspense fallback={outline}>{children}</Suspense> : outline}
    </div>
  )
}

function CardsOutline() {
  return ['Findings', 'Can it call this?', 'Use this token'].map((title) => (
    <Card key={title}>
      <Section title={title}>
        <Skeleton lines={3} />
      </Section>
    </Card>
  ))
}
