import type { Place } from '#domain/policy/place.ts'
import { chosenFamilies, familyRank, scopeNoun, wholeFamilies } from '#domain/resources/families.ts'
import { count, plural } from '#domain/text/plural.ts'

type Part = { place: Place; except: readonly Place[] }

/**
 * "this account and all zones except 1 zone", "2 zones, 1 R2 bucket of another account". Single resources are counted
 * only where there is nothing wider.
 */
export function placesWords(parts: readonly Part[], accountId: string): string {
  const wide = parts.filter(({ place: { kind } }) => kind === 'account' || kind === 'all')
  if (wide.length > 0) return [...new Set(wide.map((part) => wideWords(part, accountId)))].join(' and ')
  const places = [...new Map(parts.map(({ place }) => [place.key, place])).values()]
  const counted = new Map<string, { noun: string; elsewhere: string; rank: number; amount: number }>()
  for (const place of places.filter(({ kind }) => kind === 'one')) {
    const elsewhere = elsewhereOf(place, accountId)
    const { noun, rank } = kindOf(place)
    const known = counted.get(noun + elsewhere) ?? { noun, elsewhere, rank, amount: 0 }
    counted.set(noun + elsewhere, { ...known, amount: known.amount + 1 })
  }
  const others = places.filter(({ kind }) => kind === 'unknown').length
  return [
    ...[...counted.values()]
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ noun, elsewhere, amount }) => count(amount, noun) + elsewhere),
    ...(others > 0 ? [count(others, 'other resource')] : []),
  ].join(', ')
}

function wideWords({ place, except }: Part, accountId: string): string {
  const elsewhere = elsewhereOf(place, accountId)
  if (place.kind === 'account') return elsewhere ? 'another account' : 'this account'
  const { noun } = kindOf(place)
  const words = wholeFamilies.find(({ scope }) => scope === place.scope)?.words ?? `all ${plural(noun)}`
  return words + elsewhere + (except.length > 0 ? ` except ${count(except.length, noun)}` : '')
}

const elsewhereOf = (place: Place, accountId: string) =>
  place.accountId === null || place.accountId === accountId ? '' : ' of another account'

function kindOf({ scope, target }: Place): { noun: string; rank: number } {
  const noun = chosenFamilies.find((family) => family.scope === scope)?.noun ?? scopeNoun(scope ?? '')
  return { noun, rank: target.kind === 'other' ? Infinity : familyRank(target.family) }
}
