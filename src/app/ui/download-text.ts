/** Hands a text to the browser as a file. It goes nowhere else. */
export function downloadText(fileName: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  // The browser has taken the text by the next turn; the address would keep it in memory.
  setTimeout(() => URL.revokeObjectURL(url))
}
