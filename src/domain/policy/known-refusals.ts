import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import type { Scope } from '#domain/resources/scope.ts'
import { familyForScope, scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import { fromApi, toApi, type EditorPolicy } from './editor-policy.ts'
import { blankResources, type EditorResources } from './editor-resources.ts'
import { isHeld } from './held.ts'
import { readPolicy } from './read-policy.ts'
import { chunks, groupsWithoutPlace, hasWrongPair, scopesOf, splitByKind } from './refused-groups.ts'
import { KEY_WORDS, keyMessage } from './refused-key-words.ts'
import { faultyKeys, type FaultyKeys, type KeyFault } from './refused-keys.ts'
import { GROUPS_MAX } from './validate-policy.ts'
import type { WirePolicyInput } from './wire.ts'

/** Part of a policy that the API is known to refuse, found before it is sent. */
export type KnownRefusal = {
  policyIndex: number
  kind: KeyFault | 'mixed-kinds' | 'wrong-kind' | 'not-selectable' | 'too-many-groups'
  part: 'resources' | 'permissionGroups'
  /** `false`: likely only, so it does not prevent saving. */
  isCertain: boolean
  message: string
  /** The replacement of the policy; `null` when only the user can decide. */
  cure: { label: string; policies: EditorPolicy[] } | null
}

type RefusalContext = {
  accountId: string
  catalogue?: PermissionGroup[] | undefined
  zones?: { id: string; name: string }[] | undefined
}

/** A refusal of one policy in a request, independent of the editor. */
type WireRefusal = Omit<KnownRefusal, 'policyIndex' | 'cure'> & {
  cure: { label: string; policies: WirePolicyInput[]; moved?: EditorPolicy } | null
}

/**
 * Known refusals of new or changed policies. A policy that equals a `stored` one was accepted by the API, and is not
 * checked.
 */
export function knownRefusals(
  policies: EditorPolicy[],
  { stored, ...context }: RefusalContext & { stored: unknown[] },
): KnownRefusal[] {
  return policies.flatMap((policy, policyIndex) => {
    if (isHeld(policy, stored, context.accountId)) return []
    return wireRefusals(readPolicy(toApi(policy, context.accountId)), context).map(({ cure, ...refusal }) => ({
      policyIndex,
      ...refusal,
      cure: cure && {
        label: cure.label,
        policies: [
          ...fromApi(cure.policies, context.accountId).map((cured) => ofSame(policy, cured)),
          ...(cure.moved ? [cure.moved] : []),
        ],
      },
    }))
  })
}

/** A fixed policy keeps its stored source and the known names of its groups. */
function ofSame(policy: EditorPolicy, cured: EditorPolicy): EditorPolicy {
  if (cured.kind === 'advanced' || policy.kind === 'advanced') return { ...cured, source: policy.source }
  const names = new Map(policy.permissionGroups.map(({ id, name }) => [id, name]))
  const permissionGroups = cured.permissionGroups.map((group) => ({
    ...group,
    name: names.get(group.id) ?? group.name,
  }))
  return { ...cured, permissionGroups, source: policy.source }
}

/** Known refusals of one policy, as it would be sent. */
function wireRefusals(policy: WirePolicyInput, context: RefusalContext): WireRefusal[] {
  const { accountId, catalogue = [], zones = [] } = context
  const scopes = [...new Set(catalogue.flatMap((group) => group.scopes))]
  const keys = faultyKeys(policy.resources, { accountId, scopes, zones })
  return [
    ...keys.map((faulty) => keyRefusal(faulty, policy)),
    ...kindRefusals(policy, { catalogue, scopes }),
    ...selectableRefusals(policy, catalogue),
    ...countRefusals(policy),
  ]
}

function keyRefusal(faulty: FaultyKeys, policy: WirePolicyInput): WireRefusal {
  const { fault, cured } = faulty
  const { label, isCertain = true } = KEY_WORDS[fault]
  return {
    kind: fault,
    part: 'resources',
    isCertain,
    message: keyMessage(faulty),
    cure: cured && { label, policies: cured.map((resources) => ({ ...policy, resources })) },
  }
}

type Known = { catalogue: PermissionGroup[]; scopes: string[] }

function kindRefusals(policy: WirePolicyInput, { catalogue, scopes }: Known): WireRefusal[] {
  const kinds = scopesOf(policy.resources, scopes)
  const part = 'permissionGroups' as const
  const homeless = groupsWithoutPlace(policy.permission_groups, kinds, catalogue)
  const wrong: WireRefusal[] =
    homeless.length === 0
      ? []
      : [
          {
            kind: 'wrong-kind',
            part,
            isCertain: true,
            message: `${namesOf(homeless)} ${homeless.length === 1 ? 'doesn’t' : 'don’t'} apply to these resources (${labelsOf(kinds)}).`,
            cure: moveOut(policy, homeless),
          },
        ]
  if (kinds.length < 2) return wrong
  const parts = splitByKind(policy, kinds, { catalogue, scopes })
  const isCertain = hasWrongPair(policy.permission_groups, kinds, catalogue)
  const mixed: WireRefusal = {
    kind: 'mixed-kinds',
    part: 'resources',
    isCertain,
    message: `This policy has ${kinds.length} kinds of resources (${labelsOf(kinds)}). ${
      isCertain ? 'Each permission group must apply to all of them.' : 'Cloudflare may refuse it.'
    }`,
    cure:
      parts.length === 0
        ? null
        : {
            label: parts.length > 1 ? `Split into ${parts.length} policies` : 'Keep only matching resources',
            policies: parts,
          },
  }
  return [mixed, ...wrong]
}

/** Only likely: the catalogue says what the credential may grant, and it may be outdated. */
function selectableRefusals(policy: WirePolicyInput, catalogue: PermissionGroup[]): WireRefusal[] {
  const byId = groupsById(catalogue)
  const named = new Set(policy.permission_groups.flatMap(({ id }) => byId.get(id) ?? []))
  const groups = [...named].filter(({ isSelectable }) => !isSelectable)
  if (groups.length === 0) return []
  const ids = new Set(groups.map(({ id }) => id))
  const staying = policy.permission_groups.filter(({ id }) => !ids.has(id))
  return [
    {
      kind: 'not-selectable',
      part: 'permissionGroups',
      isCertain: false,
      message: `The credential can’t grant ${namesOf(groups)}.`,
      cure:
        staying.length === 0
          ? null
          : {
              label: groups.length === 1 ? 'Remove it' : 'Remove them',
              policies: [{ ...policy, permission_groups: staying }],
            },
    },
  ]
}

/**
 * Moves the groups to a policy of their own, on resources that the user then chooses; `null` when no resources are
 * known to fit.
 */
function moveOut(policy: WirePolicyInput, groups: PermissionGroup[]): WireRefusal['cure'] {
  const [scope] = groups[0]?.scopes ?? []
  const resources = scope === undefined ? null : placeFor(scope)
  const { effect } = policy
  if (!resources || (effect !== 'allow' && effect !== 'deny')) return null
  const moved = groups.filter(({ scopes }) => scopes[0] === scope)
  const ids = new Set(moved.map(({ id }) => id))
  const staying = policy.permission_groups.filter(({ id }) => !ids.has(id))
  return {
    label: moved.length === 1 ? 'Move it to a separate policy' : 'Move them to a separate policy',
    policies: staying.length > 0 ? [{ ...policy, permission_groups: staying }] : [],
    moved: {
      kind: 'visual',
      effect,
      resources,
      permissionGroups: moved.map(({ id, name }) => ({ id, name })),
      source: null,
    },
  }
}

/** The narrow choice if there is one: the user names zones and buckets, instead of granting all. */
function placeFor(scope: Scope): EditorResources | null {
  const family = familyForScope(scope)
  return family && blankResources(family)
}

function countRefusals(policy: WirePolicyInput): WireRefusal[] {
  const groups = [...new Map(policy.permission_groups.map((group) => [group.id, group])).values()]
  if (groups.length <= GROUPS_MAX) return []
  const parts = chunks(groups, GROUPS_MAX)
  return [
    {
      kind: 'too-many-groups',
      part: 'permissionGroups',
      isCertain: true,
      message: `${groups.length} permission groups. Cloudflare accepts at most ${GROUPS_MAX} in one policy.`,
      cure: {
        label: `Split into ${parts.length} policies`,
        policies: parts.map((permission_groups) => ({ ...policy, permission_groups })),
      },
    },
  ]
}

const namesOf = (groups: PermissionGroup[]) => groups.map(({ name }) => name).join(', ')
const labelsOf = (scopes: string[]) => scopes.map(scopeLabel).join(', ')
