import { useContext } from 'react'
import { ToastContext } from './toast-context.ts'

/** For results that need no answer. A toast never holds the only copy of anything. */
export const useToast = () => useContext(ToastContext)
