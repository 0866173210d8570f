import type { SignedIn, SignedInAccount } from './session-cookie.ts'

/**
 * Sessions ended early. A sealed cookie cannot tell, so the server has to remember, for as long as a cookie could be
 * valid.
 */
export type EndedSessions = {
  isEnded: (sessionId: string) => Promise<boolean>
  /** When sessions with this token were ended, in ms since 1970; 0 if never. */
  tokenEndedAt: (tokenId: string) => Promise<number>
  endSession: (sessionId: string, now: number) => Promise<void>
  /** Ends the token in every session that got it before `now`. */
  endToken: (tokenId: string, now: number) => Promise<void>
}

/** In the memory of one process: a restart forgets. `keepMs` is the longest life of a cookie. */
export function rememberInMemory(keepMs: number): EndedSessions {
  const sessions = new Map<string, number>()
  const tokens = new Map<string, number>()
  const remember = (map: Map<string, number>, key: string, now: number) => {
    map.delete(key)
    map.set(key, now)
    // The map iterates in insertion order, so the oldest are first.
    for (const [oldest, at] of map) {
      if (now - at < keepMs) break
      map.delete(oldest)
    }
  }
  return {
    isEnded: (sessionId) => Promise.resolve(sessions.has(sessionId)),
    tokenEndedAt: (tokenId) => Promise.resolve(tokens.get(tokenId) ?? 0),
    endSession: (sessionId, now) => Promise.resolve(remember(sessions, sessionId, now)),
    endToken: (tokenId, now) => Promise.resolve(remember(tokens, tokenId, now)),
  }
}

/** The accounts of a session that are still signed in. */
export async function accountsLeft(session: SignedIn, ended: EndedSessions): Promise<SignedInAccount[]> {
  if (await ended.isEnded(session.id)) return []
  const endedAt = await Promise.all(session.accounts.map(({ tokenId }) => ended.tokenEndedAt(tokenId)))
  return session.accounts.filter(({ since }, index) => since > (endedAt[index] ?? 0))
}
