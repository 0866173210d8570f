/**
 * The SHA-256 of a text, in hex. Rejects on a page without a secure context (plain HTTP from another machine), where
 * browsers offer no crypto.
 */
export async function sha256Hex(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
