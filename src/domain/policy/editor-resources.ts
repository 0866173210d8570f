import {
  chosenFamilies,
  familyOf,
  isTypedScope,
  wholeFamilies,
  type ChosenId,
  type WholeId,
} from '#domain/resources/families.ts'
import { readPolicyJson } from './policy-json.ts'
import { chosenTarget, parseResource, parseResources, resourcesOf } from './resource-keys.ts'
import type { WireResources } from './wire.ts'

/** The resources of one policy: one family, as the API wants it (`docs/api-behaviour.md` §3.3). */
export type EditorResources =
  | { family: WholeId }
  | { family: ChosenId; ids: string[] }
  | { family: 'other'; entries: { key: string; value: string }[] }

/** Whether resources from a saved draft have the format of this version of the app. */
export function isEditorResources(value: unknown): value is EditorResources {
  if (typeof value !== 'object' || value === null || !('family' in value) || typeof value.family !== 'string')
    return false
  const { family } = value
  if (family === 'other') return 'entries' in value && Array.isArray(value.entries)
  if (wholeFamilies.some(({ id }) => id === family)) return true
  const isKnown = chosenFamilies.some(({ id }) => id === family) || isTypedScope(family)
  return isKnown && 'ids' in value && Array.isArray(value.ids) && value.ids.every((id) => typeof id === 'string')
}

/** A family with nothing chosen. */
export function blankResources(family: EditorResources['family']): EditorResources {
  if (family === 'other') return { family, entries: [{ key: '', value: '*' }] }
  const row = familyOf(family)
  return row.reach === 'chosen' ? { family: row.id, ids: [] } : { family: row.id }
}

/** Stored resources for the editor; `null` for a mixture that it cannot show. */
export function toEditorResources(resources: WireResources, accountId: string): EditorResources | null {
  const targets = parseResources(resources)
  const [first] = targets
  if (!first) return null
  if (first.kind === 'other' || targets.some(({ kind }) => kind === 'other')) return toFreeKeys(resources)
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

/** Keys as typed by the user, if none of them belongs to a family. */
function toFreeKeys(resources: WireResources): EditorResources | null {
  const entries = Object.entries(resources)
  const areFree = entries.every(([key, value]) => parseResource(key, value).some(({ kind }) => kind === 'other'))
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
  // The object has the user's own keys, kept as typed.
  return read.ok ? (read.value as { [key: string]: string }) : text
}
