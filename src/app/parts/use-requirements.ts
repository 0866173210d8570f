import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { isComing } from '#app/queries/is-coming.ts'
import { operationMapQuery } from '#app/queries/operation-map.ts'
import { permissionGroupsQuery } from '#app/queries/permission-groups.ts'
import { requirementReaderQuery, requirementsQuery } from '#app/queries/requirements.ts'

/**
 * What the requests of a text need. `read` is that of the text before while another one is read (`isBusy`). `isEager`:
 * the map and the account's permission groups are loaded before there is a text.
 */
export function useRequirements(accountId: string, text: string, isEager: boolean) {
  const [told, setTold] = useState({ text: '', share: 0 })
  const isAsked = text.trim() !== ''
  const isWanted = isEager || isAsked
  const map = useQuery({ ...operationMapQuery, enabled: isWanted, throwOnError: false })
  const groups = useQuery({ ...permissionGroupsQuery(accountId), enabled: isWanted && accountId !== '' })
  const made = useQuery({
    ...requirementReaderQuery(map.data?.map, groups.data),
    enabled: !isComing(groups),
  })
  // Not that of another map.
  const reader = made.isPlaceholderData ? undefined : made.data
  const { data, isFetching, isPlaceholderData } = useQuery({
    ...requirementsQuery(text, reader, (share) => setTold({ text, share })),
    enabled: isAsked,
  })
  return {
    map: map.data?.map,
    mapFailure: useKeptFailure(map),
    groupsFailure: useKeptFailure(groups),
    refetch: () => {
      void map.refetch()
      if (accountId !== '') void groups.refetch()
    },
    catalogue: groups.data,
    read: isAsked ? data : undefined,
    isBusy: isAsked && (isPlaceholderData || isFetching || !reader),
    progress: isFetching && told.text === text ? told.share : null,
  }
}

/** A failure is still told while the query is tried again, and so the button that does it keeps the focus. */
function useKeptFailure({ error, isFetching }: { error: ApiFailure | null; isFetching: boolean }): ApiFailure | null {
  const [kept, setKept] = useState(error)
  if (kept !== error && (error || !isFetching)) setKept(error)
  return kept
}
