import { hasAccountTokenSupport } from '#domain/permission-groups/catalogue.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import { groupKind } from '#domain/permission-groups/level.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { groupFits } from '#domain/permission-groups/scope-fit.ts'
import type { EditorResources, VisualPolicy } from './editor-policy.ts'

/** A starting point for a new token. The user chooses what a template cannot know, such as the zones. */
export type Template = {
  /** Used in the address: `?template=dns`. */
  id: string
  title: string
  /** What it allows, in a few words. */
  hint: string
  /** A name as a user might give one. */
  exampleName: string
  policies: readonly TemplatePolicy[]
}

/** `groups` are IDs, or every group that reads. */
export type TemplatePolicy = { resources: EditorResources; groups: readonly string[] | 'all-reads' }

/** A template's policies, with names and all read groups from the account's own catalogue. */
export function templatePolicies({ policies }: Template, catalogue: PermissionGroup[]): VisualPolicy[] {
  const byId = groupsById(catalogue)
  return policies.map(({ resources, groups }) => ({
    kind: 'visual',
    effect: 'allow',
    resources,
    permissionGroups: (groups === 'all-reads' ? readsFor(resources, catalogue) : groups).map((id) => ({
      id,
      name: byId.get(id)?.name ?? null,
    })),
    source: null,
  }))
}

function readsFor({ family }: EditorResources, catalogue: PermissionGroup[]): string[] {
  return catalogue
    .filter((group) => groupFits(group, family) && group.isSelectable && hasAccountTokenSupport(group))
    .filter((group) => groupKind(group) === 'read')
    .map(({ id }) => id)
}
