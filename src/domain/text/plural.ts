/** "zone" → "zones", "policy" → "policies". Sufficient for the nouns of resources. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** "1,234", of a whole number. `Intl.NumberFormat` took 40 ms of the time to the first row on a slow laptop. */
export const grouped = (amount: number): string => String(amount).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')

/** "1 zone", "1,200 zones". */
export const count = (amount: number, noun: string): string =>
  `${grouped(amount)} ${amount === 1 ? noun : plural(noun)}`

/** "a zone", "an R2 bucket". */
export const withArticle = (noun: string): string => `${/^([aeiou]|R2)/i.test(noun) ? 'an' : 'a'} ${noun}`

/** "a", "a and b", "a, b and 2 others". */
export const firstTwo = (names: readonly string[]): string =>
  names.length > 2 ? `${names.slice(0, 2).join(', ')} and ${count(names.length - 2, 'other')}` : names.join(' and ')
