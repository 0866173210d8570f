/** Whether the clipboard really took it: absent (insecure page), denied and throwing clipboards all say no. */
export async function copyText(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value)
    return true
  } catch {
    return false
  }
}
