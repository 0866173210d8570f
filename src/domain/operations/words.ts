/** A word in the singular, for comparing names: "records" is about a "record". */
export const singular = (word: string): string => (word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word)
