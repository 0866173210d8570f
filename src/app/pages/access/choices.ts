import { parseGroupName } from '#domain/permission-groups/group-name.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { scopeLabel } from '#domain/permission-groups/scope-fit.ts'
import { upperFirst } from '#domain/resources/families.ts'
import { WORKER_SCOPE } from '#domain/resources/scope.ts'
import { valueOfPlace } from '#domain/inventory/place-values.ts'
import type { NamedByTokens } from '#domain/reach/named-by-tokens.ts'
import type { TokenReach } from '#domain/reach/token-reach.ts'
import { TOPICS } from '#domain/reach/topics.ts'
import { deriveStatus } from '#domain/token/status.ts'
import { ANYTHING, placeLabel } from './asked.ts'
import type { Choices } from './choice-menu.tsx'

/** Products and permission groups, of the catalogue and of the tokens. A choice's ID starts with its search param. */
export function whatChoices({ groups: held }: NamedByTokens, catalogue: PermissionGroup[] | undefined): Choices[] {
  const products = new Set(catalogue?.map(({ name }) => parseGroupName(name).product))
  const groups = new Map(catalogue?.map(({ id, name, scopes }) => [id, { name, scopes }]))
  for (const { id, name, product } of held) {
    if (groups.has(id)) continue
    groups.set(id, { name: name ?? id, scopes: [] })
    if (name !== null) products.add(product)
  }
  return [
    {
      heading: 'Topics',
      items: [{ id: ANYTHING, label: 'anything' }, ...TOPICS].map(({ id, label }) => ({
        id: `topic:${id}`,
        label: upperFirst(label),
      })),
    },
    {
      heading: 'Products',
      items: Array.from(products, (product) => ({ id: `product:${product}`, label: product })).toSorted(byLabel),
    },
    {
      heading: 'Permission groups',
      items: Array.from(groups, ([id, { name, scopes }]) => ({
        id: `group:${id}`,
        label: name,
        detailOf: () => scopes.map(scopeLabel).join(', '),
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
export function placeChoices(listed: Listed, accountId: string, { places }: NamedByTokens): Choices[] {
  const { zones, buckets, workers } = listed
  const names = new Map([...zones, ...workers].map(({ id, name }) => [id, name]))
  const byKind = [
    { heading: 'Zones', items: named('zone', zones) },
    {
      heading: 'R2 buckets',
      items: buckets.map((id) => ({ id: `bucket:${id}`, label: id.replace(/^default\//, '') })),
    },
    { heading: 'Workers', items: named('worker', workers) },
  ]
  const known = new Set([...WIDE.keys(), ...byKind.flatMap(({ items }) => items.map(({ id }) => id))])
  return [
    {
      heading: 'All of a kind',
      items: [{ id: '', label: 'Any resource' }, ...Array.from(WIDE, ([id, label]) => ({ id, label }))],
    },
    ...byKind,
    {
      heading: 'Only named by tokens',
      items: places.flatMap((place) => {
        const id = valueOfPlace(place, accountId)
        return id === null || known.has(id) ? [] : [{ id, label: placeLabel(place, accountId, names) }]
      }),
    },
  ]
}

const named = (term: string, listed: Named[]) =>
  listed.map(({ id, name }) => ({ id: `${term}:${id}`, label: name })).toSorted(byLabel)

/** Tokens in the order of the account. `now` in ms since 1970. */
export const tokenChoices = (reach: TokenReach[], now: number): Choices[] => [
  {
    heading: 'Tokens',
    items: reach.map(({ token }) => ({
      id: token.id,
      label: token.name.trim() || token.id,
      detailOf: () => deriveStatus(token, now).label,
    })),
  },
]

const byLabel = (a: { label: string }, b: { label: string }) => (a.label.toLowerCase() < b.label.toLowerCase() ? -1 : 1)

/** Whether a policy names a single Worker; their names are requested for nothing else. */
export const namesWorkers = ({ places }: NamedByTokens): boolean =>
  places.some(({ kind, scope }) => kind === 'one' && scope === WORKER_SCOPE)
