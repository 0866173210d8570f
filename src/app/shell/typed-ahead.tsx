import { useEffect, useRef, type CSSProperties, type KeyboardEvent } from 'react'

type TypedAheadProps = { onText: (text: string) => void; onGiveUp: () => void }

/**
 * Takes the keys between the command that opens the palette and the moment its own field has the focus. The code of that
 * may have to come first, and until then no letter may be lost, do what it does as a shortcut, or go into another field.
 */
export function TypedAhead({ onText, onGiveUp }: TypedAheadProps) {
  const field = useRef<HTMLInputElement>(null)

  // The focus is outside React. It returns when the palette closes, too.
  useEffect(() => {
    const { activeElement } = document
    field.current?.focus()
    return () => {
      if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true })
    }
  }, [])

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onGiveUp()
    else if (event.key === 'Tab') event.preventDefault()
  }
  return (
    <input
      ref={field}
      className="visually-hidden"
      style={IN_VIEW}
      aria-label="Search or jump to"
      onChange={({ target }) => onText(target.value)}
      onKeyDown={press}
    />
  )
}

/** Or the page would scroll to it. */
const IN_VIEW: CSSProperties = { position: 'fixed', top: 0 }
