import type { ChosenGroup, VisualPolicy } from '#domain/policy/editor-policy.ts'
import type { EditorResources } from '#domain/policy/editor-resources.ts'
import { familyForScope } from '#domain/permission-groups/scope-fit.ts'
import { familyOf, familyRank } from '#domain/resources/families.ts'
import { groupedBy } from './grouped-by.ts'
import type { Grant } from './smallest-set.ts'

type Granted = Pick<Grant, 'group' | 'scope' | 'ids'>

/**
 * Policies for the editor: one for each family of resources and each set of them. Where no resource is known by its ID,
 * the policy names none, for the user to choose: never all of a kind.
 */
export function setPolicies(grants: readonly Granted[]): VisualPolicy[] {
  const granted = grants.flatMap(({ group, scope, ids }) => {
    const resources = resourcesFor(scope, ids)
    return resources ? [{ group, resources }] : []
  })
  return [...groupedBy(granted, ({ resources }) => JSON.stringify(resources)).values()]
    .flatMap((some) => {
      const groups = some.map(({ group: { id, name } }) => ({ id, name }))
      return some.slice(0, 1).map(({ resources }) => policyOf(resources, groups))
    })
    .toSorted((a, b) => familyRank(a.resources.family) - familyRank(b.resources.family))
}

const policyOf = (resources: EditorResources, permissionGroups: ChosenGroup[]): VisualPolicy => ({
  kind: 'visual',
  effect: 'allow',
  resources,
  permissionGroups,
  source: null,
})

/** `null` for a scope that no account token can have. A name that is no ID, such as a Worker's, is left out. */
function resourcesFor(scope: string, ids: readonly string[]): EditorResources | null {
  const family = familyForScope(scope)
  if (family === null) return null
  const row = familyOf(family)
  if (row.reach !== 'chosen') return { family: row.id }
  return { family: row.id, ids: ids.filter((id) => row.pattern.test(id)).toSorted() }
}

/** Whether the user still has to choose the resources of a policy. */
export const lacksResources = ({ resources }: Pick<VisualPolicy, 'resources'>): boolean =>
  'ids' in resources && resources.ids.length === 0
