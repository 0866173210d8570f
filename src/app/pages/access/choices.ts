import { parseGroupName } from '#domain/permission-groups/group-name.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import type { Place } from '#domain/policy/place.ts'
import { WORKER_SCOPE } from '#domain/resources/scope.ts'
import { upperFirst } from '#domain/resources/families.ts'
import { valueOfPlace } from '#domain/reach/asked-place.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { TOPICS } from '#domain/reach/topics.ts'
import { safeText } from '#domain/token/safe-text.ts'
import { nameInText } from '#domain/token/name.ts'
import { deriveStatus } from '#domain/token/status.ts'
import { placeLabel } from './asked.ts'
import type { Choices } from './choice-menu.tsx'

/** Products and permission groups, of the catalogue and of the tokens. A choice's ID starts with its search param. */
export function whatChoices(reach: TokenReach[], catalogue: PermissionGroup[] | undefined): Choices[] {
  const products = new Set(catalogue?.map(({ name }) => parseGroupName(name).product))
  const groups = new Map(catalogue?.map(({ id, name, scopes }) => [id, { name, scopes }]))
  for (const { parts } of reach)
    for (const part of parts)
      for (const { id, name, product } of part.groups) {
        if (groups.has(id)) continue
        groups.set(id, { name: name ?? id, scopes: [] })
        if (name !== null) products.add(product)
      }
  return [
    {
      heading: 'Topics',
      items: [{ id: 'any', label: 'anything' }, ...TOPICS].map(({ id, label }) => ({
        id: `topic:${id}`,
        label: upperFirst(label),
      })),
    },
    {
      heading: 'Products',
      items: [...products].toSorted(byText).map((product) => ({ id: `product:${product}`, label: safeText(product) })),
    },
    {
      heading: 'Permission groups',
      items: Array.from(groups, ([id, { name, scopes }]) => ({
        id: `group:${id}`,
        label: safeText(name),
        detail: scopes.map(scopeLabel).join(', '),
        onlyWhenTyped: true,
      })),
    },
  ]
}

const WIDE = new Map([
  ['account', 'This account'],
  ['all-zones', 'All zones'],
  ['all-buckets', 'All R2 buckets'],
  ['all-workers', 'All Workers'],
])

type Listed = { zones: Named[]; buckets: string[]; workers: Named[] }
type Named = { id: string; name: string }

/** Resources by name, those that the API lists and others that tokens name. A choice's ID is the value of `on`. */
export function placeChoices({ zones, buckets, workers }: Listed, accountId: string, reach: TokenReach[]): Choices[] {
  const names = new Map([...zones, ...workers].map(({ id, name }) => [id, name]))
  const listed = [
    { heading: 'Zones', items: named('zone', zones) },
    {
      heading: 'R2 buckets',
      items: buckets.map((id) => ({ id: `bucket:${id}`, label: safeText(id.replace(/^default\//, '')) })),
    },
    { heading: 'Workers', items: named('worker', workers) },
  ]
  const known = new Set([...WIDE.keys(), ...listed.flatMap(({ items }) => items.map(({ id }) => id))])
  const others = Array.from(placesOf(reach), (place) => ({ id: valueOfPlace(place, accountId), place }))
  return [
    {
      heading: 'All of a kind',
      items: [{ id: '', label: 'Any resource' }, ...Array.from(WIDE, ([id, label]) => ({ id, label }))],
    },
    ...listed,
    {
      heading: 'Only named by tokens',
      items: others
        .flatMap(({ id, place }) =>
          id === null || known.has(id) ? [] : [{ id, label: placeLabel(place, accountId, names) }],
        )
        .toSorted(byLabel),
    },
  ]
}

const named = (term: string, listed: Named[]) =>
  listed.map(({ id, name }) => ({ id: `${term}:${id}`, label: safeText(name) })).toSorted(byLabel)

export function tokenChoices(reach: TokenReach[], now: number): Choices[] {
  return [
    {
      heading: 'Tokens',
      items: reach
        .map(({ token }) => ({
          id: token.id,
          label: safeText(nameInText(token)),
          detail: deriveStatus(token, now).label,
        }))
        .toSorted(byLabel),
    },
  ]
}

/** Every place that a policy names, once. */
const placesOf = (reach: TokenReach[]): ReadonlySet<Place> => {
  const places = new Set<Place>()
  for (const { statements } of reach)
    for (const statement of statements) for (const one of statement.places) places.add(one)
  return places
}

const byText = (a: string, b: string) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)
const byLabel = (a: { label: string }, b: { label: string }) => byText(a.label, b.label)

/** Whether a policy names a single Worker; their names are requested for nothing else. */
export const namesWorkers = (reach: TokenReach[]): boolean =>
  [...placesOf(reach)].some(({ kind, scope }) => kind === 'one' && scope === WORKER_SCOPE)
