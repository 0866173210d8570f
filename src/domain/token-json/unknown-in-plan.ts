import { isObject } from '#domain/text/is-object.ts'

/** Arguments that Terraform cannot compute by itself, so an unknown one refers to another resource. */
const ARGUMENTS = ['name', 'policies', 'policy', 'not_before', 'expires_on']

/** For the address of each resource, an argument of a token whose value a plan does not know yet. */
export function unknownInPlan(changes: unknown, configuration: unknown): Map<string, string> {
  const unknown = new Map<string, string>()
  const configured = configuredIn(isObject(configuration) ? configuration['root_module'] : null)
  for (const resource of Array.isArray(changes) ? changes.filter(isObject) : []) {
    const { change } = resource
    if (!isObject(change) || !isObject(change['after_unknown'])) continue
    const address = String(resource['address'])
    const set = configured.get(address.replaceAll(INDEX, ''))
    const isUnset = set !== undefined && !set.has('condition') && [change['actions']].flat().join() === 'create'
    const argument = unknownArgument(change['after_unknown'], isUnset)
    if (argument !== undefined) unknown.set(address, argument)
  }
  return unknown
}

const INDEX = /\["(?:[^"\\]|\\.)*"\]|\[\d+\]/g

/** For the address of each resource, without the index of a copy, the arguments that the configuration sets. */
function configuredIn(module: unknown, prefix = ''): Map<string, ReadonlySet<string>> {
  if (!isObject(module)) return new Map()
  const { resources, module_calls: calls } = module
  const own = (Array.isArray(resources) ? resources.filter(isObject) : []).map(
    ({ address, expressions }) =>
      [`${prefix}${String(address)}`, new Set(isObject(expressions) ? Object.keys(expressions) : [])] as const,
  )
  const called = Object.entries(isObject(calls) ? calls : {}).flatMap(([name, call]) => [
    ...configuredIn(isObject(call) ? call['module'] : null, `${prefix}module.${name}.`),
  ])
  return new Map([...own, ...called])
}

/** The API computes a condition that a new token does not set. Any other that is unknown could be an IP limit. */
function unknownArgument(after: Record<string, unknown>, isUnset: boolean): string | undefined {
  if (!isUnset && hasUnknown(after['condition'])) return 'condition'
  return ARGUMENTS.find((key) => hasUnknown(after[key]))
}

/** The API sets the ID of a policy, and the name of a permission group. */
function hasUnknown(value: unknown, ofApi = 'id'): boolean {
  if (Array.isArray(value)) return value.some((one) => hasUnknown(one, ofApi))
  if (!isObject(value)) return value === true
  return Object.entries(value).some(
    ([key, inner]) => key !== ofApi && hasUnknown(inner, key === 'permission_groups' ? 'name' : ofApi),
  )
}
