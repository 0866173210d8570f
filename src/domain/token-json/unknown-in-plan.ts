import { isObject } from '#domain/text/is-object.ts'

/** Arguments that Terraform cannot compute by itself, so an unknown one refers to another resource. */
const ARGUMENTS = ['name', 'policies', 'policy', 'not_before', 'expires_on']

/** For the address of each resource, an argument of a token whose value a plan does not know yet. */
export function unknownInPlan(changes: unknown): Map<string, string> {
  const unknown = new Map<string, string>()
  for (const resource of Array.isArray(changes) ? changes.filter(isObject) : []) {
    const after = isObject(resource['change']) ? resource['change']['after_unknown'] : null
    const argument = isObject(after) ? unknownArgument(after) : undefined
    if (argument !== undefined) unknown.set(String(resource['address']), argument)
  }
  return unknown
}

/** A condition that is unknown as a whole is one that is not set: the API computes it. */
function unknownArgument(after: Record<string, unknown>): string | undefined {
  const [condition] = [after['condition']].flat()
  const [limit] = isObject(condition) ? [condition['request_ip']].flat() : []
  if (isObject(limit) && hasUnknown(limit)) return 'condition'
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
