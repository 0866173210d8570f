import { useState, useTransition, type ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import { PartNotLoaded } from './part-not-loaded.tsx'

type MenuProps = {
  label: string
  icon: ReactNode
  /** Loads the code of `children`, on hover or focus already. */
  load: () => Promise<unknown>
  /** A lazy component that renders an `OpenMenu` with the same label and icon. */
  children: ReactNode
}

/** An icon that opens a list of actions. A table has many and opens few, so the list is loaded on click. */
export function Menu({ label, icon, load, children }: MenuProps) {
  const [state, setState] = useState<'closed' | 'loaded' | 'missing'>('closed')
  // The icon stays until the list has loaded.
  const [isComing, start] = useTransition()
  const open = () =>
    start(async () => {
      const next = await load().then(
        () => 'loaded' as const,
        () => 'missing' as const,
      )
      start(() => setState(next))
    })
  const prepare = () => void load().catch(() => {})
  if (state === 'loaded') return children
  return (
    <>
      <IconButton
        label={label}
        icon={icon}
        aria-haspopup="menu"
        aria-expanded={false}
        aria-busy={isComing || undefined}
        onPointerEnter={prepare}
        onFocus={prepare}
        onClick={open}
      />
      {state === 'missing' && (
        <PartNotLoaded load={load} onLoaded={() => setState('loaded')} onClose={() => setState('closed')} />
      )}
    </>
  )
}
