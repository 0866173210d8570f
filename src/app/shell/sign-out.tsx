import type { ApiFailure } from '#app/api/errors.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { FailureDetails } from '#app/parts/failure-details.tsx'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { LogOut } from 'lucide-react'
import { NavButton } from '#app/ui/nav-button.tsx'
import { Note } from '#app/ui/note.tsx'
import { useNavigate } from '@tanstack/react-router'
import { useSignOut } from '#app/queries/sign-in.ts'
import { paths } from '#app/parts/paths.ts'

/** Ends the session of this browser at once; what goes wrong is for a dialog to say. */
export function SignOutButton({ onFailure }: { onFailure: (failure: ApiFailure) => void }) {
  const navigate = useNavigate()
  // A draft stays in the tab's storage, whatever is typed.
  const onSuccess = () => void navigate({ href: paths.signIn(), replace: true, ignoreBlocker: true })
  const { mutate, isPending } = useSignOut({ onSuccess, onError: onFailure })
  return (
    <NavButton
      icon={<Icon of={LogOut} />}
      label="Sign out"
      busy={isPending}
      onClick={() => mutate({ everywhere: false })}
    />
  )
}

type SignOutDialogProps = {
  /** Of the sign-out that was tried before it was opened. */
  failure: ApiFailure | null
  onClose: () => void
}

/** Of this browser alone, or of every browser with one of the same tokens. */
export function SignOutDialog({ failure, onClose }: SignOutDialogProps) {
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
      // Signed out there is no page to stay on, whatever is typed there; a draft stays in the tab's storage.
      void navigate({
        href: paths.signIn(everywhere ? { signed_out: 'everywhere' } : {}),
        replace: true,
        ignoreBlocker: true,
      })
    },
  })
  const error = isIdle ? failure : ownError
  const isEverywhere = isPending && variables.everywhere
  const isHere = isPending && !variables.everywhere
  return (
    <Dialog
      title={failure ? 'Sign out?' : 'Sign out everywhere?'}
      description="The tokens themselves go on working until they expire, or are rolled, disabled or deleted."
      onClose={isPending ? stay : onClose}
      footer={
        <>
          <Button onClick={onClose} disabled={isPending}>
            Cancel
          </Button>
          {failure && (
            <Button busy={isHere} disabled={isEverywhere} onClick={() => mutate({ everywhere: false })}>
              Sign out here
            </Button>
          )}
          <Button
            tone="primary"
            data-autofocus
            busy={isEverywhere}
            disabled={isHere}
            onClick={() => mutate({ everywhere: true })}
          >
            Sign out everywhere
          </Button>
        </>
      }
    >
      {failure && (
        <p>
          <strong>Here</strong> ends the session of this browser, with all its accounts.
        </p>
      )}
      <p>
        <strong>Everywhere</strong> ends the session of this browser and of every other one that is signed in with one
        of the same tokens, such as on another computer.
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
