import type { Direction, Sort } from '#domain/inventory/sort.ts'

/** Every order in words. */
export const ORDERS: Record<Sort, Record<Direction, string>> = {
  issued: { desc: 'Newest first', asc: 'Oldest first' },
  name: { asc: 'Name, A to Z', desc: 'Name, Z to A' },
  status: { asc: 'Status, active first', desc: 'Status, inactive first' },
  permissions: { desc: 'Most permissions', asc: 'Fewest permissions' },
  resources: { desc: 'Most resources', asc: 'Fewest resources' },
  ranges: { asc: 'Fewest IP ranges', desc: 'Most IP ranges' },
  used: { desc: 'Recently used', asc: 'Least recently used' },
  expires: { asc: 'Expires soonest', desc: 'Expires last' },
  modified: { desc: 'Recently modified', asc: 'Least recently modified' },
}
