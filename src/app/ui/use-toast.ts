import { createContext, use, type ReactNode } from 'react'

export type Toast = {
  message: ReactNode
  tone?: 'positive' | 'critical'
  action?: { label: string; onClick: () => void }
}

/** Shows a message for 8 s. Without a provider it does nothing. */
export const ToastContext = createContext<(toast: Toast) => void>(() => {})

/** For results that need no response. A toast is never the only place of an information. */
export const useToast = () => use(ToastContext)
