/**
 * Copies a text; resolves with whether it succeeded. It fails when the clipboard is absent (insecure page), denied or
 * throws, or when the text cannot be created.
 */
export async function copyText(value: string | (() => Promise<string>)): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(typeof value === 'string' ? value : await value())
    return true
  } catch {
    return false
  }
}
