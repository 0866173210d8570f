import * as v from 'valibot'
import { list, refuseEntry } from './refuse.ts'

const LENGTH = 32
/**
 * Limits on how much of a secret can be guessed from the rest. They reject one of 10^11 outputs of `openssl rand -hex
 * 16`, and fewer of longer ones. A word occurs in one of 10^8 outputs of `openssl rand -base64 32`.
 */
const LEAST_DIFFERENT = 6
const MOST_REPEATED = 1 / 3
const MOST_IN_SEQUENCE = 3 / 4
const REPEATED_LENGTH = 4

/** Two words in a row also count, with or without a separator: change-me, changeme, ChangeMe. */
const WORDS = [
  'password',
  'passw0rd',
  'passphrase',
  'secret',
  'change me',
  'replace me',
  'example',
  'session',
  'token desk',
  'cloudflare',
  'qwerty',
  'asdfghjk',
  'zxcvbnm',
  '1qaz2wsx',
  'qazwsxedc',
  'default',
  'letmein',
  'let me in',
  'welcome',
  'placeholder',
  'insecure',
]

/** Secrets that seal cookies: long, without a pattern, no two alike. */
export const sessionSecrets = v.pipe(
  list,
  refuseEntry((secret, before) => {
    const fault = before.includes(secret) ? 'is listed twice' : weakness(secret)
    return fault && `$NAME ${fault}. Use a random text: openssl rand -base64 32 makes one.`
  }),
)

function weakness(secret: string): string | null {
  if (secret.length < LENGTH) {
    return `is too short: a secret has at least ${LENGTH} characters (a comma separates two of them)`
  }
  if (new Set(secret).size < LEAST_DIFFERENT) return 'has too few different characters'
  if (hasCommonWord(secret)) return 'contains a common word, such as password or token-desk'
  if (sequencePart(secret, 1) >= MOST_IN_SEQUENCE || sequencePart(secret, 2) >= MOST_IN_SEQUENCE) {
    return 'is a sequence of letters or digits'
  }
  if (repeatedPart(secret) >= MOST_REPEATED) return 'repeats a shorter text'
  return null
}

/** Only in usual capitalization: random text has "secret" in mixed case far more often. */
function hasCommonWord(secret: string): boolean {
  const letters = secret.replace(/[-_. ]/g, '')
  return WORDS.some((word) => {
    const joined = word.replaceAll(' ', '')
    const titled = word.replaceAll(/(?:^| )(\w)/g, (_, first: string) => first.toUpperCase())
    const capitalised = joined.charAt(0).toUpperCase() + joined.slice(1)
    return [joined, joined.toUpperCase(), titled, capitalised].some((form) => letters.includes(form))
  })
}

/** The share of characters equal or next to the one `stride` before: abcd, 9876, a1b2c3. */
function sequencePart(secret: string, stride: number): number {
  const lower = secret.toLowerCase()
  const codes = Array.from(lower, (_, index) => lower.charCodeAt(index))
  const steps = codes.slice(stride).map((code, index) => Math.abs(code - (codes[index] ?? 0)))
  return steps.filter((step) => step <= 1).length / steps.length
}

/** The share of characters that end a four-character sequence which occurred before. */
function repeatedPart(secret: string): number {
  const seen = new Set<string>()
  let repeated = 0
  for (let end = REPEATED_LENGTH; end <= secret.length; end++) {
    const piece = secret.slice(end - REPEATED_LENGTH, end)
    if (seen.has(piece)) repeated++
    seen.add(piece)
  }
  return repeated / secret.length
}
