/** "zone" → "zones", "policy" → "policies". Sufficient for the nouns of resources. */
export function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return /(s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}

/** "1 zone", "2 zones". */
export const count = (amount: number, noun: string): string =>
  `${grouped(amount)} ${amount === 1 ? noun : plural(noun)}`

/** A number with its thousands apart: "1,901". */
export const grouped = (amount: number): string => amount.toLocaleString('en')

/** "a zone", "an R2 bucket". */
export const withArticle = (noun: string): string => `${/^([aeiou]|R2)/i.test(noun) ? 'an' : 'a'} ${noun}`
