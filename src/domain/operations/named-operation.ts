import type { Operation, OperationMap } from './operation.ts'
import { operationsOfId } from './operation-id.ts'

/**
 * The operations that a page of the API reference describes, or that have an ID of the API description. A page can be
 * about two: one for accounts, one for zones.
 */
export function operationsNamed(
  { page, operationId }: { page: string | null; operationId: string | null },
  { operations }: Pick<OperationMap, 'operations'>,
): Operation[] {
  if (page !== null) return operations.filter(({ pages }) => pages.includes(page))
  if (operationId === null) return []
  const exact = operations.filter((one) => one.operationId === operationId)
  return exact.length > 0 ? exact : operationsOfId(operationId, operations)
}
