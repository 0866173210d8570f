import { isObject } from '#domain/token-json/is-object.ts'
import { canonicalPolicy } from './canonical.ts'
import { toEditorResources, toWireResources, type EditorResources } from './editor-resources.ts'
import { readPolicyJson } from './policy-json.ts'
import { isPolicy, readPolicy } from './read-policy.ts'
import type { WirePolicy, WirePolicyInput } from './wire.ts'

/** A permission group as chosen in a policy. The name is the last one known; the id is what counts. */
export type ChosenGroup = { id: string; name: string | null }

export type { EditorResources }

/**
 * A policy the builder has a control for. `source` is the JSON of what was stored, so that an untouched one goes
 * back as it came: as text, because a form's copy of an object may lose keys such as `__proto__`.
 */
export type VisualPolicy = {
  kind: 'visual'
  effect: 'allow' | 'deny'
  resources: EditorResources
  permissionGroups: ChosenGroup[]
  source: string | null
}

/** A policy the builder has no control for, edited as its JSON. */
export type AdvancedPolicy = { kind: 'advanced'; json: string; source: string | null }

export type EditorPolicy = VisualPolicy | AdvancedPolicy

export const blankPolicy = (): VisualPolicy => ({
  kind: 'visual',
  effect: 'allow',
  resources: { family: 'account' },
  permissionGroups: [],
  source: null,
})

/** Stored policies as the editor shows them; what it cannot show whole becomes an advanced one. */
export function fromApi(policies: unknown[], accountId: string): EditorPolicy[] {
  return policies.map((policy) => (isPolicy(policy) ? toVisual(policy, accountId) : null) ?? toAdvanced(policy))
}

function toAdvanced(policy: unknown): AdvancedPolicy {
  return { kind: 'advanced', json: JSON.stringify(toInput(policy), null, 2), source: JSON.stringify(policy) }
}

/** Only a policy that the builder would write back with the same meaning is shown in it. */
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

/** A stored policy as a request takes it: without its id and group names, all else as it came. */
export function toInput(policy: unknown): unknown {
  if (!isObject(policy)) return policy
  const { id: _, ...kept } = policy
  const { permission_groups: groups } = kept
  return Array.isArray(groups) ? { ...kept, permission_groups: groups.map(withoutName) } : kept
}

/** A group is named by its id; one without an id is not understood and stays whole. */
function withoutName(group: unknown): unknown {
  if (!isObject(group) || typeof group['id'] !== 'string') return group
  const { name: _, ...kept } = group
  return kept
}

/** What was stored, read back from its text; `null` for a new policy. */
const sourceOf = ({ source }: EditorPolicy): unknown => (source === null ? null : JSON.parse(source))

/** Whether a policy of the editor still means what is stored, so that nothing about it is new. */
const isUntouched = (policy: EditorPolicy, accountId: string): boolean =>
  policy.source !== null && canonicalPolicy(written(policy, accountId)) === canonicalPolicy(toInput(sourceOf(policy)))

/**
 * The policy as a request takes it. One that still means what was stored goes back
 * exactly as it came. Typed JSON loses ids and group names only, which a create
 * refuses; unreadable JSON becomes an empty policy, which `validatePolicy` refuses
 * before anything is sent.
 */
export const toApi = (policy: EditorPolicy, accountId: string): unknown =>
  isUntouched(policy, accountId) ? toInput(sourceOf(policy)) : written(policy, accountId)

function written(policy: EditorPolicy, accountId: string): unknown {
  if (policy.kind === 'visual') return writeVisual(policy, accountId)
  const read = readPolicyJson(policy.json)
  return read.ok ? toInput(read.value) : { effect: 'allow', permission_groups: [], resources: {} }
}

function writeVisual(
  { effect, permissionGroups, resources, source }: VisualPolicy,
  accountId: string,
): WirePolicyInput {
  const stored: unknown = source === null ? null : JSON.parse(source)
  return {
    effect,
    permission_groups: permissionGroups.map((group) => toWireGroup(group, stored)),
    resources: toWireResources(resources, accountId),
  }
}

/** Fields of a stored group that the builder has no control for stay with it. */
function toWireGroup({ id }: ChosenGroup, source: unknown): WirePolicyInput['permission_groups'][number] {
  const stored = readPolicy(source).permission_groups.find((group) => group.id === id)
  const { name: _, ...kept } = stored ?? { id }
  return kept
}
