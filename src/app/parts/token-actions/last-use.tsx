import { Time } from '#app/ui/time.tsx'
import type { Token } from '#domain/token/token.ts'

type LastUseProps = { token: Token }

/** When the token was last used. Cloudflare reports it with a small delay. */
export function LastUse({ token }: LastUseProps) {
  if (!token.lastUsedOn) return <p>It has never been used.</p>
  return (
    <p>
      It was last used <Time value={token.lastUsedOn} missing="never" />.
    </p>
  )
}
