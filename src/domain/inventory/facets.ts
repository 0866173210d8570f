import type { Entry, InventoryIndex, Vocabulary } from './entries.ts'
import { NO_CREATOR, STATUS_LABELS, statusValue } from './entry-values.ts'
import type { FacetName } from './facet-names.ts'
import { resourceLabel } from './resource-terms.ts'

const DAY_MS = 86_400_000

/** What the label of a value may depend on. */
type LabelContext = {
  index: InventoryIndex
  /** Names of zones and other resources by ID, where the credential may list them. */
  zoneNames: ReadonlyMap<string, string>
}

/** Values that are the same in every account, with their labels in the order they are shown. */
type FixedFacet = { kind: 'fixed'; labels: Record<string, string>; valuesOf: (entry: Entry, now: number) => string[] }

/** Values that are texts of the tokens. */
type TextFacet = {
  kind: 'text'
  valuesOf: (entry: Entry, now: number) => string[]
  labelOf: (value: string, context: LabelContext) => string
}

/** Values that the tokens hold by number: they have many, and texts would take most of the time to count. */
type TermFacet = {
  kind: 'term'
  vocabularyOf: (index: InventoryIndex) => Vocabulary
  numbersOf: (entry: Entry) => number[]
  labelOf: (value: string, context: LabelContext) => string
  /** Permission groups are found by their aliases as well, and "Denied: " is read out before denied ones. */
  permission?: 'allowed' | 'denied'
}

export type Facet = { label: string } & (FixedFacet | TextFacet | TermFacet)

const groupFacet = (label: string, permission: 'allowed' | 'denied', numbersOf: (entry: Entry) => number[]): Facet => ({
  label,
  kind: 'term',
  permission,
  vocabularyOf: ({ groups }) => groups,
  numbersOf,
  labelOf: (value, { index: { groups } }) => groups.terms[groups.numbers.get(value) ?? -1]?.label ?? value,
})

/**
 * Every filter of the list but the search words: its label, its values, and which of them a token has. The filter
 * panel, the chips, matching and counting all follow from its entry here, and the address parameter from its name.
 */
export const FACET: Record<FacetName, Facet> = {
  status: {
    label: 'Status',
    kind: 'fixed',
    labels: STATUS_LABELS,
    valuesOf: (entry, now) => [statusValue(entry, now)],
  },
  expiry: {
    label: 'Expires',
    kind: 'fixed',
    labels: { expired: 'Expired', '7d': 'Within 7 days', '30d': 'Within 30 days', never: 'Never' },
    valuesOf: ({ expiresAt }, now) => {
      if (expiresAt === Infinity) return ['never']
      if (expiresAt <= now) return ['expired']
      const left = expiresAt - now
      return left <= 7 * DAY_MS ? ['7d', '30d'] : left <= 30 * DAY_MS ? ['30d'] : []
    },
  },
  used: {
    label: 'Last used',
    kind: 'fixed',
    labels: { never: 'Never', '30d': 'Over 30 days ago', '90d': 'Over 90 days ago' },
    valuesOf: ({ usedAt }, now) => {
      if (usedAt === -Infinity) return ['never']
      if (usedAt === -Number.MAX_VALUE) return []
      const ago = now - usedAt
      return ago > 90 * DAY_MS ? ['30d', '90d'] : ago > 30 * DAY_MS ? ['30d'] : []
    },
  },
  effect: {
    label: 'Effect',
    kind: 'fixed',
    labels: { allow: 'Allow', deny: 'Deny', other: 'Other' },
    valuesOf: ({ effects }) => effects,
  },
  group: groupFacet('Permission group', 'allowed', ({ groups }) => groups),
  denied: groupFacet('Denied permission', 'denied', ({ denied }) => denied),
  resource: {
    label: 'Resource',
    kind: 'term',
    vocabularyOf: ({ resources }) => resources,
    numbersOf: ({ resources }) => resources,
    labelOf: (value, { zoneNames }) => resourceLabel(value, zoneNames),
  },
  ip: {
    label: 'IP limit',
    kind: 'fixed',
    labels: {
      any: 'Any IP address',
      limited: 'Specific IPs',
      except: 'All IPs except…',
      odd: 'Unreadable',
    },
    valuesOf: ({ ip }) => [ip],
  },
  creator: {
    label: 'Created by',
    kind: 'text',
    valuesOf: ({ creator }) => [creator],
    labelOf: (value) => (value === NO_CREATOR ? 'Unknown' : value),
  },
}

/** A value in words. */
export function facetValueLabel(facet: FacetName, value: string, context: LabelContext): string {
  const definition = FACET[facet]
  return definition.kind === 'fixed' ? (definition.labels[value] ?? value) : definition.labelOf(value, context)
}
