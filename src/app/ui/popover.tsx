import * as Radix from '@radix-ui/react-popover'
import type { ReactNode, RefObject } from 'react'
import { leaveToSearch } from './escape-search.ts'
import { ignoreHeldEnter } from './held-enter.ts'
import styles from './popover.module.css'
import { useReturnFocus } from './use-return-focus.ts'

type PopoverProps = {
  /** It is placed there. */
  anchor: RefObject<HTMLElement | null>
  /** The button that opens it, where that is not the anchor: the focus returns there. */
  opener?: RefObject<HTMLElement | null>
  label: string
  align?: 'start' | 'end'
  /** From that edge of the anchor, in px. */
  offset?: number
  className?: string
  onClose: () => void
  children: ReactNode
}

const CONTROLS = 'a[href], button, input, select, textarea'

/** Floats beside a button; the page stays usable. Mounted means open. Esc and a click outside close it. */
export function Popover(props: PopoverProps) {
  const { anchor, opener = anchor, label, align = 'start', offset = 0, className = '', onClose, children } = props
  const focus = useReturnFocus(opener)
  const isOfOpener = (target: EventTarget | null) => target instanceof Node && opener.current?.contains(target)
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Anchor virtualRef={anchor} />
      <Radix.Portal>
        <Radix.Content
          className={`${styles.popover} ${className}`}
          aria-label={label}
          align={align}
          alignOffset={offset}
          sideOffset={4}
          collisionPadding={8}
          // The button closes what it has opened; this would open it again.
          onInteractOutside={(event) => isOfOpener(event.target) && event.preventDefault()}
          onEscapeKeyDown={leaveToSearch}
          onOpenAutoFocus={(event) => {
            focus.remember()
            const { currentTarget: content } = event
            if (!(content instanceof HTMLElement) || !content.querySelector(CONTROLS)?.matches('a')) return
            // Radix would pass over links to a button that may be out of view.
            event.preventDefault()
            content.focus({ preventScroll: true })
          }}
          onCloseAutoFocus={focus.giveBack}
          onKeyDownCapture={ignoreHeldEnter}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
