import { isObject } from '#domain/text/is-object.ts'
import { canonicalPolicy } from './canonical.ts'
import { toEditorResources, toWireResources, type EditorResources } from './editor-resources.ts'
import { readPolicyJson } from './policy-json.ts'
import { isPolicy, readPolicy } from './read-policy.ts'
import type { WirePermissionGroup, WirePolicy, WirePolicyInput } from './wire.ts'

/** A permission group chosen in a policy. The id counts; the name is the last known one. */
export type ChosenGroup = { id: string; name: string | null }

export type { EditorResources }

/**
 * A policy that the builder can edit. `source` is the stored JSON, so that an unchanged policy is sent back as it came.
 * It is a text because a form's copy of an object may lose keys such as `__proto__`.
 */
export type VisualPolicy = {
  kind: 'visual'
  effect: 'allow' | 'deny'
  resources: EditorResources
  permissionGroups: ChosenGroup[]
  source: string | null
}

/** A policy that the builder cannot edit, shown as JSON. */
export type AdvancedPolicy = { kind: 'advanced'; json: string; source: string | null }

export type EditorPolicy = VisualPolicy | AdvancedPolicy

export const blankPolicy = (): VisualPolicy => ({
  kind: 'visual',
  effect: 'allow',
  resources: { family: 'account' },
  permissionGroups: [],
  source: null,
})

/** Whether nothing was granted or denied yet. */
export const isBlankPolicy = (policy: EditorPolicy): boolean =>
  policy.kind === 'visual' && policy.permissionGroups.length === 0

/** Stored policies for the editor. One that it cannot show completely becomes an advanced policy. */
export function fromApi(policies: unknown[], accountId: string): EditorPolicy[] {
  return policies.map((policy) => (isPolicy(policy) ? toVisual(policy, accountId) : null) ?? toAdvanced(policy))
}

function toAdvanced(policy: unknown): AdvancedPolicy {
  return { kind: 'advanced', json: JSON.stringify(toInput(policy), null, 2), source: JSON.stringify(policy) }
}

/** The builder shows a policy only if it would write it back with the same meaning. */
function toVisual(policy: WirePolicy, accountId: string): VisualPolicy | null {
  const resources = toEditorResources(policy.resources, accountId)
  if (!resources || (policy.effect !== 'allow' && policy.effect !== 'deny')) return null
  const visual: VisualPolicy = {
    kind: 'visual',
    effect: policy.effect,
    resources,
    permissionGroups: policy.permission_groups.map(({ id, name }) => ({
      id,
      name: typeof name === 'string' ? name : null,
    })),
    source: JSON.stringify(policy),
  }
  const isWhole = canonicalPolicy(writeVisual(visual, accountId)) === canonicalPolicy(policy)
  return isWhole ? visual : null
}

/** A stored policy for a request: without its id and group names, otherwise unchanged. */
export function toInput(policy: unknown): unknown {
  if (!isObject(policy)) return policy
  const { id: _, ...kept } = policy
  const { permission_groups: groups } = kept
  return Array.isArray(groups) ? { ...kept, permission_groups: groups.map(withoutName) } : kept
}

/** A group is identified by its id. One without an id is not understood, and stays unchanged. */
function withoutName(group: unknown): unknown {
  if (!isObject(group) || typeof group['id'] !== 'string') return group
  const { name: _, ...kept } = group
  return kept
}

/** The stored policy, parsed from its text; `null` for a new policy. */
const sourceOf = ({ source }: EditorPolicy): unknown => (source === null ? null : JSON.parse(source))

/** Whether a policy still has the meaning of the stored one. */
const isUntouched = (policy: EditorPolicy, accountId: string): boolean =>
  policy.source !== null && canonicalPolicy(written(policy, accountId)) === canonicalPolicy(toInput(sourceOf(policy)))

/**
 * A policy for a request. One with the stored meaning is sent exactly as it came. Typed JSON loses only ids and group
 * names, which a create refuses. Invalid JSON becomes an empty policy, which `validatePolicy` rejects before anything
 * is sent.
 */
export const toApi = (policy: EditorPolicy, accountId: string): unknown =>
  isUntouched(policy, accountId) ? toInput(sourceOf(policy)) : written(policy, accountId)

function written(policy: EditorPolicy, accountId: string): unknown {
  if (policy.kind === 'visual') return writeVisual(policy, accountId)
  const read = readPolicyJson(policy.json)
  return read.ok ? toInput(read.value) : { effect: 'allow', permission_groups: [], resources: {} }
}

/** A policy as a request has it. */
export function writeVisual(
  { effect, permissionGroups, resources, source }: VisualPolicy,
  accountId: string,
): WirePolicyInput {
  const stored = readPolicy(source === null ? null : JSON.parse(source)).permission_groups
  // Of several groups with one id, the first counts.
  const known = new Map(stored.toReversed().map((group) => [group.id, group]))
  return {
    effect,
    permission_groups: permissionGroups.map(({ id }) => toWireGroup(known.get(id) ?? { id })),
    resources: toWireResources(resources, accountId),
  }
}

/**
 * A policy as it would be sent, with the names of its groups where the form or the token tells them. For reading: where
 * the permission groups cannot be listed, a name says what an ID does not.
 */
export function withNames(sent: unknown, policy: EditorPolicy): WirePolicy {
  const groups = policy.kind === 'visual' ? policy.permissionGroups : readPolicy(sourceOf(policy)).permission_groups
  const names = new Map(groups.flatMap(({ id, name }) => (typeof name === 'string' ? [[id, name]] : [])))
  const read = readPolicy(sent)
  return {
    ...read,
    permission_groups: read.permission_groups.map((group) => ({ name: names.get(group.id) ?? '', ...group })),
  }
}

/** Keeps the fields of a stored group that the builder does not know. */
function toWireGroup(stored: WirePermissionGroup): WirePolicyInput['permission_groups'][number] {
  const { name: _, ...kept } = stored
  return kept
}
