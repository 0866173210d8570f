import { useEffect } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { pauseOf } from '#app/queries/failures.ts'
import { Button } from '#app/ui/button.tsx'
import { waitWords } from '#domain/text/wait-words.ts'
import type { RetryProps } from './retry-button.tsx'
import { useSecondsLeft } from './use-seconds-left.ts'

type PausedRetryProps = RetryProps & { failure: ApiFailure }

/** Counts down a pause before the request may be sent again. */
export function PausedRetry(props: PausedRetryProps) {
  const { failure, label, busy = false, size = 'small', isAutomatic = false, onClick } = props
  const at = failure.failedAt + (pauseOf(failure) ?? 0)
  const seconds = useSecondsLeft(at)
  // The clock is outside React.
  useEffect(() => {
    if (!isAutomatic) return
    const timer = setTimeout(onClick, at - Date.now())
    return () => clearTimeout(timer)
  }, [isAutomatic, at, onClick])

  return (
    // Not disabled, which would lose the focus; and silent, where an alert would read out each second.
    <Button
      size={size}
      busy={busy}
      aria-live="off"
      aria-disabled={busy || seconds > 0}
      onClick={() => seconds === 0 && onClick()}
    >
      {seconds > 0 ? `${isAutomatic ? 'Trying' : 'Try'} again in ${waitWords(seconds)}` : label}
    </Button>
  )
}
