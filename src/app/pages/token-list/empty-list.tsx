import { FileSearch, KeyRound, Plus } from 'lucide-react'
import { RouterButtonLink } from '#app/parts/links.tsx'
import type { ListSearch } from './list-search.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'

type EmptyAccountProps = { accountId: string; hidesExpired: boolean }

/** An account without tokens: what they are, and the way to the first one. */
export function EmptyAccount({ accountId, hidesExpired }: EmptyAccountProps) {
  return (
    <EmptyState
      icon={<KeyRound />}
      title="No API tokens yet"
      actions={
        <>
          <RouterButtonLink tone="primary" icon={<Plus />} to="/accounts/$accountId/tokens/new" params={{ accountId }}>
            Create the first token
          </RouterButtonLink>
          {hidesExpired && (
            <RouterButtonLink
              to="/accounts/$accountId/tokens"
              params={{ accountId }}
              search={{ include_expired: true }}
            >
              Show expired tokens
            </RouterButtonLink>
          )}
        </>
      }
    >
      <p>
        A token lets a script or a service act on this account: it may do what its policies say, where they say it, and
        belongs to the account instead of a person.
      </p>
    </EmptyState>
  )
}

type PageBeyondTheEndProps = { accountId: string; page: number; lastPage: number; search: ListSearch }

/** A page number past the end, by a hand-edited address or because tokens went away meanwhile. */
export function PageBeyondTheEnd({ accountId, page, lastPage, search }: PageBeyondTheEndProps) {
  return (
    <EmptyState
      icon={<FileSearch />}
      title={`There is no page ${page}`}
      actions={
        <RouterButtonLink
          to="/accounts/$accountId/tokens"
          params={{ accountId }}
          search={{ ...search, page: lastPage }}
        >
          Go to the last page
        </RouterButtonLink>
      }
    >
      <p>The list ends at page {lastPage}.</p>
    </EmptyState>
  )
}
