import { keepPreviousData } from '@tanstack/react-query'
import { unstable_LowPriority as LowPriority, unstable_scheduleCallback as scheduleCallback } from 'scheduler'

/** The page reacts after so many ms of work: at a processor four times slower, that is still less than 50. */
const WORK_MS = 8

/**
 * Runs work that is split into steps, and lets the page react between them, and before the first one: a query begins as
 * a part of a render, which has taken its time. Rejects when `signal` is aborted.
 */
export async function runSteps<Result>(steps: Generator<unknown, Result, void>, signal: AbortSignal): Promise<Result> {
  for (;;) {
    await nextTask()
    signal.throwIfAborted()
    const since = performance.now()
    while (performance.now() - since < WORK_MS) {
      const step = steps.next()
      if (step.done) return step.value
    }
  }
}

/** Progress is told after so many ms, and again: sooner, nobody could read it, and the page would be rendered for it. */
const TELL_MS = 100

/** The same steps, of which the value is told now and then: the share that is done. */
export function* withProgress<Result>(
  steps: Generator<number, Result, void>,
  onProgress: (share: number) => void,
): Generator<number, Result, void> {
  let since = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - since >= TELL_MS) {
      since = performance.now()
      onProgress(step.value)
    }
    yield step.value
  }
}

/** Lets the page react to input, and React render what it has to, then goes on. */
export const nextTask = () => new Promise<void>((resolve) => void scheduleCallback(LowPriority, () => resolve()))

/**
 * For queries that compute: a result is right as long as its key is the same, and until there is one, that of before
 * stays. Thousands of objects are compared by identity alone.
 */
export const COMPUTED = {
  staleTime: Infinity,
  gcTime: 60_000,
  networkMode: 'always',
  retry: false,
  structuralSharing: false,
  placeholderData: keepPreviousData,
} as const
