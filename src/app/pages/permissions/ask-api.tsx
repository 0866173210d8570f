import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { RetryButton } from '#app/parts/retry-button.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { Scope } from '#domain/resources/scope.ts'

type AskApiProps = {
  name: string
  scope: Scope
  /** Renders the answer. */
  children: (groups: PermissionGroup[]) => ReactNode
}

/** A group without a match may be newer than the loaded catalogue: the API searches for the exact name. */
export function AskApi({ name, scope, children }: AskApiProps) {
  const accountId = useAccountId()
  const [isAsked, setIsAsked] = useState(false)
  const { data, error, isFetching, refetch } = useQuery({
    ...permissionGroupsQuery(accountId, { name, scope: scope || undefined }),
    enabled: isAsked,
  })
  if (data && data.length > 0) return children(data)
  return (
    <>
      {error && <FailureNote failure={error} title="Couldn’t ask Cloudflare" />}
      {data && !error ? (
        <p role="status">Cloudflare has no permission group with exactly this name.</p>
      ) : (
        <RetryButton
          failure={error}
          label={error ? 'Try again' : `Ask Cloudflare for “${name}”`}
          busy={isFetching}
          onClick={() => (isAsked ? void refetch() : setIsAsked(true))}
        />
      )}
    </>
  )
}
