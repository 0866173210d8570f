import { useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './button.tsx'
import { Note } from './note.tsx'
import styles from './part-not-loaded.module.css'

type PartNotLoadedProps = {
  load: () => Promise<unknown>
  onLoaded: () => void
  /** For what opens above the page: the note does, too, and can be closed. */
  onClose?: (() => void) | undefined
}

/** In the place of a part whose code could not be loaded. */
export function PartNotLoaded({ load, onLoaded, onClose }: PartNotLoadedProps) {
  const [isLoading, setIsLoading] = useState(false)
  const retry = () => {
    setIsLoading(true)
    load()
      .then(onLoaded, () => {})
      .finally(() => setIsLoading(false))
  }
  const note = (
    <Note
      tone="critical"
      role="alert"
      title="Couldn’t load this part"
      action={
        <span className={styles.actions}>
          <Button size="small" busy={isLoading} onClick={retry}>
            Try again
          </Button>
          <Button size="small" onClick={() => location.reload()}>
            Reload
          </Button>
          {onClose && (
            <Button size="small" tone="quiet" onClick={onClose}>
              Close
            </Button>
          )}
        </span>
      }
    >
      {/* Chromium repeats the failure of an import, and of all files it needs, until the page is reloaded. */}
      <p>Check your connection.</p>
    </Note>
  )
  // A card or a row would clip it.
  return onClose ? createPortal(<div className={styles.above}>{note}</div>, document.body) : note
}
