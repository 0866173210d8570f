/**
 * How the map knows which permission groups allow an operation: the vendor's API description says it (`marked`), or
 * its documentation; or it is concluded from sibling operations; or nobody has said.
 */
export const EVIDENCE = ['marked', 'documentation', 'inferred-high', 'inferred-medium', 'unknown'] as const
export type Evidence = (typeof EVIDENCE)[number]

/** One operation of the Cloudflare API. */
export type Operation = {
  /** In upper case. */
  method: string
  /** Below `/client/v4`, with its parameters in braces: `/zones/{zone_id}/dns_records`. */
  path: string
  title: string
  /** Names of permission groups. Any one of them suffices; none where nothing is published. */
  groups: readonly string[]
  evidence: Evidence
  /** Its pages of the vendor's API reference, by the names of resource and method: `dns.records.create`. */
  pages: readonly string[]
  /** Its ID in the vendor's API description; `null` in the shipped map. */
  operationId: string | null
}

/** All operations. `date` is the day of the API description, such as `2026-07-27`. */
export type OperationMap = { date: string; operations: readonly Operation[] }

/** One text for each operation. */
export const operationKey = ({ method, path }: Pick<Operation, 'method' | 'path'>): string => `${method} ${path}`

const REFERENCE = 'https://developers.cloudflare.com/api/'

/** The address of a page of the API reference. */
export function referenceUrl(page: string): string {
  const names = page.split('.')
  const method = names.pop() ?? ''
  return `${REFERENCE}resources/${names.join('/subresources/')}/methods/${method}/`
}
