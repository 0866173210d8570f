import { CircleCheck, CircleX, X } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { ToastContext, type Toast } from './use-toast.ts'
import styles from './toast.module.css'

const SHOWN_MS = 8000

type ShownToast = Toast & { id: number }

let nextId = 0

/** Shows messages at the bottom, announced politely. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<ShownToast[]>([])
  const [show] = useState(() => (toast: Toast) => {
    nextId += 1
    const shown = { ...toast, id: nextId }
    setToasts((others) => [...others.slice(-2), shown])
  })
  const close = (id: number) => setToasts((others) => others.filter((toast) => toast.id !== id))

  return (
    <ToastContext value={show}>
      {children}
      <div role="status" className={styles.toasts}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      </div>
    </ToastContext>
  )
}

function ToastCard({ toast, onClose }: { toast: ShownToast; onClose: () => void }) {
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
          size="small"
          onClick={() => {
            toast.action?.onClick()
            onClose()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton label="Dismiss" icon={<Icon of={X} />} onClick={onClose} />
    </div>
  )
}
