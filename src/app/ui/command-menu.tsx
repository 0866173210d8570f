import * as Radix from '@radix-ui/react-dialog'
import { Command } from 'cmdk'
import { useRef, useState, type ReactNode } from 'react'
import styles from './command-menu.module.css'

export type CommandItem = {
  /** Tells items apart; two may have one label. */
  id: string
  label: ReactNode
  icon?: ReactNode
  /** Beside the label: a status, a key. */
  detail?: ReactNode
  onSelect: () => void
}

type CommandGroup = { heading: string; items: CommandItem[] }

type CommandMenuProps = {
  label: string
  placeholder: string
  query: string
  onQuery: (query: string) => void
  /** Already searched: what does not match is not among them. */
  groups: CommandGroup[]
  /** Said when there is nothing, or not yet all. */
  note?: ReactNode
  onClose: () => void
  /** The field has the focus: what is typed goes there. */
  onReady?: () => void
}

/** A search over things to do. Mounted means open; the arrows move, Enter does it, Esc closes. */
export function CommandMenu({ label, placeholder, query, onQuery, groups, note, onClose, onReady }: CommandMenuProps) {
  const [chosen, setChosen] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const ids = groups.flatMap(({ items }) => items.map(({ id }) => id))
  // What was chosen may be gone from a list that changes while it is read; then the first one is.
  const value = ids.includes(chosen) ? chosen : (ids[0] ?? '')

  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content
          className={styles.menu}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // Radix would select what was typed before, and the next letter would replace it.
            event.preventDefault()
            input.current?.focus()
            input.current?.setSelectionRange(query.length, query.length)
            onReady?.()
          }}
        >
          <Radix.Title className="visually-hidden">{label}</Radix.Title>
          <Command label={label} shouldFilter={false} loop value={value} onValueChange={setChosen}>
            <Command.Input
              ref={input}
              className={styles.input}
              value={query}
              onValueChange={(typed) => {
                setChosen('')
                onQuery(typed)
              }}
              placeholder={placeholder}
            />
            <Command.List className={styles.list}>
              {groups
                .filter(({ items }) => items.length > 0)
                .map(({ heading, items }) => (
                  <Command.Group key={heading} heading={heading} className={styles.group}>
                    {items.map(({ id, label: words, icon, detail, onSelect }) => (
                      <Command.Item key={id} value={id} className={styles.item} onSelect={onSelect}>
                        {icon}
                        <span className={styles.words}>{words}</span>
                        {detail && <span className={styles.detail}>{detail}</span>}
                      </Command.Item>
                    ))}
                  </Command.Group>
                ))}
            </Command.List>
          </Command>
          {note && (
            <p role="status" className={styles.note}>
              {note}
            </p>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
