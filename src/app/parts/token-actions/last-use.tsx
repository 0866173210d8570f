import { Time } from '#app/ui/time.tsx'
import type { Token } from '#domain/token/token.ts'

type LastUseProps = { token: Token }

/** Whether anything still leans on the token, as far as Cloudflare says; its clock lags a little. */
export function LastUse({ token }: LastUseProps) {
  if (!token.lastUsedOn) return <p>It has never been used.</p>
  return (
    <p>
      It was last used <Time value={token.lastUsedOn} missing="never" />.
    </p>
  )
}
