import { useNavigate } from '@tanstack/react-router'
import { BookOpen, Keyboard, LogOut, MonitorX, ShieldCheck, UserPlus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { paths } from '#app/parts/paths.ts'
import { Icon } from '#app/ui/icon.tsx'
import { OpenMenu, type MenuItem } from '#app/ui/open-menu.tsx'
import { changeTheme, storedTheme, type Theme } from '#app/ui/theme.ts'
import { documentation } from '#app/parts/help/documentation.ts'
import { useAccount } from './use-account.ts'
import { useCredentialState } from './use-credential-state.ts'

type SessionMenuItemsProps = {
  label: string
  icon: ReactNode
  onShortcuts: () => void
  onSignOut: () => void
  onSignOutEverywhere: () => void
}

export function SessionMenuItems(props: SessionMenuItemsProps) {
  const { label, icon, onShortcuts, onSignOut, onSignOutEverywhere } = props
  const { chosenId, session } = useAccount()
  const credential = useCredentialState()
  const [theme, setTheme] = useState(storedTheme)
  const navigate = useNavigate()
  const goTo = (href: string) => () => void navigate({ href })

  const ofSignIn: MenuItem[] = session?.hasSignIn
    ? [
        'separator',
        { label: 'Add an account', icon: <Icon of={UserPlus} />, onSelect: goTo(paths.signIn()) },
        { label: 'Sign out', icon: <Icon of={LogOut} />, onSelect: onSignOut },
        { label: 'Sign out everywhere…', icon: <Icon of={MonitorX} />, onSelect: onSignOutEverywhere },
      ]
    : []
  const items: MenuItem[] = [
    { label: credential.words, icon: <Icon of={ShieldCheck} />, onSelect: goTo(paths.verify(chosenId)) },
    'separator',
    {
      heading: 'Theme',
      value: theme,
      options: [
        { value: 'system', label: 'System' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ],
      onChange: (value) => {
        // One of the options above.
        const chosen = value as Theme
        setTheme(chosen)
        changeTheme(chosen)
      },
    },
    'separator',
    { label: 'Keyboard shortcuts', icon: <Icon of={Keyboard} />, onSelect: onShortcuts },
    { label: 'Cloudflare documentation', icon: <Icon of={BookOpen} />, href: documentation.tokens },
    ...ofSignIn,
  ]
  return <OpenMenu label={label} icon={icon} items={items} />
}
