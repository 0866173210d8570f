import { withArticle } from '#domain/text/plural.ts'
import { familyOf } from '#domain/resources/families.ts'
import type { EditorPolicy, EditorResources } from './editor-policy.ts'
import { isPolicyShaped, lossIn, readPolicyJson } from './policy-json.ts'

/** Why a policy cannot be sent, and the part of the card to show it at. */
export type PolicyProblem = { field: 'resources' | 'permissionGroups' | 'json'; message: string }

/** The API refuses more in one policy (`docs/api-behaviour.md` §3.5). */
export const GROUPS_MAX = 300

export function validatePolicy(policy: EditorPolicy): PolicyProblem[] {
  if (policy.kind === 'advanced') return jsonProblems(policy.json)
  const resources = resourcesProblem(policy.resources)
  const groups = groupsProblem(policy.permissionGroups.length)
  return [
    ...(resources ? [{ field: 'resources' as const, message: resources }] : []),
    ...(groups ? [{ field: 'permissionGroups' as const, message: groups }] : []),
  ]
}

function groupsProblem(count: number): string | undefined {
  if (count === 0) return 'Choose at least one permission group.'
  if (count <= GROUPS_MAX) return undefined
  return `Max ${GROUPS_MAX} permission groups in one policy, not ${count}. Split the policy or remove some.`
}

function resourcesProblem(resources: EditorResources): string | undefined {
  if ('ids' in resources) {
    const { pattern, patternWords, noun } = familyOf(resources.family)
    if (resources.ids.length === 0) return `Choose at least one ${noun}.`
    const wrong = resources.ids.find((id) => !pattern.test(id))
    return wrong === undefined ? undefined : `“${wrong}” isn’t ${withArticle(noun)} ID (${patternWords}).`
  }
  if (resources.family !== 'other') return undefined
  const keys = resources.entries.map(({ key }) => key)
  if (keys.length === 0) return 'Add at least one resource key.'
  if (keys.some((key) => key.trim() === '')) return 'A resource key is empty.'
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice) return `${twice} is listed twice.`
  for (const { key, value } of resources.entries.filter(({ value }) => value.trimStart().startsWith('{'))) {
    if (!readPolicyJson(value).ok) return `The value of ${key} isn’t valid JSON.`
    const loss = lossIn(value)
    if (loss) return `The value of ${key}: ${loss}`
  }
  return undefined
}

function jsonProblems(json: string): PolicyProblem[] {
  const read = readPolicyJson(json)
  if (!read.ok) return [{ field: 'json', message: `Invalid JSON: ${read.message}` }]
  const loss = lossIn(json)
  if (loss) return [{ field: 'json', message: loss }]
  if (!isPolicyShaped(read.value)) {
    return [
      {
        field: 'json',
        message: 'A policy needs an "effect", a list of "permission_groups" with IDs, and "resources".',
      },
    ]
  }
  const { effect, permission_groups, resources } = read.value
  if (effect !== 'allow' && effect !== 'deny')
    return [{ field: 'json', message: `The effect must be “allow” or “deny”, not “${effect}”.` }]
  if (permission_groups.length === 0) return [{ field: 'json', message: 'The policy has no permission groups.' }]
  if (Object.keys(resources).length === 0) return [{ field: 'json', message: 'The policy has no resources.' }]
  return []
}
