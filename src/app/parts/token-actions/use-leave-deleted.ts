import { useNavigate } from '@tanstack/react-router'
import { paths } from '#app/parts/paths.ts'

/** Leads from a token that was just deleted to the list. The dialog that deleted it still blocks the way then. */
export function useLeaveDeleted() {
  const navigate = useNavigate()
  return (accountId: string) => void navigate({ href: paths.tokens(accountId), replace: true, ignoreBlocker: true })
}
