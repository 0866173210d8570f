import type { Place } from '#domain/policy/place.ts'
import type { AccessLevel } from './access-level.ts'
import { LEVEL_LABELS } from './level-labels.ts'
import { placesWords } from './place-words.ts'

/** The strongest access of a token to a product or a family of them, and where it has it. */
export type MatrixCell = {
  level: AccessLevel
  parts: readonly { place: Place; except: readonly Place[] }[]
}

export const NO_ACCESS: MatrixCell = { level: 'none', parts: [] }

/** A policy that cannot be read as a whole may hold anything, so nothing is ruled out. */
export const unlessCut = (cell: MatrixCell, isCut: boolean): MatrixCell =>
  isCut && (cell.level === 'none' || cell.level === 'denied') ? { ...cell, level: 'unknown' } : cell

/** "3" resources by name, "−1" for one that is left out of all of a kind; empty where there is nothing to count. */
export function cellAmount({ parts }: MatrixCell): string {
  const isWide = parts.some(({ place: { kind } }) => kind === 'account' || kind === 'all')
  const counted = isWide ? parts.flatMap(({ except }) => except) : parts.map(({ place }) => place)
  const amount = new Set(counted.map(({ key }) => key)).size
  if (amount === 0) return ''
  return isWide ? `−${amount}` : `${amount}`
}

/** "change, 3 zones". */
export function cellWords({ level, parts }: MatrixCell, accountId: string): string {
  const where = placesWords(parts, accountId)
  return LEVEL_LABELS[level].toLowerCase() + (where ? `, ${where}` : '')
}

/** "It can change DNS on all zones except 1 zone." */
export function cellSentence({ level, parts }: MatrixCell, product: string, accountId: string): string {
  const where = placesWords(parts, accountId)
  const on = where ? ` on ${where}` : ''
  if (level === 'none') return `It has no access to ${product}.`
  if (level === 'denied') return `It has no access to ${product}: a policy denies it${on}.`
  if (level === 'unknown') return `What it can do with ${product}${on} isn’t known.`
  if (level === 'run') return `It can run or purge ${product}${on}.`
  return `It can ${level === 'read' ? 'read' : 'change'} ${product}${on}.`
}
