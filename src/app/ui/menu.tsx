import { Suspense, useState, useTransition, type ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'

type MenuProps = {
  label: string
  icon: ReactNode
  /** Fetches the code of `children` at the first sign of interest. */
  load: () => void
  /** A lazy component that shows an `OpenMenu` of the same label and icon. */
  children: ReactNode
}

/** An icon that opens a list of actions. A page of rows has many and opens few, so a list comes with the click. */
export function Menu({ label, icon, load, children }: MenuProps) {
  const [isWanted, setIsWanted] = useState(false)
  // The icon stays as it is until its list is here.
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
