import { parseGroupName } from '#domain/permission-groups/group-name.ts'
import { groupKind, type LevelKind } from '#domain/permission-groups/level.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { ACCOUNT_SCOPE, ZONE_SCOPE } from '#domain/resources/scope.ts'
import type { NeedOption } from './need.ts'
import type { Operation } from './operation.ts'

const POWER: Record<LevelKind, number> = { read: 0, run: 1, revoke: 1, change: 2, unknown: 4 }

/** How much a group allows, from reading (0) to what cannot be told (4). An Admin changes more than a Write. */
export const powerOf = (group: PermissionGroup): number => {
  const kind = groupKind(group)
  return POWER[kind] + (kind === 'change' && /\badmin\b/i.test(parseGroupName(group.name).level) ? 1 : 0)
}

/** How much a group covers: single resources, then zones, then the account. */
export const widthOf = ({ on }: NeedOption): number =>
  on.scope === ACCOUNT_SCOPE ? 2 : on.scope === ZONE_SCOPE ? 1 : 0

/** How many words of a group's product the operation is about, and how few others the group has. */
export function affinity({ name }: PermissionGroup, operation: Pick<Operation, 'path' | 'title'> | null): number {
  if (!operation) return 0
  const about = new Set(wordsOf(`${operation.path} ${operation.title}`))
  const words = wordsOf(parseGroupName(name).product)
  return words.filter((word) => about.has(word)).length - words.filter((word) => !about.has(word)).length / 10
}

const wordsOf = (text: string) =>
  (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((word) => (word.length > 3 ? word.replace(/s$/, '') : word))

/** From least power and the narrowest to the most; of equals, the one that is more about the operation. */
export const compareOptions =
  (operation: Pick<Operation, 'path' | 'title'> | null) =>
  (a: NeedOption, b: NeedOption): number =>
    powerOf(a.group) - powerOf(b.group) ||
    widthOf(a) - widthOf(b) ||
    affinity(b.group, operation) - affinity(a.group, operation) ||
    (a.group.name < b.group.name ? -1 : 1)
