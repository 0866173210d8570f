import type { Operation, OperationMap } from './operation.ts'

/**
 * The operations that a page of the API reference describes, or that have an ID of the API description. A page can be
 * about two: one for accounts, one for zones. Where the map has no IDs, one is read as what it is made of: tags, then
 * the title.
 */
export function operationsNamed(
  { page, operationId }: { page: string | null; operationId: string | null },
  { operations }: Pick<OperationMap, 'operations'>,
): Operation[] {
  if (page !== null) return operations.filter(({ pages }) => pages.includes(page))
  if (operationId === null) return []
  const exact = operations.filter((one) => one.operationId === operationId)
  return exact.length > 0 ? exact : byTitle(operationId, operations)
}

function byTitle(operationId: string, operations: readonly Operation[]): Operation[] {
  const ending = operations.filter(({ title }) => `-${operationId}`.endsWith(`-${slug(title)}`) && title !== '')
  const longest = Math.max(...ending.map(({ title }) => title.length))
  const titled = ending.filter(({ title }) => title.length === longest)
  const about = new Set(wordsOf(operationId))
  const scoreOf = ({ path }: Operation) => wordsOf(path).filter((word) => about.has(word)).length
  const best = Math.max(...titled.map(scoreOf))
  return titled.filter((one) => scoreOf(one) === best)
}

const slug = (title: string) => wordsOf(title).join('-')

const wordsOf = (text: string) => text.toLowerCase().match(/[a-z0-9]+/g) ?? []
