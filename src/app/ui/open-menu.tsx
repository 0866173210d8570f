import * as Radix from '@radix-ui/react-dropdown-menu'
import { Check } from 'lucide-react'
import { useRef, useState, type ReactNode } from 'react'
import { ignoreHeldEnter } from './held-enter.ts'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './menu.module.css'

type Action = { label: string; icon?: ReactNode; tone?: 'danger'; onSelect: () => void; disabled?: boolean }
/** Leads to another site, in a tab of its own. */
type OutsideLink = { label: string; icon?: ReactNode; href: string }
/** One of several, such as a theme. */
type Choice = {
  heading: string
  value: string
  options: { value: string; label: string }[]
  onChange: (value: string) => void
}

export type MenuItem = Action | OutsideLink | Choice | 'separator'

type OpenMenuProps = {
  label: string
  icon: ReactNode
  items: MenuItem[]
  /** With a title, a phone shows the menu as a sheet at the bottom of the screen. */
  sheetTitle?: ReactNode
}

/** The menu, open when mounted. */
export function OpenMenu({ label, icon, items, sheetTitle }: OpenMenuProps) {
  // Runs when the menu is closed: a dialog returns the focus to what had it before, which must not be an item.
  const chosen = useRef<() => void>(null)
  const runChosen = () => {
    const run = chosen.current
    chosen.current = null
    run?.()
  }
  const [isOpen, setIsOpen] = useState(true)
  const wasOpen = useRef(false)
  const isNew = useRef(true)
  return (
    <Radix.Root modal={false} open={isOpen} onOpenChange={setIsOpen}>
      {/* Opens on click and not on press: a sheet covers the button, and the release would choose one of its items. */}
      <Radix.Trigger
        asChild
        onPointerDown={(event) => {
          wasOpen.current = isOpen
          event.preventDefault()
        }}
        onClick={() => {
          if (!wasOpen.current) setIsOpen(true)
          // A click by voice or by a screen reader comes without a press.
          wasOpen.current = false
        }}
      >
        <IconButton label={label} icon={icon} />
      </Radix.Trigger>
      {sheetTitle && (
        <Radix.Portal>
          <div className={styles.scrim} />
        </Radix.Portal>
      )}
      {/* Inside a landmark, where screen readers look for content. */}
      <Radix.Portal container={document.querySelector('main')}>
        <Radix.Content
          className={`${styles.menu} ${sheetTitle ? styles.sheet : ''}`}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onFocus={({ target, currentTarget }) => {
            if (!isNew.current || target !== currentTarget) return
            isNew.current = false
            // Radix was not there for the key that opened the menu, so its first item has to get the focus here.
            if (target.matches(':focus-visible')) target.querySelector<HTMLElement>(FIRST)?.focus()
          }}
          onKeyDownCapture={ignoreHeldEnter}
          onCloseAutoFocus={runChosen}
        >
          {sheetTitle && <Radix.Label className={styles.sheetTitle}>{sheetTitle}</Radix.Label>}
          {items.map((item, index) => (
            <Item
              key={index}
              item={item}
              onChoose={(onSelect) => {
                chosen.current = onSelect
              }}
            />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const FIRST = '[role^="menuitem"]:not([data-disabled])'

function Item({ item, onChoose }: { item: MenuItem; onChoose: (onSelect: () => void) => void }) {
  if (item === 'separator') return <Radix.Separator className={styles.separator} />
  if ('options' in item) return <Choices choice={item} />
  if ('href' in item) {
    return (
      <Radix.Item asChild className={styles.item}>
        <a href={item.href} target="_blank" rel="noreferrer">
          {item.icon}
          {item.label}
        </a>
      </Radix.Item>
    )
  }
  const { label, icon, tone, onSelect, disabled = false } = item
  return (
    <Radix.Item className={styles.item} data-tone={tone} onSelect={() => onChoose(onSelect)} disabled={disabled}>
      {icon}
      {label}
    </Radix.Item>
  )
}

function Choices({ choice: { heading, value, options, onChange } }: { choice: Choice }) {
  return (
    <Radix.RadioGroup value={value} onValueChange={onChange} aria-label={heading}>
      <Radix.Label className={`quiet ${styles.heading}`}>{heading}</Radix.Label>
      {options.map((option) => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          className={styles.item}
          // The effect of a choice is seen behind the menu.
          onSelect={(event) => event.preventDefault()}
        >
          <span className={styles.check}>
            <Radix.ItemIndicator>
              <Icon of={Check} />
            </Radix.ItemIndicator>
          </span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}
