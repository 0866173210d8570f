import { Suspense } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { pauseOf } from '#app/queries/failures.ts'
import { Button } from '#app/ui/button.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'

/** Few failures ask for a pause, and then there is an answer, so that the code for it can be loaded. */
const PausedRetry = lazyComponent(() => import('./paused-retry.tsx'), 'PausedRetry')

export type RetryProps = {
  /** Outside a pause. */
  label?: string
  busy?: boolean
  size?: 'regular' | 'small'
  /** Nothing else is on the page: it is sent again by itself once the pause is over. */
  isAutomatic?: boolean
  onClick: () => void
}

/** Sends what failed again: not before the pause that the failure asks for, which it counts down. */
export function RetryButton({ failure, ...retry }: RetryProps & { failure: ApiFailure | null | undefined }) {
  const { label = 'Try again', isAutomatic: _, ...button } = retry
  const plain = (
    <Button size="small" {...button}>
      {label}
    </Button>
  )
  return failure && pauseOf(failure) ? (
    <Suspense fallback={plain}>
      <PausedRetry {...retry} label={label} failure={failure} />
    </Suspense>
  ) : (
    plain
  )
}
