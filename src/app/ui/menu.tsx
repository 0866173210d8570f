import { Suspense, useState, useTransition, type ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'

type MenuProps = {
  label: string
  icon: ReactNode
  /** Preloads the code of `children` on hover or focus. */
  load: () => void
  /** A lazy component that renders an `OpenMenu` with the same label and icon. */
  children: ReactNode
}

/** An icon that opens a list of actions. A table has many and opens few, so the list is loaded on click. */
export function Menu({ label, icon, load, children }: MenuProps) {
  const [isWanted, setIsWanted] = useState(false)
  // The icon stays until the list has loaded.
  const [isComing, start] = useTransition()
  const trigger = (
    <IconButton
      label={label}
      icon={icon}
      aria-haspopup="menu"
      aria-expanded={false}
      aria-busy={isComing || undefined}
      onPointerEnter={load}
      onFocus={load}
      onClick={() => start(() => setIsWanted(true))}
    />
  )
  return isWanted ? <Suspense fallback={trigger}>{children}</Suspense> : trigger
}
