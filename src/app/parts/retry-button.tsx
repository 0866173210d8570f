import { useEffect, type Ref } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { pauseOf } from '#app/queries/failures.ts'
import { Button } from '#app/ui/button.tsx'
import { waitWords } from '#domain/text/wait-words.ts'
import { useSecondsLeft } from './use-seconds-left.ts'

type RetryButtonProps = {
  failure: ApiFailure | null | undefined
  /** Outside a pause. */
  label?: string
  busy?: boolean
  size?: 'regular' | 'small'
  /** Nothing else is on the page: it is sent again by itself once the pause is over. */
  isAutomatic?: boolean
  ref?: Ref<HTMLButtonElement> | undefined
  onClick: () => void
}

/** Sends what failed again: not before the pause that the failure asks for, which it counts down. */
export function RetryButton(props: RetryButtonProps) {
  const { failure, label = 'Try again', busy = false, size = 'small', isAutomatic = false, ref, onClick } = props
  const pause = failure ? pauseOf(failure) : null
  const at = failure && pause ? failure.failedAt + pause : null
  const seconds = useSecondsLeft(at)
  // The clock is outside React.
  useEffect(() => {
    if (!isAutomatic || at === null) return
    const timer = setTimeout(onClick, at - Date.now())
    return () => clearTimeout(timer)
  }, [isAutomatic, at, onClick])

  return (
    // Not disabled, which would lose the focus; and silent, where an alert would read out each second.
    <Button
      ref={ref}
      size={size}
      busy={busy}
      {...(at !== null && { 'aria-live': 'off' })}
      aria-disabled={busy || seconds > 0}
      onClick={() => Date.now() >= (at ?? 0) && onClick()}
    >
      {seconds > 0 ? `${isAutomatic ? 'Trying' : 'Try'} again in ${waitWords(seconds)}` : label}
    </Button>
  )
}
