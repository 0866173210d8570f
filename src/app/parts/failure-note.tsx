import type { ReactNode } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { useExplanation } from './use-explanation.ts'
import { FailureDetails } from './failure-details.tsx'

type FailureNoteProps = {
  failure: ApiFailure
  /** The failed action, when the general title does not name it: "The token could not be deleted". */
  title?: string
  /** The body of the failed request, with its `account_id`: some refusals are about it and not about the credential. */
  sent?: Record<string, unknown> | undefined
  action?: ReactNode
  /** The query that failed, for a button that sends it again. */
  retry?: { isFetching: boolean; refetch: () => unknown }
}

/** A failure inside a page, a form or a dialog, announced at once. */
export function FailureNote({ failure, title, sent, action, retry }: FailureNoteProps) {
  const explanation = useExplanation(failure, sent)
  return (
    <Note
      tone="critical"
      role="alert"
      title={title ?? explanation.title}
      action={
        retry ? (
          <Button size="small" busy={retry.isFetching} onClick={() => void retry.refetch()}>
            Try again
          </Button>
        ) : (
          action
        )
      }
    >
      <p>
        {title && `${explanation.title}. `}
        {explanation.cause} {explanation.next}
      </p>
      <FailureDetails failure={failure} />
    </Note>
  )
}
