import { ACCOUNT_DETAILS } from './recipes/account.ts'
import { CERTIFICATE_DETAILS } from './recipes/certificates.ts'
import { DNS_DETAILS } from './recipes/dns.ts'
import type { Recipe, RecipeCall, RecipeDetails } from './recipes/recipe.ts'
import { STORAGE_DETAILS } from './recipes/storage.ts'
import { TRAFFIC_DETAILS } from './recipes/traffic.ts'
import { WORKERS_DETAILS } from './recipes/workers.ts'
import { groupNames } from './templates/policies.ts'
import { TEMPLATES } from './templates.ts'

/** By the IDs of the templates. */
export const RECIPE_DETAILS: ReadonlyMap<string, RecipeDetails> = new Map(
  [DNS_DETAILS, CERTIFICATE_DETAILS, WORKERS_DETAILS, TRAFFIC_DETAILS, STORAGE_DETAILS, ACCOUNT_DETAILS].flatMap(
    (details) => Object.entries(details),
  ),
)

/** The templates that are for a tool, in their order. */
export const RECIPES: readonly Recipe[] = TEMPLATES.flatMap((template) => {
  const details = RECIPE_DETAILS.get(template.id)
  return details ? [{ ...template, ...details }] : []
})

export const recipeById = (id: string | undefined): Recipe | undefined => RECIPES.find((recipe) => recipe.id === id)

/** What the tool calls; none for an ID that no recipe has. */
export const recipeCalls = (id: string): readonly RecipeCall[] => recipeById(id)?.calls ?? []

/** The names of the permission groups, each once. */
export const recipeGroups = ({ policies }: Pick<Recipe, 'policies'>): string[] => [
  ...new Set(policies.flatMap(groupNames)),
]
