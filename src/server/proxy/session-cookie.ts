import { EncryptJWT, type JWTPayload, jwtDecrypt } from 'jose'
import * as v from 'valibot'

/** One account somebody signed in to, with the token they brought. `since` in ms since 1970. */
export type SignedInAccount = { id: string; token: string; tokenId: string; since: number }

/** What a browser holds, sealed. It keeps its `id` when an account is added. Times in ms since 1970. */
export type SignedIn = { id: string; accounts: SignedInAccount[]; startedAt: number; issuedAt: number }

/** When a session was last used: in a cookie of its own, so that a late answer cannot put an older session back. */
type Seen = { id: string; at: number }

/** How long a session lasts without use, and in all, in ms. */
export type Lifetimes = { idleMs: number; absoluteMs: number }

export const LIFETIMES: Lifetimes = { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000 }
/** Where no place is bound that remembers ended sessions, they are short. */
export const SHORT_LIFETIMES: Lifetimes = { idleMs: 10 * 60_000, absoluteMs: 3_600_000 }

/** A cookie holds 4 kB; more tokens than these would not fit. */
export const MAX_ACCOUNTS = 5

/** `__Host-` makes browsers insist on TLS (or this machine), on this very host, and on the whole site. */
export const COOKIE = '__Host-token-desk'
const SEEN_COOKIE = '__Host-token-desk-seen'

const account = v.strictObject({ id: v.string(), token: v.string(), tokenId: v.string(), since: v.number() })
const signedIn = v.object({
  id: v.string(),
  accounts: v.pipe(v.array(account), v.minLength(1)),
  startedAt: v.number(),
  issuedAt: v.number(),
})
const seen = v.object({ id: v.string(), at: v.number() })

export type Sealer = {
  seal: (session: SignedIn) => Promise<string>
  /** `null` for what was not sealed here, for this address, was changed, or is out of date. */
  open: (sealed: string, now: number) => Promise<SignedIn | null>
  sealSeen: (seen: Seen) => Promise<string>
  openSeen: (sealed: string) => Promise<Seen | null>
  lifetimes: Lifetimes
}

type SealerOptions = {
  /** The first seals, all of them open. */
  secrets: readonly string[]
  /** The origin the cookie is for: another server with the same secret takes none of ours. */
  audience: string
  lifetimes?: Lifetimes
}

/** Seals sessions with AES-256-GCM under a key made of the server's secret: another secret ends them all. */
export function createSealer({ secrets, audience, lifetimes = LIFETIMES }: SealerOptions): Sealer {
  const keys = Promise.all(secrets.map((secret) => keyOf(secret)))

  const seal = async (typ: string, payload: JWTPayload) => {
    const [key] = await keys
    if (!key) throw new Error('There is no secret to seal with.')
    return new EncryptJWT(payload)
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ })
      .setAudience(audience)
      .encrypt(key)
  }
  const open = async (typ: string, sealed: string): Promise<unknown> => {
    for (const key of await keys) {
      try {
        const { payload } = await jwtDecrypt(sealed, key, {
          audience,
          typ,
          keyManagementAlgorithms: ['dir'],
          contentEncryptionAlgorithms: ['A256GCM'],
        })
        return payload
      } catch {
        // Sealed with another one of the secrets, or with none of them.
      }
    }
    return null
  }

  return {
    lifetimes,
    seal: (session) => seal('session', session),
    open: async (sealed, now) => {
      const session = v.safeParse(signedIn, await open('session', sealed))
      return session.success && now - session.output.startedAt < lifetimes.absoluteMs ? session.output : null
    },
    sealSeen: (last) => seal('seen', last),
    openSeen: async (sealed) => {
      const last = v.safeParse(seen, await open('seen', sealed))
      return last.success ? last.output : null
    },
  }
}

const keyOf = async (secret: string) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`token-desk session ${secret}`)))

const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Strict'

/** The headers that store what is sealed, out of reach of any script; they go with the browser's own session. */
export const cookieHeader = (sealed: string) => `${COOKIE}=${sealed}; ${ATTRIBUTES}`
export const seenCookieHeader = (sealed: string) => `${SEEN_COOKIE}=${sealed}; ${ATTRIBUTES}`

export const CLEARED_COOKIES = [COOKIE, SEEN_COOKIE].map((name) => `${name}=; ${ATTRIBUTES}; Max-Age=0`)

/** The session in the cookies of a request, also when nobody has used it for long. */
export async function sealedSessionOf(
  cookies: string | undefined,
  sealer: Sealer,
  now: number,
): Promise<SignedIn | null> {
  const sealed = readCookie(cookies, COOKIE)
  return sealed === null ? null : sealer.open(sealed, now)
}

/** The session that a request brings, as long as it may last; whether it was ended is not known here. */
export async function sessionOf(cookies: string | undefined, sealer: Sealer, now: number): Promise<Brought | null> {
  const session = await sealedSessionOf(cookies, sealer, now)
  if (!session) return null
  const sealedSeen = readCookie(cookies, SEEN_COOKIE)
  const last = sealedSeen ? await sealer.openSeen(sealedSeen) : null
  const seenAt = last?.id === session.id ? Math.max(last.at, session.issuedAt) : session.issuedAt
  return now - seenAt < sealer.lifetimes.idleMs ? { session, seenAt } : null
}

export type Brought = { session: SignedIn; seenAt: number }

function readCookie(header: string | undefined, wanted: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2)
    if (name === wanted && value) return value
  }
  return null
}
