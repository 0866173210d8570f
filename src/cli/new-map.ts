import * as v from 'valibot'
import { EVIDENCE, type Operation, type OperationMap } from '#domain/operations/operation.ts'
import { dayOf, mergedMap } from '#domain/operations/open-api/merged-map.ts'
import { readOpenApi } from '#domain/operations/open-api/read-open-api.ts'
import { requestKey } from './reference-pages.ts'
import { UsageError } from './usage.ts'

type NewMapOptions = {
  /** The map that is shipped now. */
  before: OperationMap
  /** By `requestKey`. */
  pages: ReadonlyMap<string, string[]>
  /** The day of the description; `null`: as the file has it. */
  date: string | null
  /** Of the file, in ms since 1970. */
  lastModified: number
}

/**
 * Makes the map to ship of an API description, or of a list of operations whose permissions were concluded elsewhere.
 * Throws a `UsageError`.
 */
export function newMap(text: string, { before, pages, date, lastModified }: NewMapOptions): OperationMap {
  const map = listed(text, date ?? before.date) ?? described(text, before, date, lastModified)
  const withPages = (one: Operation): Operation => ({
    ...one,
    pages: pages.get(requestKey(one.method, one.path)) ?? [],
    // Only for the app's memory: shipped, IDs would be half of the file.
    operationId: null,
  })
  return { ...map, operations: map.operations.map(withPages) }
}

function described(text: string, before: OperationMap, date: string | null, lastModified: number): OperationMap {
  const read = readOpenApi(text)
  if (!read.ok) throw new UsageError(read.message)
  const { map, isWhole, left } = mergedMap(read.description, before, date ?? dayOf(read.description, lastModified))
  if (!isWhole) throw new UsageError(`Only a part of the API: ${left} known operations are not in this file.`)
  return map
}

const list = v.object({
  groups: v.array(v.string()),
  /** Method, path, title, indices of its groups, evidence. */
  operations: v.array(
    v.tuple([v.string(), v.string(), v.string(), v.array(v.pipe(v.number(), v.integer())), v.picklist(EVIDENCE)]),
  ),
})

/** `null` for what is no list of operations. */
function listed(text: string, date: string): OperationMap | null {
  const read = v.safeParse(list, jsonOf(text))
  if (!read.success) return null
  const { groups, operations } = read.output
  return {
    date,
    operations: operations.map(([method, path, title, indices, evidence]) => ({
      method,
      path,
      title,
      groups: indices.map((index) => nameOf(groups, index)),
      evidence,
      pages: [],
      operationId: null,
    })),
  }
}

function nameOf(groups: string[], index: number): string {
  const name = groups[index]
  if (name === undefined) throw new UsageError(`The list has no group ${index}.`)
  return name
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
