import { Note } from '#app/ui/note.tsx'
import { useAccountId } from './use-account-id.ts'
import { useReadOnlyReason } from './use-read-only-reason.ts'

/** Says that a form cannot be sent, and why, before the user fills it in. */
export function ReadOnlyNote() {
  const reason = useReadOnlyReason(useAccountId())
  if (!reason) return null
  return (
    <Note tone="caution" role="status" title="You can’t save here">
      {reason}
    </Note>
  )
}
