import { useNavigate } from '@tanstack/react-router'
import { CircleUserRound } from 'lucide-react'
import { Suspense, useState } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { keepsRun } from '#app/parts/unfinished-keys.ts'
import { changeUser, keepsDraft } from '#app/parts/kept-in-tab.ts'
import { paths } from '#app/parts/paths.ts'
import { useSignOut } from '#app/queries/sign-in.ts'
import { Icon } from '#app/ui/icon.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { Menu } from '#app/ui/menu.tsx'
import { useAccount } from './use-account.ts'
import { useCredentialState } from './use-credential-state.ts'

const SessionMenuItems = lazyComponent(() => import('./session-menu-items.tsx'), 'SessionMenuItems')

const SignOutDialog = lazyComponent(() => import('./sign-out-dialog.tsx'), 'SignOutDialog')

/** What belongs to this browser and its session: the credential, the theme, the keys, the way out. */
export function SessionMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { session, failure } = useAccount()
  const credential = useCredentialState()
  const navigate = useNavigate()
  /** Everywhere, after a sign-out that failed, or before one that loses a draft. */
  const [asked, setAsked] = useState<{ isHere: boolean; failure: ApiFailure | null } | null>(null)
  const { mutate } = useSignOut({
    // Signed out there is no page to go back to.
    onSuccess: () => {
      changeUser(null)
      void navigate({ href: paths.signIn(), replace: true, ignoreBlocker: true })
    },
    onError: (error) => setAsked({ isHere: true, failure: error }),
  })
  const isKnown = session !== undefined || failure !== null
  const label = isKnown ? `Session: ${credential.words.toLowerCase()}` : 'Session'
  const icon = <Icon of={CircleUserRound} />
  return (
    <>
      {/* The dialog too: it says what went wrong when there is no network. */}
      <Menu label={label} icon={icon} load={() => Promise.all([SessionMenuItems.preload(), SignOutDialog.preload()])}>
        <SessionMenuItems
          label={label}
          icon={icon}
          onShortcuts={onShortcuts}
          onSignOut={() => {
            if (keepsDraft() || keepsRun()) setAsked({ isHere: true, failure: null })
            else mutate({ everywhere: false })
          }}
          onSignOutEverywhere={() => setAsked({ isHere: false, failure: null })}
        />
      </Menu>
      {asked && (
        <Suspense>
          <SignOutDialog {...asked} onClose={() => setAsked(null)} />
        </Suspense>
      )}
    </>
  )
}
