/**
 * Keys pressed between the command that opens the palette and the moment its field has the focus. Its code may have to
 * come first, and until then no letter may be lost, do what it does as a shortcut, or go into another field.
 */
type Ahead = { text: string; onText: ((text: string) => void) | null; onGiveUp: () => void }

let ahead: Ahead | null = null

/** Keeps all keys from here on. `onGiveUp` is told when Escape ends it. */
export function keepTyped(onGiveUp: () => void): void {
  if (!ahead) {
    // Before any other listener, those of fields and buttons included.
    window.addEventListener('keydown', keep, { capture: true })
    window.addEventListener('paste', keepPasted, { capture: true })
    window.addEventListener('pointerdown', dropTyped, { capture: true })
  }
  ahead = { text: '', onText: null, onGiveUp }
}

/** Ends it: the field has the focus, or nothing waits for it any more. */
export function dropTyped(): void {
  window.removeEventListener('keydown', keep, { capture: true })
  window.removeEventListener('paste', keepPasted, { capture: true })
  window.removeEventListener('pointerdown', dropTyped, { capture: true })
  ahead = null
}

export const typedSoFar = (): string => ahead?.text ?? ''

/** Tells what was typed, now and with every further key. Returns what ends it. */
export function watchTyped(onText: (text: string) => void): () => void {
  if (ahead) {
    ahead.onText = onText
    if (ahead.text !== '') onText(ahead.text)
  }
  return () => {
    if (ahead?.onText === onText) ahead.onText = null
  }
}

function keep(event: KeyboardEvent): void {
  if (!ahead || event.isComposing) return
  // AltGr is both Ctrl and Alt on some systems, and writes a letter.
  const isPlain = event.getModifierState('AltGraph') || !(event.ctrlKey || event.metaKey || event.altKey)
  const isAgain = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k'
  if (!isPlain && !isAgain) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (!isPlain) return
  if (event.key === 'Escape') {
    const { onGiveUp } = ahead
    dropTyped()
    onGiveUp()
    return
  }
  tell(typedAfter(ahead.text, event.key))
}

/** A paste is so many letters; a field of one line has no line breaks. */
function keepPasted(event: ClipboardEvent): void {
  if (!ahead) return
  event.preventDefault()
  event.stopImmediatePropagation()
  tell(ahead.text + (event.clipboardData?.getData('text/plain') ?? '').replaceAll(/[\r\n]+/g, ' '))
}

function tell(text: string): void {
  if (!ahead || text === ahead.text) return
  ahead.text = text
  ahead.onText?.(text)
}

/** Letters have names of one character; all other keys have longer ones. */
function typedAfter(text: string, key: string): string {
  if (key === 'Backspace') return Array.from(text).slice(0, -1).join('')
  return Array.from(key).length === 1 ? text + key : text
}
