import { atOnce } from '#domain/reach/at-once.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { matcher } from './match.ts'
import { needOf, needOfGroup, unknownNeed } from './need-of.ts'
import type { Need } from './need.ts'
import { operationKey, type Operation, type OperationMap } from './operation.ts'
import { operationsNamed } from './named-operation.ts'
import type { PastedItem } from './pasted.ts'
import { R2_OBJECTS } from './r2-objects.ts'
import { withoutIds } from './request-path.ts'

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

/**
 * What the requests and hints of a text need, in its order. Requests of one operation are one requirement. The map is
 * arranged once, for any number of texts; each step of a generator is one item.
 */
export function requirementSteps(
  map: OperationMap,
  catalogue: PermissionGroup[],
): (items: readonly PastedItem[]) => Generator<void, Requirement[], void> {
  // What a map has itself comes last, and stays.
  const match = matcher({ operations: [...R2_OBJECTS, ...map.operations] })
  const needed = (item: PastedItem): { key: string; need: Need | null }[] => {
    if (item.kind === 'call') {
      const found = match(item.method, item.path)
      const need = found ? needOf(found, item.path, catalogue) : unknownNeed(item.path)
      const known = found && [operationKey(found.operation), need.phase].filter(Boolean).join(' ')
      return [{ key: known ?? `${item.method} ${withoutIds(item.path)}`, need }]
    }
    if (item.kind === 'group')
      return [{ key: `group ${item.name.toLowerCase()}`, need: needOfGroup(item.name, catalogue) }]
    if (item.kind === 'operation') return namedNeeds(operationsNamed(item, map), item, catalogue)
    return [{ key: item.kind === 'foreign' ? `host ${item.host}` : `line ${item.line}`, need: null }]
  }
  return function* steps(items) {
    const byKey = new Map<string, Counted>()
    const counted = new Map<string, Counted[]>()
    for (const item of items) {
      if (item.kind === 'operation' && item.isGuess && operationsNamed(item, map).length === 0) continue
      const asked = askedIn(item)
      const before = counted.get(asked)
      if (before) for (const one of before) one.times += 1
      else counted.set(asked, countedIn(byKey, item, needed(item)))
      yield
    }
    const all = Array.from(byKey.values(), ({ key, item, times, needs }) => ({ key, item, times, needs }))
    return all.map((one) => (one.item.kind === 'group' ? onNamed(one, all) : one))
  }
}

/** The same in one go. */
export function requirementsIn(map: OperationMap, catalogue: PermissionGroup[]) {
  const steps = requirementSteps(map, catalogue)
  return (items: readonly PastedItem[]): Requirement[] => atOnce(steps(items))
}

type Counted = Requirement & { known: Set<string> }

/** The requirements of an item, with one request more. */
function countedIn(byKey: Map<string, Counted>, item: PastedItem, found: { key: string; need: Need | null }[]) {
  return found.map(({ key, need }): Counted => {
    const one = byKey.get(key) ?? { key, item, times: 0, needs: [], known: new Set<string>() }
    byKey.set(key, one)
    one.times += 1
    if (need && isNew(one.known, need)) one.needs.push(need)
    return one
  })
}

/** Logs repeat the same requests, whose answer is the same. */
function askedIn(item: PastedItem): string {
  if (item.kind === 'call') return `${item.method} ${item.path}`
  if (item.kind === 'operation') return `operation ${item.page} ${item.operationId} ${item.text}`
  return item.kind === 'group' ? `group ${item.name}` : `${item.kind} ${item.line}`
}

/**
 * A permission group that an error names, on the resources that the requests name: the error is about one of them, and
 * does not say which.
 */
function onNamed(requirement: Requirement, all: readonly Requirement[]): Requirement {
  const named = all.flatMap(({ needs }) => needs.flatMap(({ options }) => options.map(({ on }) => on)))
  const needs = requirement.needs.flatMap((need) => {
    const scopes = new Set(need.options.map(({ on }) => on.scope))
    const ids = new Set(named.flatMap(({ scope, id }) => (scopes.has(scope) && id !== null ? [id] : [])))
    return ids.size === 0 || scopes.size > 1
      ? [need]
      : Array.from(ids, (id) => ({
          ...need,
          options: need.options.map(({ group, on }) => ({ group, on: { ...on, id } })),
        }))
  })
  return { ...requirement, needs }
}

/** Whether no request before it named these resources. */
function isNew(known: Set<string>, { accountId, phase, options }: Need): boolean {
  const { size } = known
  return known.add([accountId, phase, ...options.map(({ on }) => on.id)].join(' ')).size > size
}

function namedNeeds(operations: Operation[], item: PastedItem, catalogue: PermissionGroup[]) {
  const needs = operations.map((operation) => ({
    key: operationKey(operation),
    need: needOf({ operation, params: new Map() }, operation.path, catalogue),
  }))
  return needs.length > 0 ? needs : [{ key: `named ${item.text}`, need: unknownNeed('') }]
}
