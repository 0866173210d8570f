import { ShieldCheck } from 'lucide-react'
import { ButtonLink } from '#app/parts/link.tsx'
import { paths } from '#app/parts/paths.ts'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'

/** In the place of the tokens while the search box has a secret: no token is found by one. */
export function SecretFound() {
  const accountId = useAccountId()
  return (
    <EmptyState
      icon={ShieldCheck}
      title="This looks like a token secret"
      actions={
        <ButtonLink href={paths.verify(accountId)} tone="primary">
          Verify this token
        </ButtonLink>
      }
    >
      <p role="status">We didn’t save it. Paste it on the Verify page to see which token it is.</p>
    </EmptyState>
  )
}
