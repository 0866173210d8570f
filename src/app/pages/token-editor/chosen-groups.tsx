import { LevelMark } from '#app/parts/level-mark.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { ChipList } from '#app/ui/chip-list.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { toApi, type VisualPolicy } from '#domain/policy/editor-policy.ts'
import { toWireResources } from '#domain/policy/editor-resources.ts'
import { heldGroup } from '#domain/policy/held-group.ts'
import { readPolicy } from '#domain/policy/read-policy.ts'
import { groupLevel, kindLevel } from '#domain/reach/access-level.ts'
import { groupsOf, reachReader } from '#domain/reach/reach.ts'

type ChosenGroupsProps = {
  policy: VisualPolicy
  catalogue: PermissionGroup[] | undefined
  /** IDs of groups that do not fit the resources, or that the catalogue does not have. */
  odd: Set<string>
  onRemove: (id: string) => void
}

/** The permission groups of a policy, each with the shape of what it lets the token do. */
export function ChosenGroups({ policy, catalogue, odd, onRemove }: ChosenGroupsProps) {
  const accountId = useAccountId()
  const hasResources = Object.keys(toWireResources(policy.resources, accountId)).length > 0
  const reach = reachReader({ accountId, catalogue })([readPolicy(toApi(policy, accountId))])
  const levels = new Map(groupsOf(reach).map((one) => [one.group.id, groupLevel(one)]))

  return (
    <ChipList
      label="Selected permission groups"
      items={policy.permissionGroups.map((chosen) => {
        const { id, name, kind } = heldGroup(
          { id: chosen.id, ...(chosen.name !== null && { name: chosen.name }) },
          catalogue,
        )
        const text = name ?? id
        // Before a resource is chosen, the shape says what the permission does with one.
        const level = hasResources ? levels.get(id) : policy.effect === 'deny' ? 'denied' : kindLevel(kind)
        const label = (
          <>
            <LevelMark level={level ?? 'none'} />
            {text}
          </>
        )
        return { value: id, label, name: text, title: id, tone: odd.has(id) ? ('caution' as const) : undefined }
      })}
      onRemove={onRemove}
    />
  )
}
