import { Plus } from 'lucide-react'
import { Icon } from '#app/ui/icon.tsx'
import { ButtonLink } from './link.tsx'
import { paths } from './paths.ts'
import { useAccountId } from './use-account-id.ts'
import { useOwnToken } from './use-own-token.ts'

/** The link to a new token; unseen in its place until it is known whether one may be created. */
export function CreateLink({ children }: { children: string }) {
  const accountId = useAccountId()
  const { isAwaited } = useOwnToken(accountId, { asks: true })
  return (
    <ButtonLink
      href={paths.newToken(accountId)}
      tone="primary"
      icon={<Icon of={Plus} />}
      style={{ visibility: isAwaited ? 'hidden' : undefined }}
    >
      {children}
    </ButtonLink>
  )
}
