import type { Template } from '#domain/policy/template.ts'

/** What templates are listed under, in this order. */
export const TOPICS = {
  dns: 'DNS',
  certificates: 'Certificates',
  workers: 'Workers and Pages',
  traffic: 'Traffic, cache and logs',
  storage: 'R2 storage',
  account: 'Whole account',
} as const

export type Topic = keyof typeof TOPICS

/** A template of the gallery. Those that are recipes know which calls they are for. */
export type ListedTemplate = Template & { topic: Topic }

/** A call that a tool makes: an operation of the map. */
export type RecipeCall = { method: string; path: string; why: string }

/**
 * What a common tool needs. Its policies are the smallest set for its calls by the shipped map, and `extraGroups`; a
 * test holds that, so that the editor need not load the map.
 */
export type Recipe = ListedTemplate & {
  calls: readonly RecipeCall[]
  /** Names of permission groups for what no operation of the map says: R2 through S3, part of what an operation reads. */
  extraGroups?: readonly string[]
  /** What to know beside the groups. */
  note: string | null
  /** The tool’s own documentation, or its source code. */
  source: { name: string; url: string }
  /** The day of that text where it tells one, and otherwise the day on which it was read. */
  date: string
}
