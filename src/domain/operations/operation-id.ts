import { groupedBy } from './grouped-by.ts'
import type { Operation } from './operation.ts'
import { singular } from './words.ts'

/** Words that an operation has: of its scope, method, path and title; and those of its path alone. */
type Worded = {
  operation: Operation
  scope: string
  words: ReadonlySet<string>
  inPath: readonly string[]
  /** `list-page-rule` */
  title: string
}
type Indexed = Worded & { weight: number }
type Index = {
  byShape: ReadonlyMap<string, Operation>
  /** The operations that have a word. */
  byWord: ReadonlyMap<string, readonly Indexed[]>
  weightOf: (word: string) => number
}

/** So much of an ID has to be about an operation, and so much the two have in common, from 0 to 1. */
const LEAST_OF_ID = 0.65
const LEAST_ALIKE = 0.45
/** How much more an operation is alike whose title is the end of the ID. */
const TITLED = 0.3
/** A word that no operation has is a short form of a tag, or the ID is none. */
const UNKNOWN_WORD = 3

const indexes = new WeakMap<readonly Operation[], Index>()

/**
 * The operation that an ID of the vendor's API description most likely means, where the map has no IDs: one is made of
 * method and path (`get-zones-zone_id-logpush-jobs`, `zones-0-get`), or of the words of tags and title. An ID that does
 * not say account or zone is about the account, where there is one of both. Several where nothing tells them apart.
 */
export function operationsOfId(operationId: string, operations: readonly Operation[]): Operation[] {
  const index = indexes.get(operations) ?? indexOf(operations)
  indexes.set(operations, index)
  const exact = shapesOf(operationId).flatMap((shape) => index.byShape.get(shape) ?? [])
  if (exact.length > 0) return exact.slice(0, 1)
  const inOrder = wordsOf(operationId)
  const [words, ending] = [new Set(inOrder), `-${inOrder.join('-')}`]
  const total = weigh(words, index)
  const scored = [...commonWith(words, index)].flatMap(([one, common]) => {
    if (!canBe(one, words)) return []
    const isTitled = one.title.includes('-') && ending.endsWith(`-${one.title}`)
    const alike = (2 * common) / (total + one.weight)
    const isAbout = one.inPath.some((word) => words.has(word)) && common >= LEAST_OF_ID * total && alike >= LEAST_ALIKE
    return isAbout || isTitled ? [{ operation: one.operation, alike: alike + (isTitled ? TITLED : 0) }] : []
  })
  const best = Math.max(...scored.map(({ alike }) => alike))
  return scored.filter(({ alike }) => alike === best).map(({ operation }) => operation)
}

/** The operations that share words with an ID, and how much these weigh. */
function commonWith(words: ReadonlySet<string>, { byWord, weightOf }: Index): Map<Indexed, number> {
  const common = new Map<Indexed, number>()
  for (const word of words) {
    const weight = weightOf(word)
    for (const one of byWord.get(word) ?? []) common.set(one, (common.get(one) ?? 0) + weight)
  }
  return common
}

function indexOf(operations: readonly Operation[]): Index {
  const all = operations.map((operation): Indexed => ({ ...worded(operation), weight: 0 }))
  const pairs = all.flatMap((one) => Array.from(one.words, (word): [string, Indexed] => [word, one]))
  const grouped = groupedBy(pairs, ([word]) => word)
  const byWord = new Map(Array.from(grouped, ([word, some]) => [word, some.map(([, one]) => one)]))
  const weightOf = (word: string) => {
    const count = byWord.get(word)?.length
    return count === undefined ? UNKNOWN_WORD : Math.log(1 + operations.length / count)
  }
  for (const one of all) one.weight = weigh(one.words, { weightOf })
  return { byShape: new Map(operations.map((one) => [shapeOf(one), one])), byWord, weightOf }
}

const weigh = (words: Iterable<string>, { weightOf }: Pick<Index, 'weightOf'>): number =>
  [...words].reduce((sum, word) => sum + weightOf(word), 0)

/** `get-zones-*-logpush-jobs` */
const shapeOf = ({ method, path }: Operation): string =>
  [method.toLowerCase(), ...path.split('/').slice(1)].map((part) => (part.startsWith('{') ? '*' : part)).join('-')

/** The shapes that an ID may be written from: the method is at its start or its end. */
function shapesOf(operationId: string): string[] {
  const setting = /^zone-settings-(get|change)-.+-setting$/.exec(operationId)
  if (setting) return [`${setting[1] === 'get' ? 'get' : 'patch'}-zones-*-settings-*`]
  const parts = operationId.split('-').map((part) => (/^0$|_id(?:entifier)?$/.test(part) ? '*' : part))
  return [parts.join('-'), [...parts.slice(-1), ...parts.slice(0, -1)].join('-')]
}

function worded(operation: Operation): Worded {
  const { method, path, title } = operation
  const [, first = '', ...rest] = path.replaceAll(/\{[^}]+\}/g, '').split('/')
  const [scope = ''] = wordsOf(first)
  const inPath = wordsOf(rest.join(' '))
  // "Get an account or zone ruleset" is the title of both.
  const said = [...inPath, ...wordsOf(title)].filter((word) => !SCOPES.has(word))
  return {
    operation,
    scope,
    words: new Set([scope, ...said, method.toLowerCase()]),
    inPath: inPath.length > 0 ? inPath : [scope],
    title: wordsOf(title).join('-'),
  }
}

/** Whether scope and method of an operation are not others than an ID says. */
function canBe({ scope, inPath, operation: { method } }: Worded, words: ReadonlySet<string>): boolean {
  const isElsewhere =
    SCOPES.has(scope) && !words.has(scope) && [...SCOPES].some((other) => words.has(other) && !inPath.includes(other))
  const [isRead, isChange] = [READS, CHANGES].map((verbs) => verbs.some((verb) => words.has(verb)))
  const isOther = isRead ? /^(?:DELETE|PATCH)$/.test(method) : isChange && method === 'GET'
  return !isElsewhere && !isOther
}

const READS = ['get', 'list', 'retrieve', 'detail']
const CHANGES = ['add', 'create', 'delete', 'edit', 'patch', 'post', 'put', 'remove', 'update', 'upload']
const SCOPES = new Set(['account', 'zone'])
const SMALL = new Set([
  'a',
  'an',
  'and',
  'api',
  'by',
  'cloudflare',
  'for',
  'from',
  'id',
  'identifier',
  'in',
  'level',
  'of',
  'on',
  'or',
  'the',
])

/** In lower case and the singular; `listZoneRulesets` is three. */
const wordsOf = (text: string): string[] =>
  (
    text
      .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  )
    .filter((word) => !SMALL.has(word))
    .map(singular)
