import { LevelMark } from '#app/parts/level-mark.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { ChipList } from '#app/ui/chip-list.tsx'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { accessLevel } from '#domain/policy/access.ts'
import type { VisualPolicy } from '#domain/policy/editor-policy.ts'
import { toWireResources } from '#domain/policy/editor-resources.ts'
import { heldGroup } from '#domain/policy/held-group.ts'
import { chosenTarget, parseResources } from '#domain/policy/resource-keys.ts'

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
  const targets = parseResources(toWireResources(policy.resources, accountId))
  // Before a resource is chosen, the shape says what the permission does with one.
  if (targets.length === 0) targets.push(chosenTarget('zones', accountId, ''))

  return (
    <ChipList
      label="Selected permission groups"
      items={policy.permissionGroups.map((chosen) => {
        const { id, name, kind } = heldGroup(
          { id: chosen.id, ...(chosen.name !== null && { name: chosen.name }) },
          catalogue,
        )
        const text = name ?? id
        const label = (
          <>
            <LevelMark level={accessLevel(kind, policy.effect, targets)} />
            {text}
          </>
        )
        return { value: id, label, name: text, title: id, tone: odd.has(id) ? ('caution' as const) : undefined }
      })}
      onRemove={onRemove}
    />
  )
}
