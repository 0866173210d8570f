import { CircleCheck, CircleX, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Icon } from './icon.tsx'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { inTurn } from './in-turn.ts'
import styles from './toast.module.css'
import type { Toast } from './use-toast.ts'

const SHOWN_MS = 8000

/** One message, which goes by itself unless the user is on it. */
export function ToastCard({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const [isHeld, setIsHeld] = useState(false)
  const { tone = 'positive' } = toast

  // The timer pauses while the pointer or the focus is on the toast.
  useEffect(() => {
    if (isHeld) return undefined
    const timer = setTimeout(onClose, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [isHeld, onClose])

  return (
    <div
      className={styles.toast}
      data-tone={tone}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <Icon of={tone === 'critical' ? CircleX : CircleCheck} />
      <p>{toast.message}</p>
      {toast.action && (
        <Button
          ref={inTurn}
          size="small"
          onClick={() => {
            toast.action?.onClick()
            onClose()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton ref={inTurn} label="Dismiss" icon={<Icon of={X} />} onClick={onClose} />
    </div>
  )
}
