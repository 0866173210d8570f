import * as Radix from '@radix-ui/react-dialog'
import { Command } from 'cmdk'
import { useRef, useState, type ReactNode } from 'react'
import styles from './command-menu.module.css'
import { ignoreHeldEnter } from './held-enter.ts'
import { useReturnFocus } from './use-return-focus.ts'

export type CommandItem = {
  /** Unique, because two items may have the same label. */
  id: string
  label: ReactNode
  icon?: ReactNode
  /** Next to the label: a status, a key. */
  detail?: ReactNode
  onSelect: () => void
}

type CommandGroup = { heading: string; items: CommandItem[] }

type CommandMenuProps = {
  label: string
  placeholder: string
  query: string
  onQuery: (query: string) => void
  /** Filtered by the caller. */
  groups: CommandGroup[]
  /** Shown when nothing matches, or results are pending. */
  note?: ReactNode
  onClose: () => void
  /** The right arrow key at the end of the words: into the item with this ID. */
  onEnter?: (id: string) => void
  /** The backspace key without words: back out. */
  onLeave?: () => void
}

/** A search for actions. Mounted means open. Arrow keys move, Enter runs, Esc closes. */
export function CommandMenu(props: CommandMenuProps) {
  const { label, placeholder, query, onQuery, groups, note, onClose, onEnter, onLeave } = props
  const [chosen, setChosen] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const focus = useReturnFocus()
  const ids = groups.flatMap(({ items }) => items.map(({ id }) => id))
  // The chosen item may disappear while the list changes; then the first one is chosen.
  const value = ids.includes(chosen) ? chosen : (ids[0] ?? '')

  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content
          className={styles.menu}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // Radix would select the typed text, and the next letter would replace it.
            event.preventDefault()
            focus.remember()
            input.current?.focus()
            input.current?.setSelectionRange(query.length, query.length)
          }}
          onCloseAutoFocus={focus.giveBack}
          onKeyDownCapture={ignoreHeldEnter}
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
              onKeyDown={({ key, currentTarget }) => {
                if (key === 'ArrowRight' && currentTarget.selectionStart === query.length) onEnter?.(value)
                if (key === 'Backspace' && query === '') onLeave?.()
              }}
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
                        {detail && <span className={`quiet ${styles.detail}`}>{detail}</span>}
                      </Command.Item>
                    ))}
                  </Command.Group>
                ))}
            </Command.List>
          </Command>
          {note && (
            <p role="status" className={`quiet ${styles.note}`}>
              {note}
            </p>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
