import { groupedBy } from './grouped-by.ts'
import type { Operation, OperationMap } from './operation.ts'
import { pathParts } from './request-path.ts'

/** So many are told. */
const SHOWN = 3

/**
 * Finds the operations most like a request that matches none: those whose path shares the most parts with it, of the
 * same method first, then those that store as well. None where not even the second part of the path is alike.
 */
export function nearestIn({
  operations,
}: Pick<OperationMap, 'operations'>): (method: string, path: string) => Operation[] {
  const wordsOf = wordReader()
  const byPath = groupedBy(operations, ({ path }) => path)
  const templates = Array.from(byPath, ([path, all]) => ({ all, template: wordsOf(path) }))
  return (method, path) => {
    const parts = wordsOf(path)
    const wanted = method.toUpperCase()
    return templates
      .flatMap(({ all, template }) => {
        const score = template[0]?.part === parts[0]?.part ? likeness(template, parts) : 0
        return score === 0
          ? []
          : all.map((operation) => ({ operation, score: score + sameness(operation.method, wanted) }))
      })
      .toSorted((a, b) => b.score - a.score || a.operation.path.length - b.operation.path.length)
      .slice(0, SHOWN)
      .map(({ operation }) => operation)
  }
}

const STORING = new Set(['POST', 'PUT', 'PATCH'])

/** More for a PUT of the very path of a mistaken POST than for a POST one part below, less than for a POST. */
function sameness(method: string, wanted: string): number {
  if (method === wanted) return 0.3
  return STORING.has(method) && STORING.has(wanted) ? 0.15 : 0
}

/** A part of a path, and its pairs of letters. */
type Word = { part: string; pairs: string[] }

/** Paths have most of their parts in common. */
function wordReader(): (path: string) => Word[] {
  const known = new Map<string, Word>()
  const wordOf = (part: string): Word => {
    const word = known.get(part) ?? { part, pairs: pairsOf(part) }
    known.set(part, word)
    return word
  }
  return (path) => pathParts(path).map(wordOf)
}

const pairsOf = (part: string): string[] =>
  Array.from({ length: Math.max(0, part.length - 1) }, (_, index) => part.slice(index, index + 2))

/** How many parts are alike, less a little for each that one path has more. 0 where only parameters are, and not all. */
function likeness(template: Word[], parts: Word[]): number {
  let [alike, named] = [0, 0]
  let isWhole = template.length === parts.length
  for (const [index, word] of template.entries()) {
    const given = parts[index]
    if (given === undefined) break
    const isParameter = word.part.startsWith('{')
    const share = isParameter ? 0.5 : word.part === given.part ? 1 : 0.8 * sharedLetters(word, given)
    if (!isParameter && share < 1) isWhole = false
    if (!isParameter && index > 0) named = Math.max(named, share)
    alike += share
  }
  return named < 0.3 && !isWhole ? 0 : alike - 0.2 * Math.abs(template.length - parts.length)
}

/** The share of pairs of letters that two words have in common, from 0 to 1. */
function sharedLetters({ pairs: ours }: Word, { pairs: theirs }: Word): number {
  if (ours.length + theirs.length === 0) return 0
  const both = ours.filter((pair) => theirs.includes(pair)).length
  return (2 * both) / (ours.length + theirs.length)
}
