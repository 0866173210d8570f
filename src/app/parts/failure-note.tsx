import type { ReactNode } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { inTurn } from '#app/ui/in-turn.ts'
import { Note } from '#app/ui/note.tsx'
import type { FailureExplanation } from './failure-explanation.ts'
import { useExplanation } from './use-explanation.ts'
import { FailureDetails } from './failure-details.tsx'
import { RetryButton } from './retry-button.tsx'
import styles from './parts.module.css'

type FailureNoteProps = {
  failure: ApiFailure
  /** The failed action, when the general title does not name it: "The token could not be deleted". */
  title?: string
  /** The body of the failed request, with its `account_id`: some refusals are about it and not about the credential. */
  sent?: Record<string, unknown> | undefined
  /** Replaces the general explanation. */
  explanation?: FailureExplanation
  tone?: 'critical' | 'caution'
  /** `false` inside a live region, which announces it. */
  isAlert?: boolean
  action?: ReactNode
  /** The query that failed, for a button that sends it again, and `isLeaving` where another button takes its place. */
  retry?: { isFetching: boolean; refetch: () => unknown; isLeaving?: boolean }
}

/** A failure inside a page, a form or a dialog, announced once its explanation is known. */
export function FailureNote(props: FailureNoteProps) {
  const { failure, title, sent, tone = 'critical', isAlert = true, action, retry } = props
  const general = useExplanation(failure, sent)
  const explanation = props.explanation ?? general
  const isAnnounced = isAlert && (props.explanation !== undefined || !general.isComing)
  return (
    <Note
      tone={tone}
      action={
        retry ? (
          <RetryButton
            ref={retry.isLeaving ? inTurn : undefined}
            failure={failure}
            busy={retry.isFetching}
            onClick={() => void retry.refetch()}
          />
        ) : (
          action
        )
      }
    >
      <div
        // An element that is there already may not be announced. What can have the focus is outside, and stays.
        key={String(isAnnounced)}
        role={isAnnounced ? 'alert' : undefined}
        className={styles.failureText}
      >
        <p>{title ?? explanation.title}</p>
        <p>
          {title && `${explanation.title}. `}
          {explanation.cause} {explanation.next}
        </p>
      </div>
      <FailureDetails failure={failure} />
    </Note>
  )
}
