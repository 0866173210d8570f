/** Characters that nobody sees: zero-width, direction marks, soft hyphens. They may come with a copy, inside a secret. */
export const HIDDEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu
/** Programs write quotes and signs inside a text as `\u0022`, `\x22` or `%22`. UTF-16 that is read as UTF-8 has NULs. */
const NOT_SHOWN = new RegExp(String.raw`${HIDDEN.source}|\0|(?:\\{1,8}(?:u00|x)|%)(2[0267]|3[acdeACDE])`, 'gu')

/** A text as it is shown, and where its parts are in the text as it came. `placeOf` is asked in ascending order. */
type ShownText = { shown: string; placeOf: (at: number, side: 'start' | 'end') => number }

/** A text without hidden characters, and with the signs that its escapes stand for. */
export function shownText(text: string): ShownText {
  if (text.search(NOT_SHOWN) < 0) return { shown: text, placeOf: (at) => at }
  const parts: string[] = []
  const steps: { from: number; shift: number; isEscape: boolean }[] = []
  let [end, length] = [0, 0]
  for (const { 0: whole, 1: code, index } of text.matchAll(NOT_SHOWN)) {
    const part = text.slice(end, index) + (code === undefined ? '' : String.fromCodePoint(Number.parseInt(code, 16)))
    parts.push(part)
    length += part.length
    end = index + whole.length
    steps.push({ from: length, shift: end - length, isEscape: code !== undefined })
  }
  parts.push(text.slice(end))
  let next = 0
  const placeOf = (at: number, side: 'start' | 'end') => {
    for (let step = steps[next]; step && step.from <= at; step = steps[next]) {
      // Hidden characters behind a secret are no part of it.
      if (step.from === at && side === 'end' && !step.isEscape) break
      next += 1
    }
    return at + (steps[next - 1]?.shift ?? 0)
  }
  return { shown: parts.join(''), placeOf }
}
