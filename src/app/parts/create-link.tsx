import { Plus } from 'lucide-react'
import { Icon } from '#app/ui/icon.tsx'
import { ButtonLink } from './link.tsx'
import { paths } from './paths.ts'
import { useAccountId } from './use-account-id.ts'

/** The link to a new token. */
export function CreateLink({ children }: { children: string }) {
  const accountId = useAccountId()
  return (
    <ButtonLink href={paths.newToken(accountId)} tone="primary" icon={<Icon of={Plus} />}>
      {children}
    </ButtonLink>
  )
}
