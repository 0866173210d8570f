import type { ApiFailure } from '#app/api/errors.ts'
import { lazyModule } from '#app/ui/lazy-module.ts'
import type { FailureExplanation } from './failure-explanation.ts'

export const explanations = lazyModule(() => import('./explain-failure.ts'))

/** A failure in plain words. While these are not loaded, in the words of the API; `isComing` while they may still be. */
export function useExplanation(
  failure: ApiFailure,
  sent?: Record<string, unknown>,
): FailureExplanation & { isComing?: boolean } {
  const loaded = explanations.useModule(failure)
  return (
    loaded?.explainFailure(failure, sent) ?? {
      title: 'The request failed',
      cause: failure.message,
      next: 'Try again.',
      isComing: loaded === undefined,
    }
  )
}
