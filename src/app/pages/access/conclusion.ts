import type { Answer } from '#domain/reach/question.ts'

/** What follows from the policies, in a sentence; for one that may, why that is all one can say. */
export function conclusionOf({ top, found, isCut }: Answer, words: string): string {
  const hasDeny = found.some(({ relation }) => relation === 'denied')
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
    [isCut, 'a part of a policy can’t be read'],
  ] as const
  const known = reasons.flatMap(([holds, reason]) => (holds ? [reason] : []))
  return `So it may ${words}: ${known.join('; ') || 'the scope of the permission is unknown'}.`
}
