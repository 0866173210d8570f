import { Monitor, Moon, Sun } from 'lucide-react'
import { Icon } from '#app/ui/icon.tsx'
import { changeTheme } from '#app/ui/theme.ts'
import type { Doing } from './palette-matching.ts'

const also = 'theme appearance mode'

export const themeItems: Doing[] = [
  { label: 'Light theme', icon: <Icon of={Sun} />, also, onSelect: () => changeTheme('light') },
  { label: 'Dark theme', icon: <Icon of={Moon} />, also, onSelect: () => changeTheme('dark') },
  { label: 'Theme of the system', icon: <Icon of={Monitor} />, also, onSelect: () => changeTheme('system') },
]
