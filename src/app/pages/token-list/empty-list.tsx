import { FileSearch, KeyRound } from 'lucide'
import { QuickButtonLink } from '#app/parts/quick-link.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { CreateLink } from './create-link.tsx'
import { listDefaults, toList, type ListSearch } from './list-search.ts'

type EmptyAccountProps = { accountId: string; hidesExpired: boolean }

/** An account without tokens: what they are, and the way to the first one. */
export function EmptyAccount({ accountId, hidesExpired }: EmptyAccountProps) {
  return (
    <EmptyState
      icon={<Icon of={KeyRound} />}
      title="No API tokens yet"
      actions={
        <>
          <CreateLink accountId={accountId}>Create the first token</CreateLink>
          {hidesExpired && (
            <QuickButtonLink href={toList(accountId, { ...listDefaults, include_expired: true })}>
              Show expired tokens
            </QuickButtonLink>
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
      icon={<Icon of={FileSearch} />}
      title={`There is no page ${page}`}
      actions={
        <QuickButtonLink href={toList(accountId, { ...search, page: lastPage })}>Go to the last page</QuickButtonLink>
      }
    >
      <p>The list ends at page {lastPage}.</p>
    </EmptyState>
  )
}
