import { lazy, Suspense, useState, type ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'

type MenuItem =
  | { label: string; icon?: ReactNode; tone?: 'danger'; onSelect: () => void; disabled?: boolean }
  | 'separator'

export type MenuProps = { label: string; icon: ReactNode; items: MenuItem[] }

const loadOpenMenu = () => import('./open-menu.tsx')
const OpenMenu = lazy(() => loadOpenMenu().then((module) => ({ default: module.OpenMenu })))

/**
 * An icon that opens a list of actions. A page of rows has many and opens few, so
 * the list's code comes with the first sign of interest, and its parts with the click.
 */
export function Menu({ label, icon, items }: MenuProps) {
  const [isWanted, setIsWanted] = useState(false)
  const trigger = (
    <IconButton
      label={label}
      icon={icon}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void loadOpenMenu()}
      onFocus={() => void loadOpenMenu()}
      onClick={() => setIsWanted(true)}
    />
  )
  if (!isWanted) return trigger
  return (
    <Suspense fallback={trigger}>
      <OpenMenu label={label} icon={icon} items={items} />
    </Suspense>
  )
}
