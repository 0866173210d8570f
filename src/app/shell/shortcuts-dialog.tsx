import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { store } from '#app/ui/storage.ts'
import styles from './shell.module.css'
import { SINGLE_KEYS, singleKeysAreOn } from '#app/parts/use-shortcuts.ts'

const EVERYWHERE = [
  { keys: ['Ctrl', 'K'], does: 'Search tokens, zones, pages and actions (⌘ K on a Mac)' },
  { keys: ['/'], does: 'Search the token list' },
  { keys: ['c'], does: 'Create a token' },
  { keys: ['e'], does: 'Edit this token' },
  { keys: ['?'], does: 'Show keyboard shortcuts' },
]

const IN_LIST = [
  { keys: ['j', '↓'], does: 'Next token' },
  { keys: ['k', '↑'], does: 'Previous token' },
  { keys: ['Home', 'End'], does: 'First or last token' },
  { keys: ['Enter'], does: 'Open this token' },
  { keys: ['x', 'Space'], does: 'Select this token' },
  { keys: ['Shift', 'x'], does: 'Select a range' },
  { keys: ['a'], does: 'Go to the actions for the selected tokens' },
]

const IN_PLACES = [
  { keys: ['Shift', 'click'], does: 'Select a range of rows' },
  { keys: ['↑', '↓', '←', '→'], does: 'Move through permission groups, menus and tabs' },
  { keys: ['Space'], does: 'Select a permission group' },
  { keys: ['Home', 'End'], does: 'Go to the first or last' },
  { keys: ['Esc'], does: 'Clear a search, close a menu or a dialog' },
]

/** Every shortcut, and the switch for those of a single key. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const [areOn, setAreOn] = useState(singleKeysAreOn)
  return (
    <Dialog
      title="Keyboard shortcuts"
      onClose={onClose}
      footer={
        <Button data-autofocus onClick={onClose}>
          Close
        </Button>
      }
    >
      <KeyList label="Everywhere" keys={EVERYWHERE} />
      <KeyList label="In the token list" keys={IN_LIST} />
      <KeyList label="In lists and fields" keys={IN_PLACES} />
      <Checkbox
        label="Single-key shortcuts"
        hint="Turn them off if you use speech input or press keys by accident."
        checked={areOn}
        onChange={(event) => {
          // A closed storage keeps them on.
          store('localStorage', SINGLE_KEYS, event.target.checked ? 'on' : 'off')
          setAreOn(event.target.checked)
        }}
      />
    </Dialog>
  )
}

type KeyListProps = { label: string; keys: { keys: string[]; does: string }[] }

function KeyList({ label, keys }: KeyListProps) {
  return (
    <section className={`stack ${styles.keys}`}>
      <h3>{label}</h3>
      <dl>
        {keys.map(({ keys: names, does }) => (
          <div key={does}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
