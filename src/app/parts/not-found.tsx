import { SearchX } from 'lucide-react'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { toHome } from './addresses.ts'
import { QuickButtonLink } from './quick-link.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <EmptyState
      icon={<Icon of={SearchX} />}
      title="There is no such page"
      headingLevel={1}
      actions={<QuickButtonLink href={toHome}>Go to the token list</QuickButtonLink>}
    >
      <p>Check the address, or start from the token list.</p>
    </EmptyState>
  )
}
