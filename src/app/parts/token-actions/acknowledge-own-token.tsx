import { useHasSignIn } from '#app/parts/use-has-sign-in.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Note } from '#app/ui/note.tsx'

/** What a change does to the server's own token, or to the one that its user `signedIn` with. */
export type OwnWarning = { server: string; signedIn: string }

type AcknowledgeOwnTokenProps = {
  accountId: string
  /** What may be that token, where it is not known which one it is. */
  doubt?: 'This' | 'One of these' | null
  warning: OwnWarning
  checked: boolean
  onChange: (isAware: boolean) => void
}

/** Before a change to the token that the app works with: says what will break, and requires a tick. */
export function AcknowledgeOwnToken(props: AcknowledgeOwnTokenProps) {
  const { accountId, doubt = null, warning, checked, onChange } = props
  const hasSignIn = useHasSignIn(accountId)
  const known = hasSignIn ? 'You signed in with this token' : 'Token Desk uses this token'
  const unknown = `${doubt} may be the token ${hasSignIn ? 'you signed in with' : 'Token Desk uses'}`
  return (
    <Note tone={doubt ? 'caution' : 'critical'} title={doubt ? unknown : known}>
      <p>
        {doubt && 'We couldn’t check that. If it is: '}
        {hasSignIn ? warning.signedIn : warning.server}
      </p>
      <Checkbox
        label={hasSignIn ? 'I understand I may lose access' : 'I understand Token Desk may lose access'}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
    </Note>
  )
}
