import { paths } from '#app/parts/paths.ts'
import { ButtonLink } from '#app/parts/link.tsx'
import { Note } from '#app/ui/note.tsx'

/** A server with a credential of its own, or with the sandbox. */
export function NoSignIn() {
  return (
    <Note
      tone="info"
      title="You don’t need to sign in"
      action={
        <ButtonLink size="small" href={paths.home}>
          Open Token Desk
        </ButtonLink>
      }
    >
      <p>
        This server uses its own credential. To let each user sign in, start it with <code>AUTH=sign-in</code>.
      </p>
    </Note>
  )
}
