import type { Place } from '#domain/policy/place.ts'
import type { Answer, Found } from '#domain/reach/question.ts'

/**
 * What follows from the policies, in a sentence; for one that may, why that is all one can say. `asked` is the place of
 * the question, if it names one.
 */
export function conclusionOf({ top, found, isCut }: Answer, words: string, asked?: Place): string {
  // What a deny leaves out of all of a kind matters where all of them are asked about, and not where one other is.
  const isAsked = ({ place }: Found) => asked === undefined || place.key === asked.key
  const hasDeny = found.some((one) => one.relation === 'denied' || (one.except.length > 0 && isAsked(one)))
  if (top === 'named') return `So it can ${words}.${hasDeny ? ' A deny holds back a part of it.' : ''}`
  if (top === 'wildcard')
    return `So it can ${words}, also on resources added later.${hasDeny ? ' A deny holds back a part of it.' : ''}`
  if (top === 'denied') return `So it can’t ${words}: a deny always wins.`
  const unsure = found.filter(({ relation }) => relation === 'unsure')
  const reasons = [
    [unsure.some(({ state }) => state === 'unknown'), 'the effect is neither allow nor deny'],
    [unsure.some(({ state }) => state === 'not-established'), 'Cloudflare doesn’t say what it does on a whole account'],
    [unsure.some(({ place }) => place.kind === 'unknown'), 'the resource is of an unknown kind'],
    [unsure.some(({ groups }) => groups.some(({ name }) => name === null)), 'a permission group has no name'],
    [
      unsure.some(({ groups }) => groups.some(({ kind }) => kind === 'unknown')),
      'the level of the permission is unknown',
    ],
    [unsure.some(({ deniedReads }) => deniedReads), 'it may change it, but a deny takes the reading away'],
    [isCut, 'a part of a policy can’t be read'],
  ] as const
  const known = reasons.flatMap(([holds, reason]) => (holds ? [reason] : []))
  return `So it may ${words}: ${known.join('; ') || 'the scope of the permission is unknown'}.`
}
