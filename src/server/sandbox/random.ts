/** Pseudo-random numbers seeded by a text (mulberry32 over FNV-1a): the same text gives the same numbers. */
export function seededRandom(text: string): () => number {
  let state = 2_166_136_261
  for (const character of text) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16_777_619)
  return () => {
    state = Math.trunc(state + 0x6d2b79f5)
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** 32 hex digits derived from the text alone. */
export function seededId(text: string): string {
  const random = seededRandom(text)
  return Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
}

const VALUE_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export function randomId(): string {
  return crypto.randomUUID().replaceAll('-', '')
}

/** `cfat_`, 40 characters and 8 hex digits: the published format. The real checksum is not published. */
export function randomSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(40))
  const body = Array.from(bytes, (byte) => VALUE_ALPHABET.charAt(byte % 64)).join('')
  return `cfat_${body}${randomId().slice(0, 8)}`
}

/** The store keeps this in place of the secret. */
export async function digest(secret: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
