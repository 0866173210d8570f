import type { Scope } from '#domain/permission-groups/permission-group.ts'
import { familyOf, type ChosenId, type WholeId } from './families.ts'
import { readPolicyJson } from './policy-json.ts'
import { chosenTarget, parseResource, parseResources, resourcesOf } from './resource-keys.ts'
import type { WireResources } from './wire.ts'

/** The resources of one policy: one family, as the API wants it (`contract/api-behaviour.md` §3.3). */
export type EditorResources =
  | { family: WholeId }
  | { family: ChosenId; ids: string[] }
  | { family: 'other'; entries: { key: string; value: string }[] }

/** A family with nothing chosen yet. */
export function blankResources(family: EditorResources['family']): EditorResources {
  if (family === 'other') return { family, entries: [{ key: '', value: '*' }] }
  const row = familyOf(family)
  return row.reach === 'chosen' ? { family: row.id, ids: [] } : { family: row.id }
}

/** Stored resources as the editor shows them; `null` for a mixture that it has no control for. */
export function toEditorResources(
  resources: WireResources,
  accountId: string,
  scopes?: ReadonlySet<Scope>,
): EditorResources | null {
  const targets = parseResources(resources, scopes)
  const [first] = targets
  if (!first) return null
  if (first.kind === 'other' || targets.some(({ kind }) => kind === 'other')) return toFreeKeys(resources, scopes)
  if (first.kind === 'whole') {
    return targets.length === 1 && first.accountId === accountId ? { family: first.family } : null
  }
  const ids = targets.flatMap((target) =>
    target.kind === 'one' && target.family === first.family && (target.accountId ?? accountId) === accountId
      ? [target.id]
      : [],
  )
  return ids.length === targets.length ? { family: first.family, ids } : null
}

/** Keys as typed, where each has something that no family is made of. */
function toFreeKeys(resources: WireResources, scopes: ReadonlySet<Scope> | undefined): EditorResources | null {
  const entries = Object.entries(resources)
  const areFree = entries.every(([key, value]) =>
    parseResource(key, value, scopes).some(({ kind }) => kind === 'other'),
  )
  if (!areFree) return null
  return {
    family: 'other',
    entries: entries.map(([key, value]) => ({ key, value: typeof value === 'string' ? value : JSON.stringify(value) })),
  }
}

export function toWireResources(resources: EditorResources, accountId: string): WireResources {
  if (resources.family === 'other')
    return Object.fromEntries(resources.entries.map(({ key, value }) => [key, parseValue(value)]))
  const targets =
    'ids' in resources
      ? [...new Set(resources.ids)].map((id) => chosenTarget(resources.family, accountId, id))
      : [{ kind: 'whole' as const, family: resources.family, accountId }]
  // Targets of one family never share a key.
  return resourcesOf(targets)[0] ?? {}
}

/** `*` and other words stay text; an object is the nested form. */
function parseValue(text: string): WireResources[string] {
  if (!text.trimStart().startsWith('{')) return text
  const read = readPolicyJson(text)
  // Whatever the object holds is the user's own key, kept as typed.
  return read.ok ? (read.value as { [key: string]: string }) : text
}
