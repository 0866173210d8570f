import { count } from '#domain/text/plural.ts'
import type { Comparison, Share } from './compare.ts'
import { placesWords } from './place-words.ts'

type Context = { a: string; b: string; accountId: string }

/** A comparison in a sentence: "B can do all that A can, and DNS Write on 3 zones". */
export function verdict({ onlyA, both, onlyB }: Comparison, { a, b, accountId }: Context): string {
  const [ours, theirs] = [sharesWords(onlyA, accountId), sharesWords(onlyB, accountId)]
  const sharing = both.length > 0
  if (ours && theirs) return `${sharing ? '' : 'They share nothing: '}only ${a} has ${ours}; only ${b} has ${theirs}`
  if (!ours && !theirs) return sharing ? `${a} and ${b} can do the same` : `Neither ${a} nor ${b} can do anything`
  const [more, less, words] = ours ? [a, b, ours] : [b, a, theirs]
  return sharing ? `${more} can do all that ${less} can, and ${words}` : `${less} can do nothing, and ${more} ${words}`
}

/** So many permissions are named, more are counted. */
const NAMED = 2

function sharesWords(shares: readonly Share[], accountId: string): string {
  const byGroup = new Map<string, { name: string; parts: Share[] }>()
  for (const share of shares) {
    const { id, name } = share.group
    const known = byGroup.get(`${id} ${share.isSure}`) ?? { name: name ?? id, parts: [] }
    byGroup.set(`${id} ${share.isSure}`, known)
    known.parts.push(share)
  }
  const words = [...byGroup.values()].map(
    ({ name, parts }) => `${parts[0]?.isSure ? '' : 'perhaps '}${name} on ${placesWords(parts, accountId)}`,
  )
  const named = words.slice(0, NAMED).join(' and ')
  return words.length > NAMED ? `${named}, and ${count(words.length - NAMED, 'permission')} more` : named
}
