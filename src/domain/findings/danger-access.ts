import type { Condition } from '#domain/condition/condition.ts'
import type { ReachGroup } from '#domain/reach/group-reader.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { groupKind } from '#domain/permission-groups/level.ts'
import { count } from '#domain/text/plural.ts'
import { draftOf } from '#domain/token/request-body.ts'
import type { Judging } from './context.ts'
import { draftKeeping } from './drafts.ts'
import { grantsOf, mayChange, type TokenFacts } from './facts.ts'
import { NO_FIX, type Evidence, type Fix, type Seen } from './finding.ts'
import { APP_NEEDS, TOKENS_WRITE, USER_TOKENS_WRITE } from './group-ids.ts'
import { seenIf } from './rule.ts'
import { endAfter } from './days.ts'
import { safeText } from '#domain/token/safe-text.ts'
import { eachOnce, grantsEvidence, grantsWords, joined, namingEvidence } from './words.ts'

const isMinting = ({ id }: { id: string }) => id === TOKENS_WRITE || id === USER_TOKENS_WRITE

export function findMinting(facts: TokenFacts, context: Judging): Seen[] {
  const { accountId } = context
  const { token, isLive, isOwn, isEndless, limit } = facts
  const grants = grantsOf(facts, isMinting)
  if (!isLive || grants.length === 0) return []
  const isFurther = (group: ReachGroup) => !isMinting(group) && !(isOwn && APP_NEEDS.has(group.id))
  const hasMore = grantsOf(facts, isFurther).length > 0
  const noLimit = token.condition.isOdd ? 'an IP limit that can’t be read' : 'no IP limit'
  const faults = [hasMore && 'other access', limit.isAnywhere && noLimit, isEndless && 'no end']
  const words = faults.filter((fault) => fault !== false)
  const rest = draftKeeping(
    token,
    accountId,
    ({ policy, groupId }) => policy.effect === 'deny' || !isMinting({ id: groupId }),
  )
  const expiry: Fix = {
    kind: 'action',
    label: 'Set an expiration in 90 days',
    action: { kind: 'expiry', expiresOn: endAfter(90, token, context) },
  }
  const split: Fix | null = hasMore && rest ? { kind: 'draft', label: 'Remove token creation', draft: rest } : null
  return [
    {
      severity: words.length > 0 ? 'act-now' : 'fix-soon',
      seen: `${grantsWords(facts, grants, accountId)}${words.length > 0 ? `; it has ${joined(words)}` : ''}.`,
      evidence: [...grantsEvidence(facts, grants), ...words.map((value) => ({ field: 'token', value }))],
      fix: split ?? (isEndless ? expiry : limit.isAnywhere ? limitFix(token.condition) : NO_FIX),
    },
  ]
}

/** More ranges beside all addresses would limit nothing, and no dialog changes what can’t be read. */
export function limitFix({ allowed, isOdd }: Condition): Fix {
  if (isOdd) return { kind: 'edit', label: 'Correct the IP limit' }
  return allowed.length > 0
    ? { kind: 'action', label: 'Replace the IP limit', action: { kind: 'ip', mode: 'replace' } }
    : { kind: 'action', label: 'Add an IP limit', action: { kind: 'ip', mode: 'add' } }
}

const changing = new WeakMap<PermissionGroup[], number>()

/** The number of permission groups of a catalogue that may change something. Every token asks, so it is kept. */
function changingIn(catalogue: PermissionGroup[]): number {
  const amount = changing.get(catalogue) ?? catalogue.filter((group) => mayChange({ kind: groupKind(group) })).length
  changing.set(catalogue, amount)
  return amount
}

const MANY = 40
const LEAST = 10

export function findRootLike(facts: TokenFacts, { catalogue }: Judging): Seen[] {
  const wide = facts.held.filter(({ places }) =>
    places.some(({ place }) => place.kind === 'account' || place.kind === 'all'),
  )
  const ids = new Set(wide.flatMap(({ groups }) => groups.filter(mayChange).map(({ id }) => id)))
  const held = ids.size
  const all = catalogue ? changingIn(catalogue) : Infinity
  const isMost = held >= LEAST && held >= all / 2
  return seenIf(facts.isLive && (isMost || held >= MANY), () => ({
    severity: 'act-now',
    seen: `It can change things with ${count(held, 'permission')} on the whole account or all resources of a kind${
      catalogue ? `, of ${all} in the catalogue` : ''
    }.`,
    evidence: eachOnce(namingEvidence(facts, ids).map(withoutGroup)),
    fix: { kind: 'replace', label: 'Replace by narrower tokens' },
  }))
}

function withoutGroup(evidence: Evidence): Evidence {
  const { groupId: _, ...policy } = evidence
  return { ...policy, field: 'policies' }
}

export function findExposed(facts: TokenFacts, context: Judging): Seen[] {
  const { accountId } = context
  const { token, isLive, isEndless } = facts
  if (!isLive || token.condition.allowed.length > 0 || !isEndless) return []
  const grants = grantsOf(facts, mayChange)
  if (grants.length === 0) return []
  const end =
    token.expiresOn === null ? 'it never expires' : `its expiration “${safeText(token.expiresOn)}” can’t be read`
  return [
    {
      severity: 'fix-soon',
      seen: `${grantsWords(facts, grants, accountId)}, ${openWords(token.condition)}, and ${end}.`,
      evidence: [{ field: 'condition' }, { field: 'expiresOn' }],
      fix: {
        kind: 'draft',
        label: 'Set an expiration in 90 days',
        draft: { ...draftOf(token), expiresOn: endAfter(90, token, context) },
      },
    },
  ]
}

function openWords({ exceptions, isOdd }: Condition): string {
  if (isOdd) return 'its IP limit can’t be read'
  return exceptions.length === 0 ? 'from any address' : `from all addresses except ${count(exceptions.length, 'range')}`
}

/** Products that decide about sign-in, money, certificates and other credentials. */
const DOORS =
  /^(?:Account Settings|Billing|Memberships|OAuth Client|Secrets Store|SSO Connector|Zero Trust|(?:Account: )?SSL and Certificates|Access: (?:Apps|Policies|Apps and Policies|Keys|Service Tokens|(?:Organizations, )?Identity Providers(?:, and Groups)?))$/

export const opensDoors = ({ product }: ReachGroup): boolean => DOORS.test(product)
