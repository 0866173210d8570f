import type { Operation, OperationMap } from '#domain/operations/operation.ts'
import { operationKey } from '#domain/operations/operation.ts'
import type { ApiDescription } from './read-open-api.ts'

export type MergedMap = {
  map: OperationMap
  /** Whether the description has nearly all operations of the map before it: what it leaves out is gone. */
  isWhole: boolean
  /** How many operations are only in the map before it. */
  left: number
}

/** With a smaller share of the known operations a description is a part of the API, or cut off. */
const WHOLE = 0.8

/**
 * A map of a description's own marks. Where it has none, what was concluded for the map before it stays, and so do
 * pages of the API reference. Operations that only the map before it has are dropped if the description is of the
 * whole API.
 */
export function mergedMap({ operations }: ApiDescription, before: OperationMap, date: string): MergedMap {
  const known = new Map(before.operations.map((one) => [shapeOf(one), one]))
  const read = new Map<string, Operation>()
  // Of two that differ in the names of parameters alone, one may have marks.
  for (const one of operations) if (isMarked(one) || !read.has(shapeOf(one))) read.set(shapeOf(one), one)
  const left = before.operations.filter((one) => !read.has(shapeOf(one)))
  const isWhole = before.operations.length - left.length >= WHOLE * before.operations.length
  const merged = [...read].map(([shape, one]) => withKnown(one, known.get(shape)))
  return { map: { date, operations: isWhole ? merged : [...merged, ...left] }, isWhole, left: left.length }
}

/** Names of parameters change from one edition to the next. */
const shapeOf = (operation: Pick<Operation, 'method' | 'path'>) =>
  operationKey(operation).replaceAll(/\{[^}]*\}/g, '{}')

function withKnown(read: Operation, known: Operation | undefined): Operation {
  if (!known) return read
  const { title, pages } = known
  const told = { ...read, title: read.title || title, pages }
  // A mark that the vendor took back is not known any longer.
  const isConcluded = read.evidence === 'unknown' && known.evidence !== 'marked'
  return isConcluded ? { ...told, groups: known.groups, evidence: known.evidence } : told
}

export type MapChanges = { changed: Operation[]; added: Operation[]; gone: Operation[] }

/** What a map says otherwise than the one before it: other groups, and operations that only one of them has. */
export function changesOf(before: OperationMap, after: OperationMap): MapChanges {
  const old = new Map(before.operations.map((one) => [shapeOf(one), one]))
  const kept = new Set(after.operations.map(shapeOf))
  return {
    changed: after.operations.filter((one) => {
      const was = old.get(shapeOf(one))
      return was !== undefined && !haveSame(was.groups, one.groups)
    }),
    added: after.operations.filter((one) => !old.has(shapeOf(one))),
    gone: before.operations.filter((one) => !kept.has(shapeOf(one))),
  }
}

/** In whatever order. */
const haveSame = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name) => b.includes(name))

const isMarked = ({ evidence }: Operation) => evidence === 'marked'

/** How many operations name the permissions that they take, by the vendor's own word. */
export const markedIn = ({ operations }: Pick<OperationMap, 'operations'>): number => operations.filter(isMarked).length

/** The day of a description, such as `2026-07-27`: its version where that is a day, else the day of its file (ms). */
export function dayOf({ version }: Pick<ApiDescription, 'version'>, lastModified: number): string {
  const day = /^\d{4}-\d{2}-\d{2}(?!\d)/.exec(version ?? '')?.[0]
  return day !== undefined && !Number.isNaN(Date.parse(day)) ? day : new Date(lastModified).toISOString().slice(0, 10)
}
