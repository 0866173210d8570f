import { useNavigate, useRouter } from '@tanstack/react-router'
import { startOf } from '#app/parts/last-account.ts'
import { paths } from '#app/parts/paths.ts'

/** Leads to an account. The pages beside those of an account stay, and answer for this one. */
export function useOpenAccount(): (accountId: string) => void {
  const navigate = useNavigate()
  const router = useRouter()
  return (accountId) => {
    const isBeside = BESIDE.has(router.state.location.pathname)
    if (isBeside) void navigate({ to: '.', search: (asked) => ({ ...asked, account: accountId }) })
    else void navigate({ href: startOf(accountId) })
  }
}

const BESIDE = new Set([paths.which(null), paths.verify(null)])
