/** So many readings of a misspelt search are tried. */
const MOST = 12
/** Words of fewer letters resemble too many others. */
const SHORTEST = 3
/** A long word may have two slips, such as "catalogue" for "catalog". */
const LONG = 8

/**
 * The searches that a misspelt one may mean: of each word that begins no known one, the known words nearest to it, or
 * the two that it joins.
 */
export function respelt(words: readonly string[], vocabulary: ReadonlySet<string>): string[][] {
  let readings: string[][] = [[]]
  for (const word of words) {
    const meant = meantBy(word, vocabulary)
    readings = readings.flatMap((before) => meant.map((one) => [...before, ...one])).slice(0, MOST)
  }
  return readings.filter((one) => one.join(' ') !== words.join(' '))
}

function meantBy(word: string, vocabulary: ReadonlySet<string>): string[][] {
  const isKnown = (text: string) => [...vocabulary].some((known) => known.startsWith(text))
  if (word.length < SHORTEST || isKnown(word)) return [[word]]
  const near = [...vocabulary].map((known) => ({ known, slips: slipsBetween(word, known) }))
  const least = Math.min(...near.map(({ slips }) => slips))
  const nearest = near.filter(({ slips }) => slips === least).map(({ known }) => [known])
  if (least <= 1) return nearest
  const isWord = (text: string) => vocabulary.has(text) || (text.length > SHORTEST && isKnown(text))
  const joined = [...vocabulary]
    .filter((known) => known.length > 1 && word.startsWith(known) && isWord(word.slice(known.length)))
    .map((known) => [known, word.slice(known.length)])
  if (joined.length > 0) return joined
  return least === 2 && word.length >= LONG ? nearest : [[word]]
}

/**
 * The letters to add, leave out, replace or swap with their neighbours to make one word of another (optimal string
 * alignment). In a word of three letters only a swap is one: another letter makes another word. So does another first
 * letter: "none" is no "zone".
 */
function slipsBetween(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return Infinity
  const change = Math.min(a.length, b.length) <= SHORTEST ? 2 : 1
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index * change)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i * change]
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row.push(
        Math.min(
          (last[j] ?? 0) + change,
          (row[j - 1] ?? 0) + change,
          (last[j - 1] ?? 0) + (isSame ? 0 : i === 1 && j === 1 ? 2 : change),
          isSwap ? (before[j - 2] ?? 0) + 1 : Infinity,
        ),
      )
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? Infinity
}
