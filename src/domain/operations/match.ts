import type { Operation, OperationMap } from './operation.ts'
import { pathParts } from './request-path.ts'

/** An operation, and what a path has in the place of its parameters: `zone_id` → the ID. */
export type Match = { operation: Operation; params: ReadonlyMap<string, string> }

/** Finds the operation of a request by its method, and its path or whole address. */
export type Matcher = (method: string, path: string) => Match | null

/** Paths that begin alike share their nodes. `wild` are parts that are or contain a parameter. */
type Node = { literal: Map<string, Node>; wild: Map<string, Wild>; ends: Map<string, Operation> }
type Wild = { node: Node; form: RegExp; names: string[]; isRest: boolean }

/** Values of these may contain slashes: `@cf/meta/llama-3`. */
const WITH_SLASHES = new Set(['model_name', 'key_name', 'object_key', 'url'])

const newNode = (): Node => ({ literal: new Map(), wild: new Map(), ends: new Map() })

export function matcher({ operations }: Pick<OperationMap, 'operations'>): Matcher {
  const root = newNode()
  for (const operation of operations) add(root, operation)
  return (method, path) => {
    const wanted = method.toUpperCase()
    const values: [string, string][] = []
    // A HEAD is a GET whose answer has no body.
    const operation = find(root, pathParts(path), wanted === 'HEAD' ? 'GET' : wanted, values)
    return operation && { operation, params: new Map(values) }
  }
}

function add(root: Node, operation: Operation): void {
  let here = root
  for (const part of pathParts(operation.path)) {
    here = part.includes('{') ? wildOf(here, part) : literalOf(here, part)
  }
  here.ends.set(operation.method, operation)
}

function literalOf({ literal }: Node, part: string): Node {
  const node = literal.get(part) ?? newNode()
  literal.set(part, node)
  return node
}

/** Parameters of several names share a node only where their parts are written alike. */
function wildOf({ wild }: Node, part: string): Node {
  const known = wild.get(part)
  if (known) return known.node
  const names = Array.from(part.matchAll(/\{([^}]+)\}/g), ([, name = '']) => name)
  const form = part.split(/\{[^}]+\}/).map((text) => text.replaceAll(/[.*+?^$(){}|[\]\\]/g, String.raw`\$&`))
  const made = {
    node: newNode(),
    form: new RegExp(`^${form.join('(.+)')}$`),
    names,
    isRest: names.length === 1 && WITH_SLASHES.has(names[0] ?? ''),
  }
  wild.set(part, made)
  return made.node
}

/** What is written out goes before a parameter; the first way that leads to the end is taken. */
function find(here: Node, parts: string[], method: string, values: [string, string][]): Operation | null {
  const [part, ...rest] = parts
  if (part === undefined) return here.ends.get(method) ?? null
  const next = here.literal.get(part)
  const found = next && find(next, rest, method, values)
  if (found) return found
  for (const { node, form, names, isRest } of here.wild.values()) {
    const match = form.exec(part)
    if (!match) continue
    const before = values.length
    values.push(...names.map((name, index): [string, string] => [name, match[index + 1] ?? '']))
    const below = find(node, rest, method, values)
    if (below) return below
    const whole = isRest ? node.ends.get(method) : undefined
    values.length = before
    if (whole) {
      values.push([names[0] ?? '', parts.join('/')])
      return whole
    }
  }
  return null
}
