import { SearchX } from 'lucide-react'
import type { ApiFailure } from '#app/api/errors.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FailureDetails } from './failure-details.tsx'
import { RouterButtonLink } from './links.tsx'

type NotFoundProps = { failure?: ApiFailure }

/** An address that leads nowhere, or to a token that is not (or no longer) there. */
export function NotFound({ failure }: NotFoundProps) {
  return (
    <EmptyState
      icon={<SearchX />}
      title={failure ? 'Not found in this account' : 'There is no such page'}
      headingLevel={1}
      actions={<RouterButtonLink to="/">Go to the token list</RouterButtonLink>}
    >
      <p>
        {failure
          ? 'It may have been deleted, belong to another account, or the id may be mistyped.'
          : 'Check the address, or start from the token list.'}
      </p>
      {failure && <FailureDetails failure={failure} />}
    </EmptyState>
  )
}
