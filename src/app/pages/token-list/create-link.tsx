import { Plus } from 'lucide-react'
import { toNewToken } from '#app/parts/addresses.ts'
import { QuickButtonLink } from '#app/parts/quick-link.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The way to a new token. */
export function CreateLink({ accountId, children }: { accountId: string; children: string }) {
  return (
    <QuickButtonLink href={toNewToken(accountId)} tone="primary" icon={<Icon of={Plus} />}>
      {children}
    </QuickButtonLink>
  )
}
