import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { parseResource } from './resource-keys.ts'
import { readPolicy } from './read-policy.ts'
import type { WirePolicy } from './wire.ts'

export type SentenceTarget =
  | { kind: 'account' }
  | { kind: 'other-account'; accountId: string }
  | { kind: 'all-zones' }
  | { kind: 'zones'; zones: { id: string; name: string | null }[] }
  | { kind: 'all-buckets' }
  | { kind: 'buckets'; buckets: { jurisdiction: string; name: string }[] }
  | { kind: 'other'; entries: { key: string; value: string }[] }

/** A policy in the parts of a sentence, for a page to set in type. */
export type PolicySentence = {
  effect: string
  groups: { id: string; name: string; isKnown: boolean }[]
  targets: SentenceTarget[]
}

type SentenceContext = {
  accountId: string
  zoneNames?: Map<string, string>
  /** The catalogue's names win over the stored ones, which may be old or missing. */
  catalogue?: PermissionGroup[] | undefined
}

export function describePolicy(wire: unknown, context: SentenceContext): PolicySentence {
  const policy = readPolicy(wire)
  const known = context.catalogue && groupsById(context.catalogue)
  return {
    effect: policy.effect,
    groups: policy.permission_groups.map((group) => {
      const name = known?.get(group.id)?.name ?? storedName(group)
      return { id: group.id, name: name || group.id, isKnown: Boolean(name) }
    }),
    targets: describeResources(policy.resources, context),
  }
}

/** A group's name comes from outside: anything but text is no name. */
const storedName = (group: object) => ('name' in group && typeof group.name === 'string' ? group.name : undefined)

function describeResources(resources: WirePolicy['resources'], { accountId, zoneNames }: SentenceContext) {
  const zones: { id: string; name: string | null }[] = []
  const buckets: { jurisdiction: string; name: string }[] = []
  const entries: { key: string; value: string }[] = []
  const whole: SentenceTarget[] = []
  const otherAccounts = new Set<string>()

  for (const target of Object.entries(resources).flatMap(([key, value]) => parseResource(key, value))) {
    if (target.kind === 'zone') zones.push({ id: target.zoneId, name: zoneNames?.get(target.zoneId) ?? null })
    else if (target.kind === 'other') entries.push({ key: target.key, value: valueText(target.value) })
    else if (target.accountId !== accountId) otherAccounts.add(target.accountId)
    else if (target.kind === 'bucket') buckets.push({ jurisdiction: target.jurisdiction, name: target.name })
    else whole.push({ kind: target.kind })
  }

  return [
    ...whole,
    ...[...otherAccounts].map((accountId) => ({ kind: 'other-account' as const, accountId })),
    ...(zones.length > 0 ? [{ kind: 'zones' as const, zones }] : []),
    ...(buckets.length > 0 ? [{ kind: 'buckets' as const, buckets }] : []),
    ...(entries.length > 0 ? [{ kind: 'other' as const, entries }] : []),
  ]
}

const valueText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** "Allow DNS Write, Zone Read on 2 zones: example.com, example.org". */
export function sentenceText({ effect, groups, targets }: PolicySentence): string {
  const verb = effect === 'allow' ? 'Allow' : effect === 'deny' ? 'Deny' : effect
  const what = groups.map(({ name }) => name).join(', ') || 'no permissions'
  const where = targets.map(targetText).join(' and ') || 'nothing'
  return `${verb} ${what} on ${where}`
}

function targetText(target: SentenceTarget): string {
  switch (target.kind) {
    case 'account':
      return 'this account'
    case 'other-account':
      return `another account ${target.accountId}`
    case 'all-zones':
      return 'all zones'
    case 'all-buckets':
      return 'all R2 buckets'
    case 'zones':
      return `${count(target.zones.length, 'zone')}: ${target.zones.map(({ id, name }) => name ?? id).join(', ')}`
    case 'buckets':
      return `${count(target.buckets.length, 'R2 bucket')}: ${target.buckets.map(bucketText).join(', ')}`
    case 'other':
      return `${count(target.entries.length, 'other resource')}: ${target.entries.map(({ key }) => key).join(', ')}`
  }
}

const bucketText = ({ jurisdiction, name }: { jurisdiction: string; name: string }) =>
  jurisdiction === 'default' ? name : `${name} (${jurisdiction})`

const count = (amount: number, noun: string) => `${amount} ${noun}${amount === 1 ? '' : 's'}`
