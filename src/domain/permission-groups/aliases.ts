import type { Alias } from './search.ts'
import aliases from './aliases.json' with { type: 'json' }

/**
 * Names that the dashboard and the docs use for groups with another name in the API. A few kB, for pages with a search
 * only.
 */
export const ALIASES: Alias[] = aliases
