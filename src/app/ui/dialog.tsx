import * as Radix from '@radix-ui/react-dialog'
import { X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './dialog.module.css'
import { IconButton } from './icon-button.tsx'

type DialogProps = {
  title: ReactNode
  description?: ReactNode
  onClose: () => void
  /**
   * When set, neither Esc nor a click outside closes the dialog, and it has no close button; the attempt is reported
   * here.
   */
  onDismissAttempt?: (how: 'escape' | 'outside') => void
  width?: 'regular' | 'wide'
  footer?: ReactNode
  children?: ReactNode
}

/** Mounted means open. The element with `data-autofocus` gets the focus first: the least destructive control. */
export function Dialog({
  title,
  description,
  onClose,
  onDismissAttempt,
  width = 'regular',
  footer,
  children,
}: DialogProps) {
  const content = useRef<HTMLDivElement>(null)
  const opener = useRef<Element>(null)
  const stay = (how: 'escape' | 'outside') => (event: Event) => {
    if (!onDismissAttempt) return
    event.preventDefault()
    onDismissAttempt(how)
  }

  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content
          ref={content}
          className={styles.dialog}
          data-width={width}
          {...(description === undefined && { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            opener.current = openerNow()
            openers.push(opener.current)
            const first = content.current?.querySelector<HTMLElement>('[data-autofocus]')
            if (!first) return
            event.preventDefault()
            first.focus()
          }}
          // Radix returns the focus to its own trigger, which these dialogs lack. A focus that the app has moved since
          // is kept.
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const at = openers.indexOf(opener.current)
            if (at !== -1) openers.splice(at, 1)
            if (document.activeElement === document.body) returnFocus(opener.current)
          }}
          onEscapeKeyDown={stay('escape')}
          onInteractOutside={stay('outside')}
        >
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            {!onDismissAttempt && (
              <Radix.Close asChild>
                <IconButton label="Close" icon={<Icon of={X} />} />
              </Radix.Close>
            )}
            {description !== undefined && (
              <Radix.Description className={styles.description}>{description}</Radix.Description>
            )}
          </header>
          <div className={styles.body}>{children}</div>
          {footer && <footer className={styles.footer}>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Of the dialogs that are open, or closed just now: what had the focus before. */
const openers: (Element | null)[] = []

/** A dialog in the place of another, such as a result after its question, returns the focus to where that would. */
function openerNow(): Element | null {
  const { activeElement, body } = document
  return activeElement === body ? (openers.at(-1) ?? body) : activeElement
}

/** What opened a dialog may be gone, as the actions of a selection are; then the page's heading takes the focus. */
function returnFocus(opener: Element | null): void {
  if (opener instanceof HTMLElement && opener !== document.body && opener.isConnected) opener.focus()
  else document.querySelector('h1')?.focus({ preventScroll: true })
}
