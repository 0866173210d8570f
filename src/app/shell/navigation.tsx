import { useLocation } from '@tanstack/react-router'
import { KeyRound, ListChecks, ShieldCheck, UserPlus, type IconNode } from 'lucide'
import { Suspense, type ComponentProps } from 'react'
import { toPermissions, toTokens, toVerify, type Destination } from '#app/parts/addresses.ts'
import { useQuickLink } from '#app/parts/quick-link.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { later } from '#app/ui/later.tsx'
import { NavLink } from '#app/ui/nav-link.tsx'

const SignOutButton = later(() => import('./sign-out-button.tsx').then((module) => module.SignOutButton))

type NavigationProps = { accountId: string | null; hasSignIn: boolean }

/** The places of the app; those of an account only when one is known. */
export function Navigation({ accountId, hasSignIn }: NavigationProps) {
  const path = useLocation({ select: ({ pathname }) => pathname })
  return (
    <>
      {accountId && (
        <>
          <Place path={path} {...toTokens(accountId)} icon={KeyRound} label="Tokens" />
          <Place path={path} {...toPermissions(accountId)} icon={ListChecks} label="Permissions" />
        </>
      )}
      <Place path={path} {...toVerify(accountId)} icon={ShieldCheck} label="Verify a secret" />
      {hasSignIn && (
        <>
          <Place
            path={path}
            href="/sign-in"
            to={{ to: '/sign-in', search: {} }}
            icon={UserPlus}
            label="Add an account"
          />
          <Suspense>
            <SignOutButton />
          </Suspense>
        </>
      )}
    </>
  )
}

type PlaceProps = Destination & {
  /** Of the page that is open. */
  path: string
  icon: IconNode
  label: string
}

/** One of them; the one that the open page belongs to carries `aria-current`. */
function Place({ path, href, to, icon, label }: PlaceProps) {
  const link = useQuickLink({ href, to })
  const [place = ''] = href.split('?')
  const current: ComponentProps<'a'> = path === place || path.startsWith(`${place}/`) ? { 'aria-current': 'page' } : {}
  return <NavLink {...link} {...current} icon={<Icon of={icon} />} label={label} />
}
