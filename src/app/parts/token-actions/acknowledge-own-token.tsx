import { Checkbox } from '#app/ui/checkbox.tsx'
import { Note } from '#app/ui/note.tsx'

type AcknowledgeOwnTokenProps = { children: string; checked: boolean; onChange: (isAware: boolean) => void }

/** Before a change to the server's own token: says what will break, and requires a tick. */
export function AcknowledgeOwnToken({ children, checked, onChange }: AcknowledgeOwnTokenProps) {
  return (
    <Note tone="critical" title="Token Desk uses this token">
      <p>{children}</p>
      <Checkbox
        label="I understand Token Desk may lose access"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </Note>
  )
}
