import { Plus } from 'lucide-react'
import { paths } from '#app/parts/paths.ts'
import { ButtonLink } from '#app/parts/link.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Icon } from '#app/ui/icon.tsx'

/** The link to a new token. */
export function CreateLink({ children }: { children: string }) {
  const accountId = useAccountId()
  return (
    <ButtonLink href={paths.newToken(accountId)} tone="primary" icon={<Icon of={Plus} />}>
      {children}
    </ButtonLink>
  )
}
