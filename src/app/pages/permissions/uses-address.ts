import { paths } from '#app/parts/paths.ts'
import { writeSearch } from '#app/parts/search-text.ts'
import { toggleValue } from '#domain/inventory/filters.ts'

/** The list of exactly the tokens that are counted as allowed or denied a permission group, expired ones included. */
export function toUses(accountId: string, facet: 'group' | 'denied', groupId: string): string {
  return `${paths.tokens(accountId)}${writeSearch({ [facet]: toggleValue(facet, '', groupId), include_expired: true })}`
}
