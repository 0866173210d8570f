import * as Radix from '@radix-ui/react-dialog'
import { X } from 'lucide-react'
import { useRef, type ReactNode } from 'react'
import { Icon } from './icon.tsx'
import styles from './dialog.module.css'
import { leaveToSearch } from './escape-search.ts'
import { ignoreHeldEnter } from './held-enter.ts'
import { IconButton } from './icon-button.tsx'
import { useReturnFocus } from './use-return-focus.ts'

export type DialogProps = {
  title: ReactNode
  description?: ReactNode
  onClose: () => void
  /**
   * When set, neither Esc nor a click outside closes the dialog, and it has no close button; the attempt is reported
   * here.
   */
  onDismissAttempt?: (how: 'escape' | 'outside') => void
  /** Something is typed in a text field. */
  onTyped?: () => void
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
  onTyped,
  width = 'regular',
  footer,
  children,
}: DialogProps) {
  const content = useRef<HTMLDivElement>(null)
  const close = useRef<HTMLButtonElement>(null)
  const typedIn = useRef(new Set<TextControl>())
  const focus = useReturnFocus()
  // The first attempt after typing only leads to the button that closes, so that a stray one loses nothing.
  const keepTyped = (event: Event) => {
    if (event.defaultPrevented || ![...typedIn.current].some(hasContent)) return
    typedIn.current.clear()
    event.preventDefault()
    close.current?.focus({ focusVisible: true })
  }
  const attempt = (event: Event, how: 'escape' | 'outside') => {
    if (!onDismissAttempt) return keepTyped(event)
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
            focus.remember()
            const first = content.current?.querySelector<HTMLElement>('[data-autofocus]')
            if (!first) return
            event.preventDefault()
            first.focus()
          }}
          onCloseAutoFocus={focus.giveBack}
          onKeyDownCapture={ignoreHeldEnter}
          onInput={({ target }) => {
            if (!isTextControl(target)) return
            typedIn.current.add(target)
            onTyped?.()
          }}
          onEscapeKeyDown={(event) => {
            leaveToSearch(event)
            attempt(event, 'escape')
          }}
          onInteractOutside={(event) => attempt(event, 'outside')}
        >
          <header className={styles.header}>
            <Radix.Title className={styles.title}>{title}</Radix.Title>
            {!onDismissAttempt && (
              <Radix.Close asChild>
                <IconButton ref={close} label="Close" icon={<Icon of={X} />} />
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

type TextControl = HTMLInputElement | HTMLTextAreaElement

const isTextControl = (target: EventTarget): target is TextControl =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')

/** Whether what was typed is there: as the text, or among the chips that a list made of it. */
const hasContent = (control: TextControl) =>
  control.isConnected && (control.value !== '' || control.closest('[data-chip-field]:has(li)') !== null)
