import { toNetwork } from '#domain/condition/ip-ranges.ts'
import { resourceLabel } from '#domain/inventory/resource-terms.ts'
import { parseGroupName } from '#domain/permission-groups/group-name.ts'
import { groupsById } from '#domain/permission-groups/groups-by-id.ts'
import type { LevelKind } from '#domain/permission-groups/group-name.ts'
import { groupKind } from '#domain/permission-groups/level.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { lowerFirst } from '#domain/resources/families.ts'
import { placeOfValue, valueOfPlace } from '#domain/inventory/place-values.ts'
import type { NamedByTokens } from '#domain/reach/named-by-tokens.ts'
import type { Question } from '#domain/reach/question.ts'
import { placesWords } from '#domain/reach/place-words.ts'
import { TOPICS } from '#domain/reach/topics.ts'
import type { Place } from '#domain/policy/place.ts'
import { trimHidden } from '#domain/text/list-words.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import { safeText } from '#domain/token/safe-text.ts'
import type { AccessSearch } from './access-search.ts'

type Can = { value: string; label: string; kinds?: LevelKind[] }

const ANY_LEVEL = 'any'

/** A group that may change things may read them, too (Cloudflare's "Edit" and "Write" include reading). */
const CANS: readonly Can[] = [
  { value: 'change', label: 'change', kinds: ['change'] },
  { value: 'read', label: 'read', kinds: ['read', 'change'] },
  { value: 'run', label: 'run or purge', kinds: ['run', 'revoke'] },
  { value: ANY_LEVEL, label: 'access' },
]

/** What the address asks, as a question and in words. */
export type Asked = {
  question: Question
  can: Can
  /** The levels to choose from, in the words that go with what is asked about. */
  cans: Can[]
  /** The level without one in the address. */
  usualCan: Can
  /** "DNS", "sign-in and members". */
  what: string
  /** The products of a topic. */
  products: readonly string[]
  /** "northwind.example"; `null` for any resource. */
  where: string | null
  /** The address names a resource that is none. */
  isPlaceUnknown: boolean
  /** It names a level that is none. */
  isCanUnknown: boolean
  /** It names a topic, product or permission group that neither the catalogue nor a token has. */
  isWhatUnknown: boolean
}

type Context = {
  accountId: string
  names: ReadonlyMap<string, string>
  catalogue: PermissionGroup[] | undefined
  /** What the tokens name; `undefined` unless all are read. */
  named: NamedByTokens | undefined
}

/** The topic for everything. */
export const ANYTHING = 'any'
const DEFAULT_PRODUCT = 'DNS'
const CHANGE = 'change'
/** A permission group has its level in its name. */
const USE = 'use'
const canOf = (value: string): Can => CANS.find((one) => one.value === value) ?? { value, label: value }

/** A permission group is of one level, so that is asked for. Several of different levels, or unknown ones, are for any. */
function usualCan({ topic, group }: AccessSearch, catalogue: Context['catalogue'], named: Context['named']): Can {
  if (topic !== undefined || !group) return canOf(CHANGE)
  const kinds = group.split(',').flatMap((id): (LevelKind | undefined)[] => {
    if (id === '') return []
    const listed = catalogue && groupsById(catalogue).get(id)
    return [listed ? groupKind(listed) : named?.groups.find((held) => held.id === id)?.kind]
  })
  const levels = new Set(kinds.map((kind) => CANS.find((can) => kind && can.kinds?.includes(kind))?.value))
  const [level] = levels
  return canOf(levels.size === 1 && level !== undefined ? level : ANY_LEVEL)
}

export function askedOf(search: AccessSearch, { accountId, names, catalogue, named }: Context): Asked {
  const usual = usualCan(search, catalogue, named)
  const place = search.on ? placeOfValue(search.on, accountId) : null
  const { what, verbs, ...about } = whatOf(search, catalogue)
  const cans = CANS.map((one) => ({
    ...one,
    label: (about.groupIds ? one === usual && USE : verbs?.[one.value]) || one.label,
  }))
  const asksCan = cans.find(({ value }) => value === search.can)
  const can = asksCan ?? cans.find(({ value }) => value === usual.value) ?? usual
  return {
    question: { ...(can.kinds && { kinds: can.kinds }), ...about, ...(place && { place }) },
    can,
    cans,
    usualCan: usual,
    what: safeText(what),
    products: about.products ?? [],
    // The address may hold anything.
    where: place && safeText(placeLabel(place, accountId, names)),
    isPlaceUnknown: search.on !== undefined && !place,
    isCanUnknown: search.can !== undefined && !asksCan,
    isWhatUnknown: isWhatUnknown(search, catalogue, named),
  }
}

/** `verbs` are by the level. */
type What = Pick<Question, 'products' | 'groupIds'> & { what: string; verbs?: Readonly<Record<string, string>> }

function whatOf({ topic, group, product }: AccessSearch, catalogue: PermissionGroup[] | undefined): What {
  const known = TOPICS.find(({ id }) => id === topic)
  if (known) return { what: known.label, products: known.products, ...(known.verbs && { verbs: known.verbs }) }
  if (topic === ANYTHING) return { what: 'anything' }
  const groupIds = group?.split(',').filter(Boolean) ?? []
  const [first, ...more] = groupIds
  if (first) {
    const name = (catalogue && groupsById(catalogue).get(first)?.name) ?? first
    return { what: more.length > 0 ? `${name} +${more.length}` : name, groupIds }
  }
  return { what: product ?? DEFAULT_PRODUCT, products: [product ?? DEFAULT_PRODUCT] }
}

/** Without the catalogue and all tokens, a product or group may be one of theirs. */
function isWhatUnknown(
  { topic, group, product }: AccessSearch,
  catalogue: Context['catalogue'],
  named: Context['named'],
): boolean {
  if (topic !== undefined) return topic !== ANYTHING && !TOPICS.some(({ id }) => id === topic)
  if (!catalogue || !named) return false
  if (group !== undefined) {
    const held = new Set(named.groups.map(({ id }) => id))
    return group.split(',').some((id) => id !== '' && !held.has(id) && !groupsById(catalogue).has(id))
  }
  if (product === undefined) return false
  const isListed = catalogue.some(({ name }) => parseGroupName(name).product === product)
  return !isListed && !named.groups.some((held) => held.product === product)
}

/** "northwind.example", "all zones", "R2 bucket eu/logs". */
export function placeLabel(place: Place, accountId: string, names: ReadonlyMap<string, string>): string {
  const value = valueOfPlace(place, accountId)
  if (place.kind === 'all' && place.target.kind === 'other')
    return spelledOut(placesWords([{ place, except: [] }], accountId))
  if (value === null) return place.target.kind === 'other' ? spelledOut(place.target.key) : place.key
  const label = spelledOut(resourceLabel(value, names))
  return value.startsWith('account') || value.startsWith('all-') ? lowerFirst(label) : label
}

/** "change DNS on northwind.example": what follows "can". */
export const askedWords = ({ can, what, where }: Asked): string =>
  `${can.label} ${what}${where === null ? '' : ` on ${where}`}`

/** Search params that replace what the question is about. */
export const ABOUT_NOTHING = { product: undefined, group: undefined, topic: undefined, token: undefined }

/** The address of a caller; `null` for a text that is none, such as a range. */
export function callerOf(text: string): string | null {
  const address = trimHidden(text)
  const network = toNetwork(address)
  return network && network.bits === (network.address.kind() === 'ipv4' ? 32 : 128) ? address : null
}
