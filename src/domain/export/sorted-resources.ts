import type { WireResources } from '#domain/policy/wire.ts'

/** A policy's resources in the order of their keys, nested ones too. */
export const sortedResources = (resources: WireResources): [string, string | [string, string][]][] =>
  byKey(Object.entries(resources)).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : byKey(Object.entries(value)),
  ])

const byKey = <Value>(entries: [string, Value][]) => entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
