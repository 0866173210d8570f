import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { count } from '#domain/text/plural.ts'
import { familyOf, familyRank, type ChosenFamily, type WholeFamily } from '#domain/resources/families.ts'
import { readPolicy } from './read-policy.ts'
import { parseResources } from './resource-keys.ts'
import { storedName } from './stored-name.ts'
import type { WirePolicy } from './wire.ts'

/** `accountId` is set for an account other than the token's own. */
type Whole = { kind: 'whole'; family: WholeFamily; accountId: string | null }
type Chosen = {
  kind: 'chosen'
  family: ChosenFamily
  accountId: string | null
  items: { id: string; name: string | null }[]
}
export type SentenceTarget = Whole | Chosen | { kind: 'other'; entries: { key: string; value: string }[] }

/** A policy as the parts of a sentence, for the page to format. */
export type PolicySentence = {
  effect: string
  groups: { id: string; name: string; isKnown: boolean }[]
  targets: SentenceTarget[]
}

type SentenceContext = {
  accountId: string
  /** Names of zones, and of other resources that the API lists, by id. */
  zoneNames?: ReadonlyMap<string, string>
  /** The catalogue's names take precedence: the stored ones may be old or missing. */
  catalogue?: PermissionGroup[] | undefined
}

export function describePolicy(wire: unknown, context: SentenceContext): PolicySentence {
  const policy = readPolicy(wire)
  const known = context.catalogue && groupsById(context.catalogue)
  return {
    effect: policy.effect,
    groups: policy.permission_groups.map((group) => {
      const name = known?.get(group.id)?.name ?? storedName(group)
      return { id: group.id, name: name ?? group.id, isKnown: name !== null }
    }),
    targets: describeResources(policy.resources, context),
  }
}

function describeResources(resources: WirePolicy['resources'], context: SentenceContext): SentenceTarget[] {
  const { zoneNames: names } = context
  const foreign = (accountId: string | null) => (accountId === context.accountId ? null : accountId)
  const whole: Whole[] = []
  const chosen = new Map<string, Chosen>()
  const entries: { key: string; value: string }[] = []

  for (const target of parseResources(resources)) {
    if (target.kind === 'other') entries.push({ key: target.key, value: valueText(target.value) })
    else if (target.kind === 'whole') {
      whole.push({ kind: 'whole', family: familyOf(target.family), accountId: foreign(target.accountId) })
    } else {
      const accountId = foreign(target.accountId)
      const key = `${accountId} ${target.family}`
      const family = familyOf(target.family)
      const together = chosen.get(key) ?? { kind: 'chosen', family, accountId, items: [] }
      chosen.set(key, together)
      together.items.push({ id: target.id, name: names?.get(target.id) ?? itemName(family, target.id) })
    }
  }
  return [
    ...inOrder(whole),
    ...inOrder([...chosen.values()]),
    ...(entries.length > 0 ? [{ kind: 'other' as const, entries }] : []),
  ]
}

/** The token's own account first, then by the order of families. */
const inOrder = <Target extends Whole | Chosen>(targets: Target[]): Target[] =>
  targets.toSorted(
    (a, b) =>
      Number(a.accountId !== null) - Number(b.accountId !== null) || familyRank(a.family.id) - familyRank(b.family.id),
  )

/** What an id tells without a list: a bucket's id is its name. */
function itemName({ isOwnedInKey }: ChosenFamily, id: string): string | null {
  if (!isOwnedInKey) return null
  const [jurisdiction, name = ''] = id.split('/')
  return jurisdiction === 'default' ? name : `${name} (${jurisdiction})`
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
  if (target.kind === 'other') return `${targetWords(target)}: ${target.entries.map(entryText).join(', ')}`
  const where = target.accountId ? `${targetWords(target)} ${target.accountId}` : targetWords(target)
  return target.kind === 'whole' ? where : `${where}: ${target.items.map(({ id, name }) => name ?? id).join(', ')}`
}

/** A key, with its value where that says more than "all of it": a kind that is not known may be nested there. */
export const entryText = ({ key, value }: { key: string; value: string }): string =>
  value === '*' ? key : `${key} → ${value}`

/** "all zones", "2 Workers", "1 zone of another account"; the caller adds that account's id. */
export function targetWords(target: SentenceTarget): string {
  if (target.kind === 'other') return count(target.entries.length, 'other resource')
  if (target.kind === 'whole' && target.family.reach === 'account')
    return target.accountId ? 'another account' : target.family.words
  const words = target.kind === 'whole' ? target.family.words : count(target.items.length, target.family.noun)
  return target.accountId ? `${words} of another account` : words
}
