/** Saves a text as a file, in the browser only. */
export function downloadText(fileName: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // By the next task, the browser has read the text; the URL would keep it in memory.
  setTimeout(() => URL.revokeObjectURL(url))
}
