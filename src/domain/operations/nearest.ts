import type { Operation, OperationMap } from './operation.ts'
import { pathParts } from './request-path.ts'

/** So many are told. */
const SHOWN = 3

/**
 * Finds the operations most like a request that matches none: those whose path shares the most parts with it, of the
 * same method first. None where not even the second part of the path is alike.
 */
export function nearestIn({
  operations,
}: Pick<OperationMap, 'operations'>): (method: string, path: string) => Operation[] {
  const templates = operations.map((operation) => ({ operation, template: pathParts(operation.path) }))
  return (method, path) => {
    const parts = pathParts(path)
    const wanted = method.toUpperCase()
    return templates
      .flatMap(({ operation, template }) => {
        const score = template[0] === parts[0] ? likeness(template, parts) : 0
        return score === 0 ? [] : [{ operation, score: score + (operation.method === wanted ? 0.3 : 0) }]
      })
      .toSorted((a, b) => b.score - a.score || a.operation.path.length - b.operation.path.length)
      .slice(0, SHOWN)
      .map(({ operation }) => operation)
  }
}

/** How many parts are alike, less a little for each that one path has more. 0 where only parameters are. */
function likeness(template: string[], parts: string[]): number {
  let [alike, named] = [0, 0]
  for (const [index, part] of template.entries()) {
    const given = parts[index]
    if (given === undefined) break
    const isParameter = part.startsWith('{')
    const share = isParameter ? 0.5 : part === given ? 1 : 0.8 * sharedLetters(part, given)
    if (!isParameter && index > 0) named = Math.max(named, share)
    alike += share
  }
  return named < 0.3 ? 0 : alike - 0.2 * Math.abs(template.length - parts.length)
}

/** The share of pairs of letters that two words have in common, from 0 to 1. */
function sharedLetters(a: string, b: string): number {
  const [ours, theirs] = [pairs(a), pairs(b)]
  if (ours.length + theirs.length === 0) return 0
  const both = ours.filter((pair) => theirs.includes(pair)).length
  return (2 * both) / (ours.length + theirs.length)
}

const pairs = (word: string) =>
  Array.from({ length: Math.max(0, word.length - 1) }, (_, index) => word.slice(index, index + 2))
