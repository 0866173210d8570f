import type { useInventory } from '#app/queries/inventory.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { isPartial } from '#domain/inventory/inventory.ts'

/** What the search for tokens still lacks; `null` when it lacks nothing. */
export function loadingNote({ inventory, activity }: ReturnType<typeof useInventory>): string | null {
  if (activity.kind === 'failed') return 'Some tokens couldn’t be loaded. The list of tokens says why.'
  if (activity.kind !== 'reading' || !isPartial(inventory)) return null
  return inventory.isCounted
    ? `${grouped(inventory.tokens.length)} of ${count(inventory.totalCount ?? 0, 'token')} loaded`
    : 'Loading tokens…'
}
