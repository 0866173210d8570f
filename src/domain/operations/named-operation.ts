import type { Operation, OperationMap } from './operation.ts'
import { operationsOfId } from './operation-id.ts'
import { pathParts } from './request-path.ts'

type Named = { page: string | null; operationId: string | null; isGuess?: true }

/**
 * The operations that a page of the API reference describes, or that have an ID of the API description. A page can be
 * about two: one for accounts, one for zones.
 */
export function operationsNamed(
  { page, operationId, isGuess }: Named,
  { operations }: Pick<OperationMap, 'operations'>,
): Operation[] {
  if (page !== null) {
    const described = operations.filter(({ pages }) => pages.includes(page))
    return described.length > 0 || isGuess ? described : operationsOfPath(page, operations)
  }
  if (operationId === null) return []
  const exact = operations.filter((one) => one.operationId === operationId)
  return exact.length > 0 ? exact : operationsOfId(operationId, operations)
}

/**
 * The operation of a call of Python's older library, which names paths without their IDs: `zones.dns_records.post`. One
 * that lists goes before one that gets, and one of an item before one of all.
 */
function operationsOfPath(page: string, operations: readonly Operation[]): Operation[] {
  const names = page.split('.').map((name) => name.replace(/_$/, ''))
  const method = names.pop()?.toUpperCase()
  const [literal, above] = [names.join('.'), names.slice(0, -1).join('.')]
  const isMeant = (operation: Operation) => {
    const parts = pathParts(operation.path)
    const own = parts
      .filter((part) => !part.startsWith('{'))
      .join('.')
      .replaceAll('-', '_')
    // The name of a setting is written out.
    return operation.method === method && (own === literal || (own === above && parts.at(-1) === '{setting_id}'))
  }
  const rank = ({ path }: Operation) => pathParts(path).length * (method === 'GET' || method === 'POST' ? 1 : -1)
  return operations
    .filter(isMeant)
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, 1)
}
