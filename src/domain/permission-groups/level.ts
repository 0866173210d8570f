import { levelKind, parseGroupName, type LevelKind } from './group-name.ts'
import type { PermissionGroup } from './permission-group.ts'

/**
 * Groups without a level in their name, whose descriptions say "write access" or "full access". The catalogue of an
 * account may come without descriptions (`docs/api-behaviour.md` §2.8).
 */
const KINDS_BY_ID = new Map<string, LevelKind>([
  ['440e6958bcc947329f8d56328d7322ce', 'change'],
  ['6134079371904d8ebd77931c8ca07e50', 'change'],
  ['5e5d3e8efeec49f3afb67bafecbcd511', 'change'],
  ['f0235726de25444a84f704b7c93afadf', 'change'],
])

/** What a group allows: by its id if known, by its name, or by a description that says "full access". */
export function groupKind({ id, name, description }: Pick<PermissionGroup, 'id' | 'name' | 'description'>): LevelKind {
  const known = KINDS_BY_ID.get(id)
  if (known) return known
  const { level } = parseGroupName(name)
  if (level) return levelKind(level)
  return /\bfull (access|control)\b/i.test(description ?? '') ? 'change' : 'unknown'
}
