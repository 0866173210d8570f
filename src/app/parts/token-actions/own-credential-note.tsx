import { useOwnTokenId } from '#app/parts/use-own-token-id.ts'
import { Note } from '#app/ui/note.tsx'

type OwnCredentialNoteProps = { accountId: string; tokenId: string; children: string }

/** Shown before a change to the very token the server runs on: what will break, in one sentence. */
export function OwnCredentialNote({ accountId, tokenId, children }: OwnCredentialNoteProps) {
  if (useOwnTokenId(accountId) !== tokenId) return null
  return (
    <Note tone="critical" title="Token Desk itself runs on this token">
      <p>{children}</p>
    </Note>
  )
}
