import { ExternalLink } from '#app/ui/external-link.tsx'
import { LeaveDialog } from './leave-dialog.tsx'
import { paths } from './paths.ts'

type SignedOutDialogProps = {
  /** A sentence. */
  whatIsKept: string
  onStay: () => void
  onLeave: () => void
  onKeepDraft?: (() => void) | undefined
}

/** Asks before a session that has ended takes away what was entered. */
export function SignedOutDialog({ whatIsKept, ...actions }: SignedOutDialogProps) {
  return (
    <LeaveDialog
      title="You’re signed out"
      description={
        <>
          {whatIsKept} To go on here, <ExternalLink href={paths.signIn()}>sign in</ExternalLink> in another tab first.
        </>
      }
      stayLabel="Keep editing"
      leaveLabel="Discard"
      {...actions}
    />
  )
}
