import { Plus } from 'lucide'
import { newTokenHref } from '#app/parts/addresses.ts'
import { useQuickLink } from '#app/parts/quick-link.tsx'
import { ButtonLink } from '#app/ui/button-link.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** The way to a new token. */
export function CreateLink({ accountId, children }: { accountId: string; children: string }) {
  const link = useQuickLink({
    href: newTokenHref(accountId),
    to: { to: '/accounts/$accountId/tokens/new', params: { accountId } },
  })
  return (
    <ButtonLink {...link} tone="primary" icon={<Icon of={Plus} />}>
      {children}
    </ButtonLink>
  )
}
