import { KeyRound, ListChecks, MonitorX, ShieldCheck, UserPlus, type LucideIcon } from 'lucide-react'
import { Suspense, type ComponentProps } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { toPermissions, toTokens, toSignIn, toVerify } from '#app/parts/addresses.ts'
import { useQuickLink } from '#app/parts/quick-link.tsx'
import { usePlace } from '#app/routing/routing.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { NavButton } from '#app/ui/nav-button.tsx'
import { lazyWithPreload } from 'react-lazy-with-preload'
import { NavLink } from '#app/ui/nav-link.tsx'

const SignOutButton = lazyWithPreload(() =>
  import('./sign-out.tsx').then((module) => ({ default: module.SignOutButton })),
)

type NavigationProps = {
  accountId: string | null
  hasSignIn: boolean
  /** Everywhere, or after a sign-out that failed. */
  onSignOut: (failure: ApiFailure | null) => void
}

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
          <Suspense>
            <SignOutButton onFailure={onSignOut} />
          </Suspense>
          <NavButton icon={<Icon of={MonitorX} />} label="Sign out everywhere" onClick={() => onSignOut(null)} />
        </>
      )}
    </>
  )
}

type PlaceProps = {
  href: string
  /** Of the page that is open. */
  path: string
  icon: LucideIcon
  label: string
}

/** One of them; the one that the open page belongs to carries `aria-current`. */
function Place({ path, href, icon, label }: PlaceProps) {
  const link = useQuickLink({ href })
  const [place = ''] = href.split('?')
  const current: ComponentProps<'a'> = path === place || path.startsWith(`${place}/`) ? { 'aria-current': 'page' } : {}
  return <NavLink {...link} {...current} icon={<Icon of={icon} />} label={label} />
}
