import { msOf } from './time.ts'
import { revealHidden } from './name.ts'
import type { Token } from './token.ts'

const WEEK_MS = 7 * 86_400_000

/** Whether the token was used within the last seven days, as far as is known; Cloudflare's clock for it lags a little. */
export const wasUsedLately = ({ lastUsedOn }: Pick<Token, 'lastUsedOn'>, now: number): boolean =>
  lastUsedOn !== null && !(now - msOf(lastUsedOn) > WEEK_MS)

/** What to type to confirm an end that hurts: the name, or the id where a name cannot be typed. */
export function confirmationWord({ id, name }: Pick<Token, 'id' | 'name'>): { word: string; what: 'name' | 'id' } {
  const isTypable = name.trim() !== '' && revealHidden(name).every(({ hidden }) => !hidden)
  return isTypable ? { word: name.trim(), what: 'name' } : { word: id, what: 'id' }
}
