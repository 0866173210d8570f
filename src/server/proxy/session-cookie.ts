import { EncryptJWT, type JWTPayload, jwtDecrypt } from 'jose'
import * as v from 'valibot'

/** One account the user signed in to, with its token. `since` in ms since 1970. */
export type SignedInAccount = { id: string; token: string; tokenId: string; since: number }

/** The content of the sealed cookie. It keeps its `id` when an account is added. Times in ms since 1970. */
export type SignedIn = { id: string; accounts: SignedInAccount[]; startedAt: number; issuedAt: number }

/** The last use of a session. In a cookie of its own, so that a late answer cannot restore an older session. */
type Seen = { id: string; at: number }

/** How long a session lasts without use, and in total, in ms. */
export type Lifetimes = { idleMs: number; absoluteMs: number }

export const LIFETIMES: Lifetimes = { idleMs: 30 * 60_000, absoluteMs: 12 * 3_600_000 }
/** Short, for a server that cannot remember ended sessions. */
export const SHORT_LIFETIMES: Lifetimes = { idleMs: 10 * 60_000, absoluteMs: 3_600_000 }

/** A cookie holds 4 kB; more tokens would not fit. */
export const MAX_ACCOUNTS = 5

/** With `__Host-`, browsers require TLS (or this machine), this exact host, and the path `/`. */
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
  /** `null` when it was not sealed here and for this address, was changed, or has expired. */
  open: (sealed: string, now: number) => Promise<SignedIn | null>
  sealSeen: (seen: Seen) => Promise<string>
  openSeen: (sealed: string) => Promise<Seen | null>
  lifetimes: Lifetimes
}

type SealerOptions = {
  /** The first seals, all of them open. */
  secrets: readonly string[]
  /** The origin the cookie is for: another server with the same secret rejects our cookies. */
  audience: string
  lifetimes?: Lifetimes
}

/** Seals sessions with AES-256-GCM, under a key derived from the server's secret. A new secret ends all sessions. */
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
        // Sealed with another secret of the list, or with none of them.
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

/** The headers that store the sealed values: not readable by scripts, deleted when the browser closes. */
export const cookieHeader = (sealed: string) => `${COOKIE}=${sealed}; ${ATTRIBUTES}`
export const seenCookieHeader = (sealed: string) => `${SEEN_COOKIE}=${sealed}; ${ATTRIBUTES}`

export const CLEARED_COOKIES = [COOKIE, SEEN_COOKIE].map((name) => `${name}=; ${ATTRIBUTES}; Max-Age=0`)

/** The session in a request's cookies, even after a long time without use. */
export async function sealedSessionOf(
  cookies: string | undefined,
  sealer: Sealer,
  now: number,
): Promise<SignedIn | null> {
  const sealed = readCookie(cookies, COOKIE)
  return sealed === null ? null : sealer.open(sealed, now)
}

/** The session of a request, if it has not expired. It does not check whether it was ended. */
export async function sessionOf(
  cookies: string | undefined,
  sealer: Sealer,
  now: number,
): Promise<RequestSession | null> {
  const session = await sealedSessionOf(cookies, sealer, now)
  if (!session) return null
  const sealedSeen = readCookie(cookies, SEEN_COOKIE)
  const last = sealedSeen ? await sealer.openSeen(sealedSeen) : null
  const seenAt = last?.id === session.id ? Math.max(last.at, session.issuedAt) : session.issuedAt
  return now - seenAt < sealer.lifetimes.idleMs ? { session, seenAt } : null
}

export type RequestSession = { session: SignedIn; seenAt: number }

function readCookie(header: string | undefined, wanted: string): string | null {
  for (const part of (header ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2)
    if (name === wanted && value) return value
  }
  return null
}
