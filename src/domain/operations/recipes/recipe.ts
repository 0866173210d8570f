import type { ListedTemplate } from '#domain/operations/templates/listed-template.ts'

/** A call that a tool makes: an operation of the map. */
export type RecipeCall = { method: string; path: string; why: string }

/** What is known of a tool beside its template, by whose ID it is kept. */
export type RecipeDetails = {
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

/**
 * What a common tool needs. The groups of its template are the smallest set for its calls by the shipped map, and
 * `extraGroups`; a test holds that, so that nothing has to load the map for them.
 */
export type Recipe = ListedTemplate & RecipeDetails
