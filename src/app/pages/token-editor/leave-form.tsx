import { LeaveDialog } from '#app/parts/leave-dialog.tsx'
import { SignedOutDialog } from '#app/parts/signed-out-dialog.tsx'
import type { Leaving } from './use-kept-draft.ts'

/** Asks what becomes of what was entered. */
export function LeaveForm({ stay, discard, keep, isStorageClosed, isOtherStart, isSignedOut }: Leaving) {
  const unkept = `What you entered can’t be kept as a draft${isStorageClosed ? ': this browser’s storage is full or turned off' : ''}.`
  if (isSignedOut)
    return (
      <SignedOutDialog
        whatIsKept={keep ? 'Your last save isn’t confirmed, and your draft is kept.' : unkept}
        onStay={stay}
        onLeave={discard}
        onKeepDraft={keep ?? undefined}
      />
    )
  return (
    <LeaveDialog
      title={isOtherStart ? 'Replace what you entered?' : 'Discard unsaved changes?'}
      description={
        keep
          ? `Keep the draft to continue later in this browser tab${isOtherStart ? ': choose the same start again' : ''}.`
          : unkept
      }
      stayLabel="Keep editing"
      leaveLabel="Discard"
      onStay={stay}
      onLeave={discard}
      onKeepDraft={keep ?? undefined}
    />
  )
}
