import { Suspense } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'

/** Loaded after the first page, or with the first failure: nothing else of a page needs its code. */
export const FailureLines = lazyComponent(() => import('./failure-lines.tsx'), 'FailureLines')

/** What Cloudflare said of a failure. Without an answer, which is when code may not load either, there is nothing. */
export function FailureDetails({ failure }: { failure: ApiFailure }) {
  if (failure.problems.length === 0 && !failure.status && !failure.ray) return null
  return (
    // They come late into an alert, which would be announced again as a whole.
    <div aria-live="off">
      <Suspense>
        <FailureLines failure={failure} />
      </Suspense>
    </div>
  )
}
