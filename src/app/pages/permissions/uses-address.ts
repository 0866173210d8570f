import { paths } from '#app/parts/paths.ts'
import { writeSearch } from '#app/parts/search-text.ts'
import { noFilters, toggleValue, writeFilters } from '#domain/inventory/filters.ts'

/** The list of exactly the tokens that are counted as allowed or denied a permission group: expired ones are among them. */
export function toUses(accountId: string, facet: 'group' | 'denied', groupId: string): string {
  const written = writeFilters(toggleValue(noFilters, facet, groupId))
  return `${paths.tokens(accountId)}${writeSearch({ [facet]: written[facet], include_expired: true })}`
}
