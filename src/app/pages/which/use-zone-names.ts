import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { zonesQuery } from '#app/queries/resources.ts'

/** The names of the account's zones by their IDs; none where they cannot be listed. */
export function useZoneNames(accountId: string): ReadonlyMap<string, string> {
  const { data } = useQuery({ ...zonesQuery(accountId), enabled: accountId !== '', throwOnError: false })
  return useMemo(() => new Map(data?.map(({ id, name }) => [id, name])), [data])
}
