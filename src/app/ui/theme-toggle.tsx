import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { readStored, store } from './storage.ts'

type Theme = 'system' | 'light' | 'dark'

const KEY = 'token-desk.theme'
const NEXT = { system: 'light', light: 'dark', dark: 'system' } as const
const ICONS = { system: <Icon of={Monitor} />, light: <Icon of={Sun} />, dark: <Icon of={Moon} /> }

/** Follows the system until the user chooses. */
export function ThemeToggle() {
  const [theme, setTheme] = useState(restoreTheme)
  const change = () => {
    const next = NEXT[theme]
    setTheme(next)
    applyTheme(next)
    // Without storage, the choice lasts until reload.
    store('localStorage', KEY, next)
  }

  return <IconButton label={`Theme: ${theme}. Change to ${NEXT[theme]}`} icon={ICONS[theme]} onClick={change} />
}

function restoreTheme(): Theme {
  const stored = readStored('localStorage', KEY)
  const theme = stored === 'light' || stored === 'dark' ? stored : 'system'
  applyTheme(theme)
  return theme
}

function applyTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
