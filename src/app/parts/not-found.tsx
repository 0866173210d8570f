import { SearchX } from 'lucide-react'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { paths } from './paths.ts'
import { ButtonLink } from './link.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <EmptyState
      icon={SearchX}
      title="There is no such page"
      headingLevel={1}
      actions={<ButtonLink href={paths.home}>Go to the token list</ButtonLink>}
    >
      <p>Check the address, or start from the token list.</p>
    </EmptyState>
  )
}
