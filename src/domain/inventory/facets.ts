import type { Entry, InventoryIndex, Vocabulary } from './entries.ts'
import { NO_CREATOR, STATUS_LABELS, statusValue } from './entry-values.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { SEVERITIES, SEVERITY_LABELS, type Severity } from '#domain/findings/finding.ts'
import { LEVEL_LABELS } from '#domain/reach/level-labels.ts'
import { DAY_MS } from '#domain/token/time.ts'
import type { FacetName } from './facet-names.ts'
import { heldReader } from './held-groups.ts'
import type { Judged } from './judged.ts'
import { resourceLabel } from './resource-terms.ts'

/** What the label of a value may depend on. */
type LabelContext = {
  index: InventoryIndex
  /** Names of zones and other resources by ID, where the credential may list them. */
  zoneNames: ReadonlyMap<string, string>
  /** Titles of the rules of findings, once they are loaded. */
  ruleTitles?: ReadonlyMap<string, string> | undefined
}

type ValuesOf = (entry: Entry, now: number, judged: Judged | undefined) => string[]

/** Values that are the same in every account, with their labels in the order they are shown. */
type FixedFacet = { kind: 'fixed'; labels: Record<string, string>; valuesOf: ValuesOf }

/** Values that are texts of the tokens. */
type TextFacet = {
  kind: 'text'
  valuesOf: ValuesOf
  labelOf: (value: string, context: LabelContext) => string
}

type NumbersOf = (index: InventoryIndex, catalogue: PermissionGroup[] | undefined) => (entry: Entry) => number[]

/** Values that the tokens hold by number: they have many, and texts would take most of the time to count. */
type TermFacet = {
  kind: 'term'
  vocabularyOf: (index: InventoryIndex) => Vocabulary
  numbersOf: NumbersOf
  labelOf: (value: string, context: LabelContext) => string
  /** Permission groups are found by their aliases as well, and "Denied: " is read out before denied ones. */
  permission?: 'allowed' | 'denied'
}

export type Facet = { label: string } & (FixedFacet | TextFacet | TermFacet)

const groupFacet = (label: string, permission: 'allowed' | 'denied', numbersOf: NumbersOf): Facet => ({
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
  finding: {
    label: 'Findings',
    kind: 'text',
    valuesOf: (_entry, _now, judged) => (judged ? [judged.worst ?? NO_FINDINGS, ...judged.rules] : []),
    labelOf: (value, { ruleTitles }) =>
      value === NO_FINDINGS
        ? 'None found'
        : isSeverity(value)
          ? `${SEVERITY_LABELS[value]} (worst)`
          : (ruleTitles?.get(value) ?? value),
  },
  level: {
    label: 'Can',
    kind: 'fixed',
    labels: {
      everywhere: LEVEL_LABELS.everywhere,
      change: LEVEL_LABELS.change,
      unknown: LEVEL_LABELS.unknown,
      run: LEVEL_LABELS.run,
      read: LEVEL_LABELS.read,
      // After "Can".
      denied: 'Nothing, all is denied',
      none: 'Nothing',
    },
    valuesOf: (_entry, _now, judged) => (judged ? [judged.level] : []),
  },
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
    labels: {
      day: 'Within 24 hours',
      week: '1 to 7 days ago',
      month: '7 to 30 days ago',
      quarter: '30 to 90 days ago',
      '30d': 'Over 30 days ago',
      '90d': 'Over 90 days ago',
      never: 'Never',
    },
    valuesOf: ({ usedAt }, now) => {
      if (usedAt === -Infinity) return ['never']
      if (usedAt === -Number.MAX_VALUE) return []
      const days = (now - usedAt) / DAY_MS
      if (days <= 30) return [days <= 1 ? 'day' : days <= 7 ? 'week' : 'month']
      return ['30d', days > 90 ? '90d' : 'quarter']
    },
  },
  changed: {
    label: 'Changed',
    kind: 'fixed',
    labels: { '7d': 'Within 7 days' },
    valuesOf: ({ modifiedAt, issuedAt }, now) => (now - Math.max(modifiedAt, issuedAt) <= 7 * DAY_MS ? ['7d'] : []),
  },
  effect: {
    label: 'Effect',
    kind: 'fixed',
    labels: { allow: 'Allow', deny: 'Deny', other: 'Other' },
    valuesOf: ({ effects }) => effects,
  },
  group: groupFacet('Permission group', 'allowed', heldReader),
  denied: groupFacet(
    'Denied permission',
    'denied',
    () =>
      ({ denied }) =>
        denied,
  ),
  resource: {
    label: 'Resource',
    kind: 'term',
    vocabularyOf: ({ resources }) => resources,
    numbersOf:
      () =>
      ({ resources }) =>
        resources,
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

/** Of a token without findings. */
export const NO_FINDINGS = 'none'

const isSeverity = (value: string): value is Severity => (SEVERITIES as readonly string[]).includes(value)

/** A value in words. */
export function facetValueLabel(facet: FacetName, value: string, context: LabelContext): string {
  const definition = FACET[facet]
  return definition.kind === 'fixed' ? (definition.labels[value] ?? value) : definition.labelOf(value, context)
}
