import type { Alias } from './search.ts'
import aliases from './aliases.json' with { type: 'json' }

/** What the dashboard and the docs call groups that the API calls otherwise. A few kB: for pages that search only. */
export const ALIASES: Alias[] = aliases.flatMap(({ label, id }) => (id ? [{ label, id }] : []))
