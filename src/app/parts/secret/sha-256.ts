/**
 * SHA-256 of a text, in hex, by the browser itself. Rejects on a page without a secure
 * context (plain HTTP anywhere but on this machine), where browsers keep their crypto back.
 */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
