import { KeyRound, ListChecks, LogOut, ShieldCheck, UserPlus, type IconNode } from 'lucide'
import type { ComponentProps } from 'react'
import { toPermissions, toTokens, toSignIn, toVerify } from '#app/parts/addresses.ts'
import { useQuickLink } from '#app/parts/quick-link.tsx'
import { usePlace } from '#app/routing/routing.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { NavButton } from '#app/ui/nav-button.tsx'
import { NavLink } from '#app/ui/nav-link.tsx'

type NavigationProps = { accountId: string | null; hasSignIn: boolean; onSignOut: () => void }

/** The places of the app; those of an account only when one is known. */
export function Navigation({ accountId, hasSignIn, onSignOut }: NavigationProps) {
  const { pathname } = usePlace().location
  return (
    <>
      {accountId && (
        <>
          <Place path={pathname} href={toTokens(accountId)} icon={KeyRound} label="Tokens" />
          <Place path={pathname} href={toPermissions(accountId)} icon={ListChecks} label="Permissions" />
        </>
      )}
      <Place path={pathname} href={toVerify(accountId)} icon={ShieldCheck} label="Verify a secret" />
      {hasSignIn && (
        <>
          <Place path={pathname} href={toSignIn} icon={UserPlus} label="Add an account" />
          <NavButton icon={<Icon of={LogOut} />} label="Sign out" onClick={onSignOut} />
        </>
      )}
    </>
  )
}

type PlaceProps = {
  href: string
  /** Of the page that is open. */
  path: string
  icon: IconNode
  label: string
}

/** One of them; the one that the open page belongs to carries `aria-current`. */
function Place({ path, href, icon, label }: PlaceProps) {
  const link = useQuickLink({ href })
  const [place = ''] = href.split('?')
  const current: ComponentProps<'a'> = path === place || path.startsWith(`${place}/`) ? { 'aria-current': 'page' } : {}
  return <NavLink {...link} {...current} icon={<Icon of={icon} />} label={label} />
}
