import { useQuery } from '@tanstack/react-query'
import { Outlet, useParams } from '@tanstack/react-router'
import { Lock } from 'lucide'
import { sessionQuery } from '#app/queries/session.ts'
import { isSignedOut } from '#app/queries/failures.ts'
import { lastAccountId } from '#app/parts/last-account.ts'
import { AppFrame } from '#app/ui/app-frame.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { ThemeToggle } from '#app/ui/theme-toggle.tsx'
import { AccountSwitcher } from './account-switcher.tsx'
import { Commands } from './commands.tsx'
import { CredentialStatus } from './credential-status.tsx'
import { ModeChip } from './mode-chip.tsx'
import { Navigation } from './navigation.tsx'
import { RateStatus } from './rate-status.tsx'
import styles from './shell.module.css'

/** The frame around every page: navigation, account, mode, and the state of the app's own credential. */
export function AppShell() {
  const params = useParams({ strict: false })
  const accountId = params.accountId ?? lastAccountId()
  // The frame stands without a session; a page that needs one says so itself.
  const { data: session, error } = useQuery({ ...sessionQuery(accountId), throwOnError: false })

  const header = (
    <>
      <AccountSwitcher accountId={accountId} session={session} />
      {session && <ModeChip mode={session.mode} />}
      {session?.isReadOnly && (
        <Chip tone="neutral" icon={<Icon of={Lock} />} title="This server refuses every change (READ_ONLY)">
          <span className={styles.words}>Read-only</span>
        </Chip>
      )}
      <RateStatus />
      <span className={styles.spacer} />
      <Commands
        accountId={accountId ?? session?.accounts[0]?.id ?? null}
        tokenId={params.tokenId}
        isReadOnly={session?.isReadOnly ?? false}
      />
      <ThemeToggle />
      <CredentialStatus accountId={accountId} session={session} failure={error && isSignedOut(error) ? null : error} />
    </>
  )

  return (
    <AppFrame
      header={header}
      navigation={
        <Navigation accountId={accountId ?? session?.accounts[0]?.id ?? null} hasSignIn={session?.hasSignIn ?? false} />
      }
    >
      <Outlet />
    </AppFrame>
  )
}
