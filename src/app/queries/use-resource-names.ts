import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { workersQuery, zonesQuery } from './resources.ts'

/**
 * Names of zones by their ids, and of Workers where `hasWorkers`; those the credential may list. None for an account
 * that is not known yet (`''`).
 */
export function useResourceNames(accountId: string, hasWorkers: boolean): Map<string, string> {
  const zones = useQuery({ ...zonesQuery(accountId), enabled: accountId !== '' })
  const workers = useQuery({ ...workersQuery(accountId), enabled: hasWorkers })
  return useMemo(
    () => new Map([...(zones.data ?? []), ...(workers.data ?? [])].map(({ id, name }) => [id, name])),
    [zones.data, workers.data],
  )
}
