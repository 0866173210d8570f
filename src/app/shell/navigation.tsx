import { createLink } from '@tanstack/react-router'
import { MonitorX, UserPlus } from 'lucide-react'
import { Suspense } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { paths } from '#app/parts/paths.ts'
import { Icon } from '#app/ui/icon.tsx'
import { NavButton } from '#app/ui/nav-button.tsx'
import { NavLink } from '#app/ui/nav-link.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { sectionsOf } from './sections.ts'
import { useAccount } from './use-account.ts'

const SignOutButton = lazyComponent(
  () => import('./sign-out.tsx'),
  (file) => file.SignOutButton,
)

const SectionLink = createLink(NavLink)

type NavigationProps = {
  /** Everywhere, or after a sign-out that failed. */
  onSignOut: (failure: ApiFailure | null) => void
}

/** The sections of the app, and what a user who signed in can do with the session. */
export function Navigation({ onSignOut }: NavigationProps) {
  const { accountId, session } = useAccount()
  // A section is the current one on all of its pages. The types ask for `to`, in the place of which `href` counts.
  const link = (href: string) => ({ href, to: '.', activeOptions: { includeSearch: false } })
  return (
    <>
      {sectionsOf(accountId).map(({ label, icon, href }) => (
        <SectionLink key={label} {...link(href)} icon={<Icon of={icon} />} label={label} />
      ))}
      {session?.hasSignIn && (
        <>
          <SectionLink {...link(paths.signIn())} icon={<Icon of={UserPlus} />} label="Add an account" />
          <Suspense>
            <SignOutButton onFailure={onSignOut} />
          </Suspense>
          <NavButton icon={<Icon of={MonitorX} />} label="Sign out everywhere" onClick={() => onSignOut(null)} />
        </>
      )}
    </>
  )
}
