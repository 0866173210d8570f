import { useAccountId } from '#app/parts/use-account-id.ts'
import { useHasSignIn } from '#app/parts/use-has-sign-in.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Note } from '#app/ui/note.tsx'

type AcknowledgeOwnTokenProps = { children: string; checked: boolean; onChange: (isAware: boolean) => void }

/** Before a change to the token that Token Desk or its user signed in with: says what will break, and requires a tick. */
export function AcknowledgeOwnToken({ children, checked, onChange }: AcknowledgeOwnTokenProps) {
  const hasSignIn = useHasSignIn(useAccountId())
  return (
    <Note tone="critical" title={hasSignIn ? 'You signed in with this token' : 'Token Desk uses this token'}>
      <p>{children}</p>
      <Checkbox
        label={hasSignIn ? 'I understand I may be signed out' : 'I understand Token Desk may lose access'}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </Note>
  )
}
