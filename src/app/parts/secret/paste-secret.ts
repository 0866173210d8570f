import type { ClipboardEvent } from 'react'
import { fromClipboard, type FromClipboard } from '#domain/secret/clipboard.ts'

/**
 * Pastes the secret alone into a field. The field would drop line ends, which separate a variable from the next. `null`
 * where the browser pastes: beside other text, or a text that is no single word.
 */
export function pasteSecret(event: ClipboardEvent<HTMLInputElement>): FromClipboard | null {
  const field = event.currentTarget
  const found = fromClipboard(event.clipboardData.getData('text'))
  const isAll = field.value === '' || field.selectionEnd !== field.selectionStart
  if (!isAll || /\s/.test(found.secret)) return null
  event.preventDefault()
  field.value = found.secret
  return found
}
