import { Note } from '#app/ui/note.tsx'
import { useReadOnlyReason } from './use-read-only.ts'

/** Says that a form cannot be sent, and why, before the user fills it in. */
export function ReadOnlyNote({ accountId }: { accountId: string }) {
  const reason = useReadOnlyReason(accountId)
  if (!reason) return null
  return (
    <Note tone="caution" role="status" title="Nothing can be saved here">
      {reason}
    </Note>
  )
}
