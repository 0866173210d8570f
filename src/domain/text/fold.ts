/** Text as a search compares it: case, accents and the width of letters do not count. */
export const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
