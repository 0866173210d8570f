import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { matcher } from './match.ts'
import { needOf, needOfGroup, unknownNeed } from './need-of.ts'
import type { Need } from './need.ts'
import { operationKey, type Operation, type OperationMap } from './operation.ts'
import { operationsNamed } from './named-operation.ts'
import type { PastedItem } from './pasted.ts'

/** The requests of one operation, or one hint that an error gives. */
export type Requirement = {
  /** Tells it from the others. */
  key: string
  /** The first of its places in the text. */
  item: PastedItem
  /** How often it is there. */
  times: number
  /** What it needs, once for each resource that is named; none for what is no request to Cloudflare. */
  needs: Need[]
}

/** What the requests and hints of a text need, in its order. Requests of one operation are one requirement. */
export function requirementsIn(
  map: OperationMap,
  catalogue: PermissionGroup[],
): (items: readonly PastedItem[]) => Requirement[] {
  const match = matcher(map)
  const needed = (item: PastedItem): { key: string; need: Need | null }[] => {
    if (item.kind === 'call') {
      const found = match(item.method, item.path)
      const need = found ? needOf(found, item.path, catalogue) : unknownNeed(item.path)
      return [{ key: found ? operationKey(found.operation) : `${item.method} ${item.path}`, need }]
    }
    if (item.kind === 'group')
      return [{ key: `group ${item.name.toLowerCase()}`, need: needOfGroup(item.name, catalogue) }]
    if (item.kind === 'operation') return namedNeeds(operationsNamed(item, map), item, catalogue)
    return [{ key: item.kind === 'foreign' ? `host ${item.host}` : `line ${item.line}`, need: null }]
  }
  return (items) => {
    const byKey = new Map<string, Requirement & { known: Set<string> }>()
    for (const item of items)
      for (const { key, need } of needed(item)) {
        const one = byKey.get(key) ?? { key, item, times: 0, needs: [], known: new Set<string>() }
        byKey.set(key, one)
        one.times += 1
        if (need && isNew(one.known, need)) one.needs.push(need)
      }
    return Array.from(byKey.values(), ({ key, item, times, needs }) => ({ key, item, times, needs }))
  }
}

/** Whether no request before it named these resources. */
function isNew(known: Set<string>, { accountId, options }: Need): boolean {
  const { size } = known
  return known.add([accountId, ...options.map(({ on }) => on.id)].join(' ')).size > size
}

function namedNeeds(operations: Operation[], item: PastedItem, catalogue: PermissionGroup[]) {
  const needs = operations.map((operation) => ({
    key: operationKey(operation),
    need: needOf({ operation, params: new Map() }, operation.path, catalogue),
  }))
  return needs.length > 0 ? needs : [{ key: `named ${item.text}`, need: unknownNeed('') }]
}
