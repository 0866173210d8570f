import * as Radix from '@radix-ui/react-popover'
import type { ReactNode, RefObject } from 'react'
import styles from './popover.module.css'

type PopoverProps = {
  /** The button that opens it: it is placed there, and the focus returns there. */
  anchor: RefObject<HTMLElement | null>
  label: string
  align?: 'start' | 'end'
  onClose: () => void
  children: ReactNode
}

/** Floats beside a button; the page stays usable. Mounted means open. Esc and a click outside close it. */
export function Popover({ anchor, label, align = 'start', onClose, children }: PopoverProps) {
  const isOfAnchor = (target: EventTarget | null) => target instanceof Node && anchor.current?.contains(target)
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal>
        <Radix.Content
          className={styles.popover}
          aria-label={label}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          // The button closes what it has opened; this would open it again.
          onInteractOutside={(event) => isOfAnchor(event.target) && event.preventDefault()}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            // A navigation has moved the focus on.
            if (document.activeElement === document.body) anchor.current?.focus()
          }}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
