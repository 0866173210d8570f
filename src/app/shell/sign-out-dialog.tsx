import type { ApiFailure } from '#app/api/errors.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { FailureDetails } from '#app/parts/failure-details.tsx'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { Note } from '#app/ui/note.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useSignOut } from '#app/queries/sign-in.ts'
import { keepsRun } from '#app/parts/unfinished-keys.ts'
import { changeUser, keepsDraft } from '#app/parts/kept-in-tab.ts'
import { paths } from '#app/parts/paths.ts'

type SignOutDialogProps = {
  /** Whether this browser alone was meant. */
  isHere: boolean
  /** Of the sign-out that was tried before it was opened. */
  failure: ApiFailure | null
  onClose: () => void
}

/** Of this browser alone, or of every browser with one of the same tokens. */
export function SignOutDialog({ isHere, failure, onClose }: SignOutDialogProps) {
  const navigate = useNavigate()
  const {
    mutate,
    isPending,
    isIdle,
    error: ownError,
    variables,
  } = useSignOut({
    onSuccess: ({ everywhere }) => {
      onClose()
      changeUser(null)
      // Signed out there is no page to stay on, whatever is typed there.
      void navigate({
        href: paths.signIn(everywhere ? { signed_out: 'everywhere' } : {}),
        replace: true,
        ignoreBlocker: true,
      })
    },
  })
  const error = isIdle ? failure : ownError
  const isEverywhere = isPending && variables.everywhere
  const isPendingHere = isPending && !variables.everywhere
  return (
    <Dialog
      title={isHere ? 'Sign out?' : 'Sign out everywhere?'}
      description="Your tokens keep working until they expire or are rolled, disabled or deleted."
      onClose={isPending ? stay : onClose}
      footer={
        <>
          <Button onClick={onClose} disabled={isPending}>
            Cancel
          </Button>
          <Button
            {...(isHere ? {} : MEANT)}
            busy={isEverywhere}
            disabled={isPendingHere}
            onClick={() => mutate({ everywhere: true })}
          >
            Sign out everywhere
          </Button>
          {isHere && (
            <Button
              {...MEANT}
              busy={isPendingHere}
              disabled={isEverywhere}
              onClick={() => mutate({ everywhere: false })}
            >
              Sign out here
            </Button>
          )}
        </>
      }
    >
      {keepsDraft() && (
        <Note tone="caution" title="A draft will be discarded">
          <p>What you typed in this tab and didn’t save is lost when you sign out.</p>
        </Note>
      )}
      {keepsRun() && (
        <Note tone="caution" title="Results will be discarded">
          <p>
            What became of a bulk action that didn’t finish is lost when you sign out. To keep it, download it first.
          </p>
        </Note>
      )}
      {isHere && (
        <p>
          <strong>Here</strong> ends this browser’s session, with all its accounts.
        </p>
      )}
      <p>
        <strong>Everywhere</strong> ends this browser’s session and every other session that uses one of the same
        tokens, for example on another computer.
      </p>
      {error?.isOutcomeUnknown && (
        <Note tone="critical" role="alert" title="We couldn’t confirm that you’re signed out">
          <p>The server didn’t respond. Sign out again to be sure.</p>
          <FailureDetails failure={error} />
        </Note>
      )}
      {error && !error.isOutcomeUnknown && <FailureNote failure={error} title="You’re still signed in" />}
    </Dialog>
  )
}

/** The button of what was chosen in the menu. */
const MEANT = { tone: 'primary', 'data-autofocus': true } as const

const stay = () => {}
