import type { Place } from '#domain/policy/place.ts'
import type { ReachGroup } from './group-reader.ts'
import type { TokenReach } from './token-reach.ts'

/** All permission groups and places that the policies of an account name, each once. */
export type NamedByTokens = { groups: ReachGroup[]; places: Place[] }

/** So many tokens are read in one go. */
const SLICE = 50

/** In slices: each step of the generator is one, so that the page can react between them. */
export function* namedByTokens(tokens: readonly TokenReach[]): Generator<number, NamedByTokens, void> {
  // Groups and places are the same objects in all tokens of one reader.
  const groups = new Set<ReachGroup>()
  const places = new Set<Place>()
  for (const [index, { parts, statements }] of tokens.entries()) {
    if (index % SLICE === SLICE - 1) yield index
    for (const part of parts) for (const group of part.groups) groups.add(group)
    for (const statement of statements) for (const place of statement.places) places.add(place)
  }
  return { groups: [...groups], places: [...places] }
}
