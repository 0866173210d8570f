import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { keepMap, readKeptMap, removeKeptMap, type KeptMap } from '#app/api/kept-map.ts'
import { readOpenApiFile, type ReadFileOptions } from '#app/api/open-api-file.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import type { OperationMap } from '#domain/operations/operation.ts'
import {
  changesOf,
  dayOf,
  markedIn,
  mergedMap,
  type MapChanges,
  type MergedMap,
} from '#domain/operations/open-api/merged-map.ts'
import { packMap, unpackMap } from '#domain/operations/pack-map.ts'
import { shippedMap } from '#domain/operations/shipped-map.ts'
import { nextTask } from './run-steps.ts'

/** The map in use. `fileName` is that of the user's file; `null` for the map that comes with the app. */
export type MapInUse = {
  map: OperationMap
  fileName: string | null
  /** Whether the browser keeps the user's map beyond this visit. */
  isKept: boolean
}

const STATIC = { staleTime: Infinity, networkMode: 'always', structuralSharing: false } as const

/** The map that comes with the app. */
export const shippedMapQuery = queryOptions<OperationMap>({
  queryKey: ['operation-map', 'shipped'],
  queryFn: shippedMap,
  ...STATIC,
})

/** The map in use: the one that was made of the user's file, if there is one. */
export const operationMapQuery = queryOptions<MapInUse>({
  queryKey: ['operation-map', 'in use'],
  queryFn: async ({ client }) => keptInUse(await readKeptMap()) ?? shippedInUse(client),
  gcTime: Infinity,
  ...STATIC,
})

const shippedInUse = async (client: QueryClient): Promise<MapInUse> => ({
  map: await client.fetchQuery(shippedMapQuery),
  fileName: null,
  isKept: false,
})

/** What another version of the app has kept may be unreadable. */
function keptInUse(kept: KeptMap | null): MapInUse | null {
  try {
    return kept && { map: unpackMap(kept.packed), fileName: kept.fileName, isKept: true }
  } catch {
    return null
  }
}

/** A map made of a file, and what it changes. */
export type NewerMap = MergedMap & {
  fileName: string
  /** How many operations the file has. */
  read: number
  /** Those of them that name their permissions. */
  marked: number
  changes: MapChanges
}

/** Reads the vendor's file. Rejects when it is stopped, or cannot begin. */
export async function readNewerMap(
  client: QueryClient,
  file: File,
  options: ReadFileOptions,
): Promise<{ ok: true; newer: NewerMap } | { ok: false; message: string }> {
  const result = await readOpenApiFile(file, options)
  if (!result.ok) return result
  const [shipped, inUse] = await Promise.all([client.fetchQuery(shippedMapQuery), client.fetchQuery(operationMapQuery)])
  const { description } = result
  await nextTask()
  const merged = mergedMap(description, shipped, dayOf(description, file.lastModified))
  await nextTask()
  const changes = changesOf(inUse.map, merged.map)
  const { length: read } = description.operations
  return {
    ok: true,
    newer: { ...merged, fileName: spelledOut(file.name), read, marked: markedIn(description), changes },
  }
}

/** Uses a map from now on, and keeps it in the browser. */
export function useKeepMap() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ fileName, map }: NewerMap) => keepMap({ fileName, packed: packMap(map) }),
    onSuccess: (isKept, { fileName, map }) =>
      client.setQueryData(operationMapQuery.queryKey, { map, fileName, isKept }),
  })
}

/** Removes the user's map: the one of the app is in use again. */
export function useRemoveMap() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const isRemoved = await removeKeptMap()
      client.setQueryData(operationMapQuery.queryKey, await shippedInUse(client))
      return isRemoved
    },
  })
}
