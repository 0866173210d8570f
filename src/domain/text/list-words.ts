const HIDDEN = String.raw`[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]`
// Each run of hidden characters is looked at once, from its start.
const HIDDEN_ENDS = new RegExp(`^${HIDDEN}+|(?<!${HIDDEN})${HIDDEN}+$`, 'gu')

/** Without what nobody sees at the ends of a copied ID or address: blanks, zero-width characters, direction marks. */
export const trimHidden = (text: string): string => text.replaceAll(HIDDEN_ENDS, '')

/** The words of a typed or pasted list, separated by spaces, commas, semicolons or lines. */
export const listWords = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map(trimHidden)
    .filter(Boolean)
