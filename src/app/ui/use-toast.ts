import { useContext } from 'react'
import { ToastContext } from './toast-context.ts'

/** For results that need no response. A toast is never the only place of an information. */
export const useToast = () => useContext(ToastContext)
