/** The shortest part of a credential that is still secret: the rest of 40 characters cannot be guessed. */
const PART = 32

/**
 * Finds a credential in a text from outside: plain, in JSON or URL escapes, in base64 or hexadecimal; whole or cut off
 * at either end.
 */
export function createSearch(credential: string): (text: string) => boolean {
  if (credential.length < PART) return () => false
  const middle = Math.floor((credential.length - PART) / 2)
  const parts = [credential.slice(0, PART), credential.slice(middle, middle + PART), credential.slice(-PART)]
  const forms = parts.every(isItsOwn) ? parts : [credential]
  const needles = forms.flatMap((form) => [form, ...base64Of(form)])
  const hex = forms.map(hexOf)
  const isIn = (text: string) => needles.some((needle) => text.includes(needle))
  return (text) =>
    isIn(text) || (/[\\%]/.test(text) && isIn(unescaped(text))) || hex.some((form) => text.toLowerCase().includes(form))
}

/** Whether a part can only come from the credential. An account id has 32 hex digits as well. */
const isItsOwn = (part: string) => new Set(part).size >= 8 && !/^[0-9a-f]+$/i.test(part)

/** Without line breaks, and with `\\u0063` and `%63` decoded. */
const unescaped = (text: string) => unescape(text.replaceAll(/\\+u00/gi, '%').replaceAll(/\\+[nrt]|[\s\\]/g, ''))

/** Base64 of a text differs at each of three offsets, and its ends depend on the neighbouring bytes. */
function base64Of(text: string): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const inner = btoa(' '.repeat(offset) + text).slice(offset === 0 ? 0 : 4, -4)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

const hexOf = (text: string) =>
  [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
