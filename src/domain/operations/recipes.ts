import type { Recipe, RecipeCall } from './recipes/recipe.ts'
import { ACCOUNT_RECIPES } from './recipes/account.ts'
import { CERTIFICATE_RECIPES } from './recipes/certificates.ts'
import { DNS_RECIPES } from './recipes/dns.ts'
import { groupNames } from './recipes/parts.ts'
import { STORAGE_RECIPES } from './recipes/storage.ts'
import { TRAFFIC_RECIPES } from './recipes/traffic.ts'
import { WORKERS_RECIPES } from './recipes/workers.ts'

/** By topic, in the order of `TOPICS`. */
export const RECIPES: readonly Recipe[] = [
  ...DNS_RECIPES,
  ...CERTIFICATE_RECIPES,
  ...WORKERS_RECIPES,
  ...TRAFFIC_RECIPES,
  ...STORAGE_RECIPES,
  ...ACCOUNT_RECIPES,
]

export const recipeById = (id: string | undefined): Recipe | undefined => RECIPES.find((recipe) => recipe.id === id)

/** What the tool calls; none for an ID that no recipe has. */
export const recipeCalls = (id: string): readonly RecipeCall[] => recipeById(id)?.calls ?? []

/** The names of the permission groups, each once. */
export const recipeGroups = ({ policies }: Pick<Recipe, 'policies'>): string[] => [
  ...new Set(policies.flatMap(groupNames)),
]
