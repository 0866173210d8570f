import type { ComponentProps } from 'react'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import type { Token } from '#domain/token/token.ts'
import { useNewFromDraft } from './use-new-from-draft.ts'

type GoneNoteProps = Pick<ComponentProps<typeof Note>, 'tone' | 'role' | 'title'> & {
  base: Token
  /** Before what is said of the new token. */
  children?: string
}

/** The token of a form is gone. What was typed for it can become a new one. */
export function GoneNote({ base, children, ...note }: GoneNoteProps) {
  const makeNew = useNewFromDraft(useAccountId())
  return (
    <Note
      {...note}
      action={
        <Button size="small" onClick={() => makeNew(base)}>
          Create a new token from this draft
        </Button>
      }
    >
      <p>{children} A new token gets a new ID and a new secret.</p>
    </Note>
  )
}
