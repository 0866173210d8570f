import { useQuery } from '@tanstack/react-query'
import { RetryButton } from '#app/parts/retry-button.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { Note } from '#app/ui/note.tsx'

/** What the answers go by without the catalogue, which can be asked for again. */
export function NoGroupsNote() {
  const { error, isFetching, refetch } = useQuery({
    ...permissionGroupsQuery(useAccountId()),
    // The page asks.
    enabled: false,
  })
  return (
    <Note
      tone="caution"
      title="Couldn’t load the permission groups"
      action={<RetryButton failure={error} busy={isFetching} onClick={() => void refetch()} />}
    >
      Levels and products come from the names that the tokens store. What has no name counts as “may”.
    </Note>
  )
}
