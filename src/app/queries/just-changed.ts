/** When tokens were written here last, in ms since the page loaded. */
const changedAt = new Map<string, number>()

/** Long enough to come back to the list. */
const SHOWN_MS = 10_000

export function noteChange(tokenId: string): void {
  changedAt.set(tokenId, performance.now())
}

/** Whether a token was written here a moment ago, so that its row can show it. */
export const wasJustChanged = (tokenId: string): boolean =>
  performance.now() - (changedAt.get(tokenId) ?? -Infinity) < SHOWN_MS
