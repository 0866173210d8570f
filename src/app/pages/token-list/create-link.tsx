import { Plus } from 'lucide-react'
import { paths } from '#app/parts/paths.ts'
import { ButtonLink } from '#app/parts/link.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The way to a new token. */
export function CreateLink({ accountId, children }: { accountId: string; children: string }) {
  return (
    <ButtonLink href={paths.newToken(accountId)} tone="primary" icon={<Icon of={Plus} />}>
      {children}
    </ButtonLink>
  )
}
