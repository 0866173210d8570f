import { DAY_MS, msOf } from './time.ts'
import { revealHidden } from '#domain/text/hidden.ts'
import type { Token } from './token.ts'

const WEEK_MS = 7 * DAY_MS

/** Whether the token was used within the last seven days. Cloudflare reports the last use with a small delay. */
export const wasUsedLately = ({ lastUsedOn }: Pick<Token, 'lastUsedOn'>, now: number): boolean =>
  lastUsedOn !== null && !(now - msOf(lastUsedOn) > WEEK_MS)

/** The text to type before ending a token: its name, or its id when the name cannot be typed. */
export function confirmationWord({ id, name }: Pick<Token, 'id' | 'name'>): { word: string; what: 'name' | 'id' } {
  const isTypable = name.trim() !== '' && revealHidden(name).every(({ hidden }) => !hidden)
  return isTypable ? { word: name.trim(), what: 'name' } : { word: id, what: 'id' }
}

/** Whether that text was typed. A page shows several blanks as one, and a keyboard may compose accents in another way. */
export const isTyped = (typed: string, word: string): boolean => plainName(typed) === plainName(word)

/** As a page shows it. */
export const plainName = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')

/** Whether the API says that a token does not work. One with a status that is not known may. */
export const isOff = ({ status }: Pick<Token, 'status'>): boolean => status === 'disabled' || status === 'expired'
