import { groupedBy } from './grouped-by.ts'
import { EVIDENCE, type Operation, type OperationMap } from './operation.ts'

/** One operation of a path: method, title, its groups by index, evidence by index, pages, and the ID where there is one. */
type PackedOperation = [string, string, number[], number, string[], string?]

/**
 * The map in the form in which it is shipped and kept, a tenth of the size of its parts: sorted by path, a path
 * tells how many parts it shares with the one before, and group names are kept once.
 */
export type PackedMap = { date: string; groups: string[]; paths: [number, string, PackedOperation[]][] }

export function packMap({ date, operations }: OperationMap): PackedMap {
  const groups = [...new Set(operations.flatMap((one) => one.groups))].toSorted()
  const indexOf = new Map(groups.map((name, index) => [name, index]))
  const byPath = groupedBy(operations, (one) => one.path)
  let before: string[] = []
  const paths = [...byPath.keys()].toSorted().map((path): PackedMap['paths'][number] => {
    const parts = path.split('/')
    const different = parts.findIndex((part, index) => part !== before[index])
    const shared = different === -1 ? parts.length : different
    before = parts
    return [shared, parts.slice(shared).join('/'), (byPath.get(path) ?? []).map((one) => packed(one, indexOf))]
  })
  return { date, groups, paths }
}

function packed(
  { method, title, groups, evidence, pages, operationId }: Operation,
  indexOf: ReadonlyMap<string, number>,
): PackedOperation {
  const indices = groups.map((name) => indexOf.get(name) ?? -1)
  const all: PackedOperation = [method, title, indices, EVIDENCE.indexOf(evidence), [...pages]]
  if (operationId !== null) all.push(operationId)
  return all
}

/** Throws a `TypeError` for anything that `packMap` has not made. */
export function unpackMap({ date, groups, paths }: PackedMap): OperationMap {
  let before: string[] = []
  const operations = paths.flatMap(([shared, rest, all]) => {
    before = [...before.slice(0, shared), ...rest.split('/')]
    const path = before.join('/')
    return all.map(([method, title, indices, evidence, pages, operationId = null]): Operation => {
      const known = EVIDENCE[evidence]
      if (!known) throw new TypeError(`Unknown evidence ${evidence}`)
      return {
        method,
        path,
        title,
        groups: indices.map((index) => nameOf(groups, index)),
        evidence: known,
        pages,
        operationId,
      }
    })
  })
  return { date, operations }
}

function nameOf(groups: readonly string[], index: number): string {
  const name = groups[index]
  if (name === undefined) throw new TypeError(`No group ${index}`)
  return name
}
