import { parseGroupName } from './group-name.ts'
import type { PermissionGroup } from './permission-group.ts'

/** What a level allows. `unknown` counts neither as reading nor as changing. */
export type LevelKind = 'read' | 'run' | 'revoke' | 'change' | 'unknown'

const KINDS = new Map<string, LevelKind>([
  ['read', 'read'],
  ['read only', 'read'],
  ['readonly', 'read'],
  ['report', 'read'],
  ['run', 'run'],
  ['evaluate', 'run'],
  ['send', 'run'],
  ['bind', 'run'],
  ['revoke', 'revoke'],
  ['purge', 'revoke'],
  ['write', 'change'],
  ['edit', 'change'],
  ['editor', 'change'],
  ['admin', 'change'],
  ['write run engine', 'change'],
])

/** From narrowest to widest, for levels that name several. */
const BREADTH: LevelKind[] = ['read', 'run', 'revoke', 'change']

/** The one place that defines what a level means. "Metadata Read-Only" reads, "Read and Write" changes. */
export function levelKind(level: string): LevelKind {
  const words = wordsOf(level)
  const whole = KINDS.get(words.join(' '))
  if (whole) return whole
  const last = KINDS.get(words.at(-1) ?? '')
  if (!last) return 'unknown'
  const named = new Set(words.flatMap((word) => KINDS.get(word) ?? []))
  return BREADTH.findLast((kind) => named.has(kind)) ?? last
}

/** "Read-Only" counts as one word. */
const wordsOf = (level: string) =>
  level
    .toLowerCase()
    .replaceAll(/\bread[\s-]+only\b/g, 'readonly')
    .split(/[^a-z]+/)
    .filter(Boolean)

/** Groups without a level in their name, whose descriptions say "write access". */
const KINDS_BY_ID = new Map<string, LevelKind>([
  ['440e6958bcc947329f8d56328d7322ce', 'change'],
  ['6134079371904d8ebd77931c8ca07e50', 'change'],
])

/** What a group allows: by its id if known, by its name, or by a description that says "full access". */
export function groupKind({ id, name, description }: Pick<PermissionGroup, 'id' | 'name' | 'description'>): LevelKind {
  const known = KINDS_BY_ID.get(id)
  if (known) return known
  const { level } = parseGroupName(name)
  if (level) return levelKind(level)
  return /\bfull (access|control)\b/i.test(description ?? '') ? 'change' : 'unknown'
}
