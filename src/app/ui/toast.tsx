import { Suspense, useState, type ReactNode } from 'react'
import { lazyComponent } from './lazy-component.ts'
import { ToastContext, type Toast } from './use-toast.ts'
import styles from './toast.module.css'

export const ToastCard = lazyComponent(() => import('./toast-card.tsx'), 'ToastCard')

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
        <Suspense>
          {toasts.map((toast) => (
            <ToastCard key={toast.id} toast={toast} onClose={() => close(toast.id)} />
          ))}
        </Suspense>
      </div>
    </ToastContext>
  )
}
