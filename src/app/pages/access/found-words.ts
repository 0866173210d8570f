import { count } from '#domain/text/plural.ts'
import { parseGroupName } from '#domain/permission-groups/group-name.ts'
import { placeLevel, strongest, type AccessLevel } from '#domain/reach/access-level.ts'
import type { Answer, Found } from '#domain/reach/question.ts'
import { chosenFamilies, scopeNoun, upperFirst } from '#domain/resources/families.ts'
import type { Place } from '#domain/policy/place.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import { placeLabel } from './asked.ts'

type Context = { accountId: string; names: ReadonlyMap<string, string> }

/** What decides where a token is listed. */
export const decisive = ({ top, found }: Answer): Found[] => found.filter(({ relation }) => relation === top)

/** The strongest permission that was found: its mark, its name in two parts, and how many more there are. */
export function canWords(found: readonly Found[]): {
  level: AccessLevel
  product: string
  suffix: string
  more: number
} {
  const names = new Map<string, { name: string; levels: AccessLevel[] }>()
  for (const { groups, ...held } of found)
    for (const group of groups) {
      const known = names.get(group.id) ?? { name: group.name ?? group.id, levels: [] }
      names.set(group.id, known)
      known.levels.push(placeLevel(group, held))
    }
  const level = strongest([...names.values()].flatMap(({ levels }) => levels))
  const first = [...names.values()].find(({ levels }) => levels.includes(level))
  const { product, level: suffix } = parseGroupName(spelledOut(first?.name ?? 'Unreadable policy'))
  return { level, product, suffix, more: Math.max(0, names.size - 1) }
}

type Through = Pick<Found, 'place' | 'except'>

const eachPlace = (found: readonly Through[]): Through[] => [
  ...new Map(found.map(({ place, except }) => [place.key, { place, except }])).values(),
]

/** The same as `throughWords` with every resource by its name: "one.example; two.example; three.example". */
export const throughNames = (found: readonly Through[], { accountId, names }: Context): string =>
  eachPlace(found)
    .map(({ place, except }) => {
      const label = placeLabel(place, accountId, names)
      const others = except.map((one) => placeLabel(one, accountId, names)).join(', ')
      return (
        (place.kind === 'one' || place.kind === 'unknown' ? label : upperFirst(label)) + (others && ` except ${others}`)
      )
    })
    .join('; ')

/** Where a token has it: "northwind.example", "All zones except shop.example", "3 zones". */
export function throughWords(found: readonly Through[], context: Context): string {
  const places = eachPlace(found)
  const wide = places.filter(({ place }) => place.kind !== 'one')
  const single = places.filter(({ place }) => place.kind === 'one')
  const words = [
    ...wide.map(
      ({ place, except }) => placeLabel(place, context.accountId, context.names) + exceptWords(except, context),
    ),
    ...(single.length > FEW
      ? countsOf(single.map(({ place }) => place))
      : single.map(({ place }) => placeLabel(place, context.accountId, context.names))),
  ]
  const text = words.slice(0, MOST).join(', ') + (words.length > MOST ? ` and ${words.length - MOST} more` : '')
  // Names stay as they are.
  return wide[0] && wide[0].place.kind !== 'unknown' ? upperFirst(text) : text
}

const FEW = 2
const MOST = 4

function exceptWords(except: readonly Place[], { accountId, names }: Context): string {
  const [only, ...others] = except
  if (!only) return ''
  return ` except ${others.length > 0 ? countsOf(except).join(', ') : placeLabel(only, accountId, names)}`
}

function countsOf(places: readonly Place[]): string[] {
  const amounts = new Map<string, number>()
  for (const { scope } of places) {
    const noun = chosenFamilies.find((family) => family.scope === scope)?.noun ?? scopeNoun(scope ?? '')
    amounts.set(noun, (amounts.get(noun) ?? 0) + 1)
  }
  return Array.from(amounts, ([noun, amount]) => count(amount, noun))
}
