import { useEffect, useState } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import type { explainFailure } from './explain-failure.ts'
import type { FailureExplanation } from './failure-explanation.ts'

let explain: typeof explainFailure | null = null

/** Loads the explanations ahead, for failures after the connection is gone. */
export async function loadExplanations(): Promise<void> {
  try {
    explain = (await import('./explain-failure.ts')).explainFailure
  } catch {
    // The next failure loads them again.
  }
}

/** A failure in plain words. While these are not loaded, in the words of the API. */
export function useExplanation(failure: ApiFailure, sent?: Record<string, unknown>): FailureExplanation {
  const [isLoaded, setIsLoaded] = useState(explain !== null)
  // Loading code is outside rendering.
  useEffect(() => {
    if (!isLoaded) void loadExplanations().then(() => setIsLoaded(explain !== null))
  }, [isLoaded])
  return explain?.(failure, sent) ?? { title: 'The request failed', cause: failure.message, next: 'Try again.' }
}
