/** Text prepared for search: case, accents and letter width are ignored. */
export const fold = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
