/**
 * Whether the clipboard really took it: absent (insecure page), denied and throwing
 * clipboards all say no, and so does a text that cannot be made.
 */
export async function copyText(value: string | (() => Promise<string>)): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(typeof value === 'string' ? value : await value())
    return true
  } catch {
    return false
  }
}
