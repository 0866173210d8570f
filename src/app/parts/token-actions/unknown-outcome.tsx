import type { ReactNode } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { explainFailure } from '#app/parts/explain-failure.ts'
import { FailureDetails } from '#app/parts/failure-details.tsx'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'

type UnknownOutcomeProps = {
  /** "the token was created" */
  what: string
  /** `null` after a reload, when the answer is lost. */
  failure: ApiFailure | null
  look: { isFetching?: boolean; isPending: boolean; error: ApiFailure | null; isSuccess: boolean }
  onLookAgain: () => void
  /** Beside “Check again”. */
  otherAction?: ReactNode
  /** What was found when the token was read again, and what to do now. */
  children?: ReactNode
}

/**
 * A write that ended without an answer, which is not necessarily a failure: what is known, what was found, the next
 * step.
 */
export function UnknownOutcome({ what, failure, look, onLookAgain, otherAction, children }: UnknownOutcomeProps) {
  // The answer to a later attempt says nothing about the one before it.
  const wasAnswered = failure !== null && !failure.isOutcomeUnknown
  const isLooking = look.isFetching ?? look.isPending
  return (
    <Note
      tone="caution"
      role="alert"
      title={`We couldn’t confirm that ${what}`}
      action={
        <>
          <Button size="small" busy={isLooking} onClick={onLookAgain}>
            Check again
          </Button>
          {otherAction}
        </>
      }
    >
      <p>
        {failure ? <Cause failure={failure} /> : 'The page was reloaded before Cloudflare answered.'}{' '}
        {wasAnswered ? 'An earlier attempt got no answer. Cloudflare' : 'Cloudflare'} may have done it all the same.
        Token Desk doesn’t send it again by itself.
      </p>
      {isLooking && <p>Checking…</p>}
      {look.error && <p>Couldn’t check. {explainFailure(look.error).title}.</p>}
      {look.isSuccess && children}
      {failure && <FailureDetails failure={failure} />}
    </Note>
  )
}

function Cause({ failure }: { failure: ApiFailure }) {
  const { title, cause } = explainFailure(failure)
  return `${title}. ${cause}`
}
