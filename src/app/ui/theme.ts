import { readStored, store } from './storage.ts'

export type Theme = 'system' | 'light' | 'dark'

/** `early.ts` reads it, too, so that the first paint has it. */
const KEY = 'token-desk.theme'

export function storedTheme(): Theme {
  const stored = readStored('localStorage', KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** Without storage it lasts until the page is loaded again. */
export function changeTheme(theme: Theme): void {
  applyTheme(theme)
  store('localStorage', KEY, theme)
}

export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}
