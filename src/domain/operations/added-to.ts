import { toApi, type VisualPolicy } from '#domain/policy/editor-policy.ts'
import { placeOf } from '#domain/policy/place.ts'
import { isPolicy } from '#domain/policy/read-policy.ts'
import { parseResources } from '#domain/policy/resource-keys.ts'
import type { WirePolicy, WireResources } from '#domain/policy/wire.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { draftOf, type TokenDraft } from '#domain/token/request-body.ts'
import { askedPlace } from './asked-place.ts'
import { canCall } from './can-call.ts'
import type { Need, NeedOption } from './need.ts'
import { lacksResources, setPolicies } from './set-policies.ts'
import { smallestSet, type SmallestSet } from './smallest-set.ts'

/** What a token has to be given for some requests. Needs are told by their place in the list from 0. */
export type Addition = SmallestSet & {
  /** What the policies of the token allow already. */
  held: number[]
  /** What its own denies take away, whatever it is given. */
  denied: number[]
  /** The token with all that is added but `toChoose`. */
  draft: TokenDraft
  /** Policies whose resources no request names by ID: the user has to choose them before they can be saved. */
  toChoose: VisualPolicy[]
}

/**
 * Finds the least that has to be added to a token, by what it reaches as written: a Write that it has serves a request
 * that could do with Read. A policy on the same resources takes what is added; else there is a new one.
 */
export function addedTo(reach: TokenReach, needs: readonly Need[], accountId: string): Addition {
  const isHeld = (need: Need) => canCall(reach, need, { accountId, moment: null }).can === 'yes'
  const held = indexesOf(needs, isHeld)
  const isDenied = deniedIn(reach, accountId)
  const open = needs.map((need) => ({ ...need, options: need.options.filter((option) => !isDenied(option)) }))
  const { grants, isExact } = smallestSet(open, { met: new Set(held) })
  const given = grants.map((grant) => {
    const { group, scope } = grant
    const ids = grant.ids.filter((id) => !isDenied({ group, on: { scope, id } }))
    return ids.length > 0 || grant.idsFrom === 'account'
      ? { ...grant, ids }
      : { ...grant, ids, idsFrom: 'unnamed' as const }
  })
  const policies = setPolicies(given)
  const draft = draftOf(reach.token)
  return {
    grants: given,
    isExact,
    held,
    denied: indexesOf(needs, (need, index) => need.options.length > 0 && open[index]?.options.length === 0),
    draft: {
      ...draft,
      policies: withPolicies(
        draft.policies,
        policies.filter((one) => !lacksResources(one)),
        accountId,
      ),
    },
    toChoose: policies.filter(lacksResources),
  }
}

const indexesOf = (needs: readonly Need[], is: (need: Need, index: number) => boolean): number[] =>
  needs.flatMap((need, index) => (is(need, index) ? [index] : []))

/** Whether a deny of the token takes an option away: on the same place, or on all of its kind. */
function deniedIn({ parts }: TokenReach, accountId: string): (option: NeedOption) => boolean {
  const denied = new Map<string, Set<string>>()
  for (const { groups, denies } of parts) {
    const keys = new Set(denies.map(({ key }) => key))
    if (keys.size > 0) for (const { id } of groups) denied.set(id, keys)
  }
  return ({ group, on }) => {
    const keys = denied.get(group.id)
    const asked = keys && askedPlace(on, accountId)
    if (!asked) return false
    return keys.has(asked.place.key) || (asked.place.inside !== null && keys.has(asked.place.inside))
  }
}

function withPolicies(stored: readonly unknown[], added: readonly VisualPolicy[], accountId: string): unknown[] {
  const policies = [...stored]
  for (const policy of added) {
    // A policy of the builder is written in the documented form.
    const wire = toApi(policy, accountId) as WirePolicy
    const wanted = placesText(wire.resources, accountId)
    const at = policies.findIndex((one) => isPlainAllow(one) && placesText(one.resources, accountId) === wanted)
    const same = policies[at]
    if (isPlainAllow(same)) policies[at] = withGroups(same, wire.permission_groups)
    else policies.push(wire)
  }
  return policies
}

const KNOWN = new Set(['effect', 'permission_groups', 'resources'])

/** One with unknown fields may mean something else. */
const isPlainAllow = (policy: unknown): policy is WirePolicy =>
  isPolicy(policy) && policy.effect === 'allow' && Object.keys(policy).every((key) => KNOWN.has(key))

function withGroups(policy: WirePolicy, groups: WirePolicy['permission_groups']): WirePolicy {
  const known = new Set(policy.permission_groups.map(({ id }) => id))
  return { ...policy, permission_groups: [...policy.permission_groups, ...groups.filter(({ id }) => !known.has(id))] }
}

const placesText = (resources: WireResources, accountId: string): string =>
  parseResources(resources)
    .map((target) => placeOf(target, accountId).key)
    .toSorted()
    .join('\n')
