import { covers, type Held } from './held.ts'

/** One text for the same access from the same addresses (`from`), however it is spread over policies. */
export function accessText(from: string, held: readonly Held[]): string {
  const onPlaces = held.map(({ groups, places }) => ({ groups, places: placesText(places) }))
  // The texts of places are long and repeat, so groups name them by number.
  const texts = [...new Set(onPlaces.map(({ places }) => places))].sort()
  const numbers = new Map(texts.map((text, index) => [text, index]))
  const grants = onPlaces.flatMap(({ groups, places }) => groups.map(({ id }) => `${id} ${numbers.get(places)}`))
  return [from, ...texts, ...grants.sort()].join('\n\n')
}

function placesText(places: Held['places']): string {
  const wide = places.filter(({ place }) => place.kind === 'all')
  const own = places.filter((at) => !wide.some((one) => one !== at && covers(one, at)))
  const texts = own.map(({ place, state, effect, except }) =>
    [place.key, state, effect, ...except.map(({ key }) => key).sort()].join(' '),
  )
  return texts.sort().join('\n')
}
