import * as Radix from '@radix-ui/react-dropdown-menu'
import { useRef, type ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import styles from './menu.module.css'

type MenuItem =
  | { label: string; icon?: ReactNode; tone?: 'danger'; onSelect: () => void; disabled?: boolean }
  | 'separator'

type OpenMenuProps = { label: string; icon: ReactNode; items: MenuItem[] }

/** The menu, open when mounted. */
export function OpenMenu({ label, icon, items }: OpenMenuProps) {
  // Runs when the menu is closed: a dialog returns the focus to what had it before, which must not be an item.
  const chosen = useRef<() => void>(null)
  const runChosen = () => {
    const run = chosen.current
    chosen.current = null
    run?.()
  }
  return (
    <Radix.Root modal={false} defaultOpen>
      <Radix.Trigger asChild>
        <IconButton label={label} icon={icon} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          className={styles.menu}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={runChosen}
        >
          {items.map((item, index) =>
            item === 'separator' ? (
              <Radix.Separator key={index} className={styles.separator} />
            ) : (
              <Radix.Item
                key={item.label}
                className={styles.item}
                data-tone={item.tone}
                onSelect={() => {
                  chosen.current = item.onSelect
                }}
                {...(item.disabled && { disabled: true })}
              >
                {item.icon}
                {item.label}
              </Radix.Item>
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
