import type { ComponentProps, ReactNode } from 'react'
import { ChipList, type ChipItem } from './chip-list.tsx'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import styles from './chip-field.module.css'

type ChipFieldProps = Omit<ComponentProps<'input'>, 'className'> &
  FieldTexts & {
    items: ChipItem[]
    /** Names the list of what was added. */
    listLabel: string
    onRemove: (value: string) => void
    /** A button next to the input that acts on its text. */
    action?: ReactNode
  }

/** A list of things that are typed or pasted: what was added comes first, the input after it, in one box. */
export function ChipField(props: ChipFieldProps) {
  const { items, listLabel, onRemove, action, label, hideLabel, hint, error, counter, ...input } = props
  return (
    <FieldFrame {...{ label, hideLabel, hint, error, counter }}>
      {(control) => (
        <div className={styles.row} data-chip-field>
          <div className={styles.box} data-invalid={error ? true : undefined}>
            <ChipList label={listLabel} items={items} onRemove={onRemove} />
            <input type="text" autoComplete="off" spellCheck={false} {...input} {...control} />
          </div>
          {action}
        </div>
      )}
    </FieldFrame>
  )
}
