import { CompactEncrypt, compactDecrypt } from 'jose'
import * as v from 'valibot'

/** One account somebody signed in to, with the token they brought. */
type SignedInAccount = { id: string; token: string; tokenId: string }

/** Times in ms since 1970. */
export type SignedIn = { accounts: SignedInAccount[]; startedAt: number; seenAt: number }

const signedIn = v.strictObject({
  accounts: v.pipe(v.array(v.strictObject({ id: v.string(), token: v.string(), tokenId: v.string() })), v.minLength(1)),
  startedAt: v.number(),
  seenAt: v.number(),
})

export const IDLE_MS = 30 * 60_000
export const ABSOLUTE_MS = 12 * 3_600_000
/** A cookie holds 4 kB; more tokens than these would not fit. */
export const MAX_ACCOUNTS = 5

/** `__Host-` makes browsers insist on TLS (or this machine), on this very host, and on the whole site. */
export const COOKIE = '__Host-token-desk'

export type Sealer = {
  seal: (session: SignedIn) => Promise<string>
  /** `null` for what was not sealed here, was changed, or is out of date. */
  open: (sealed: string, now: number) => Promise<SignedIn | null>
}

/** Seals sessions with AES-256-GCM under a key made of the server's secret: another secret ends them all. */
export function createSealer(secret: string): Sealer {
  const key = crypto.subtle
    .digest('SHA-256', new TextEncoder().encode(`token-desk session ${secret}`))
    .then((digest) => new Uint8Array(digest))

  return {
    seal: async (session) =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify(session)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(await key),
    open: async (sealed, now) => {
      try {
        const { plaintext } = await compactDecrypt(sealed, await key, {
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        })
        const session = v.parse(signedIn, JSON.parse(new TextDecoder().decode(plaintext)))
        const isCurrent = now - session.seenAt < IDLE_MS && now - session.startedAt < ABSOLUTE_MS
        return isCurrent ? session : null
      } catch {
        return null
      }
    },
  }
}

/** The header that stores a sealed session, out of reach of any script; it goes with the browser's own session. */
export const cookieHeader = (sealed: string) => `${COOKIE}=${sealed}; Path=/; Secure; HttpOnly; SameSite=Strict`

export const clearedCookie = `${COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=0`

export function readCookie(header: string | undefined): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2)
    if (name === COOKIE && value) return value
  }
  return null
}
