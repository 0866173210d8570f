import { SearchX } from 'lucide-react'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { paths } from './paths.ts'
import { ButtonLink } from './link.tsx'

/** An address that leads nowhere. */
export function NotFound() {
  return (
    <EmptyState
      icon={SearchX}
      title="Page not found"
      headingLevel={1}
      actions={<ButtonLink href={paths.home}>Go to the start page</ButtonLink>}
    >
      <p>Check the URL.</p>
    </EmptyState>
  )
}
