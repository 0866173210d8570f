import { useBlocker } from '@tanstack/react-router'
import { useToast } from '#app/ui/use-toast.ts'

/** The page itself, not its tabs, is not left while `isSending`: says why. */
export function useStay(why: string, isSending: boolean): void {
  const toast = useToast()
  useBlocker({
    shouldBlockFn: ({ current, next }) => {
      if (current.pathname === next.pathname) return false
      toast({ message: `This page stays open for now: ${why}` })
      return true
    },
    disabled: !isSending,
  })
}
