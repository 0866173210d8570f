import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { FailureNote } from '#app/parts/failure-note.tsx'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { Button } from '#app/ui/button.tsx'
import type { PermissionGroup, Scope } from '#domain/permission-groups/permission-group.ts'

type AskApiProps = {
  accountId: string
  name: string
  scope: Scope
  /** Shows what the API knows. */
  children: (groups: PermissionGroup[]) => ReactNode
}

/** What is found nowhere here may be newer than the catalogue that was loaded: the API looks for the very name. */
export function AskApi({ accountId, name, scope, children }: AskApiProps) {
  const [isAsked, setIsAsked] = useState(false)
  const { data, error, isFetching, refetch } = useQuery({
    ...permissionGroupsQuery(accountId, { name, scope: scope || undefined }),
    enabled: isAsked,
    throwOnError: false,
  })
  if (data && data.length > 0) return children(data)
  return (
    <>
      {error && <FailureNote failure={error} title="The API could not be asked" />}
      {data && !error ? (
        <p role="status">Cloudflare has no permission group of exactly this name either.</p>
      ) : (
        <Button size="small" busy={isFetching} onClick={() => (isAsked ? void refetch() : setIsAsked(true))}>
          {error ? 'Try again' : `Ask Cloudflare for “${name}”`}
        </Button>
      )}
    </>
  )
}
