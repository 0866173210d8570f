import { Checkbox } from '#app/ui/checkbox.tsx'
import { Note } from '#app/ui/note.tsx'

type AcknowledgeOwnTokenProps = { children: string; checked: boolean; onChange: (isAware: boolean) => void }

/** Before a change to the server's own token: says what will break, and requires a tick. */
export function AcknowledgeOwnToken({ children, checked, onChange }: AcknowledgeOwnTokenProps) {
  return (
    <Note tone="critical" title="Token Desk itself runs on this token">
      <p>{children}</p>
      <Checkbox
        label="I know that this app may stop working"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </Note>
  )
}
