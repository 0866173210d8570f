import { toSignedOutEverywhere, toSignIn } from '#app/parts/addresses.ts'
import { FailureDetails } from '#app/parts/failure-details.tsx'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { useSignOut } from '#app/queries/sign-in.ts'
import { useNavigate } from '#app/routing/routing.tsx'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { Note } from '#app/ui/note.tsx'

type SignOutDialogProps = { onClose: () => void }

/** Of this browser alone, or of every browser with one of the same tokens. */
export function SignOutDialog({ onClose }: SignOutDialogProps) {
  const { mutate, isPending, error, variables } = useSignOut()
  const isEverywhere = isPending && variables.everywhere
  const isHere = isPending && !variables.everywhere
  const navigate = useNavigate()
  const end = (everywhere: boolean) =>
    mutate(
      { everywhere },
      {
        onSuccess: () => {
          onClose()
          // Signed out there is no page to stay on, whatever is typed there; a draft stays in the tab's storage.
          void navigate(everywhere ? toSignedOutEverywhere : toSignIn, { ignoreGuards: true })
        },
      },
    )

  return (
    <Dialog
      title="Sign out?"
      description="The tokens themselves go on working until they expire, or are rolled, disabled or deleted."
      onClose={isPending ? stay : onClose}
      footer={
        <>
          <Button onClick={onClose} disabled={isPending}>
            Cancel
          </Button>
          <Button busy={isEverywhere} disabled={isHere} onClick={() => end(true)}>
            Sign out everywhere
          </Button>
          <Button tone="primary" data-autofocus busy={isHere} disabled={isEverywhere} onClick={() => end(false)}>
            Sign out here
          </Button>
        </>
      }
    >
      <p>
        <strong>Here</strong> ends the session of this browser, with all its accounts.
      </p>
      <p>
        <strong>Everywhere</strong> also ends it in every other browser that is signed in with one of the same tokens,
        such as on another computer.
      </p>
      {error?.isOutcomeUnknown && (
        <Note tone="critical" role="alert" title="It is not known whether you are signed out">
          <p>No answer came that says so. Sign out again to be sure; a second time does no harm.</p>
          <FailureDetails failure={error} />
        </Note>
      )}
      {error && !error.isOutcomeUnknown && <FailureNote failure={error} title="You are still signed in" />}
    </Dialog>
  )
}

const stay = () => {}
