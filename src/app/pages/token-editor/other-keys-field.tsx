import { Plus, Trash2 } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { FieldError } from '#app/ui/field-error.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { TextField } from '#app/ui/text-field.tsx'
import styles from './token-editor.module.css'

type Entry = { key: string; value: string }

type OtherKeysFieldProps = { entries: Entry[]; error: string | undefined; onChange: (entries: Entry[]) => void }

/** Resource keys as free text, for kinds of resources this app does not know. */
export function OtherKeysField({ entries, error, onChange }: OtherKeysFieldProps) {
  const change = (index: number, part: Partial<Entry>) =>
    onChange(entries.map((entry, at) => (at === index ? { ...entry, ...part } : entry)))

  return (
    <div className={`stack ${styles.fields}`}>
      <FieldError>{error}</FieldError>
      {entries.map((entry, index) => (
        <div key={index} className={styles.otherKey}>
          <TextField
            label={`Resource key ${index + 1}`}
            value={entry.key}
            placeholder="com.cloudflare.api.account.…"
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => change(index, { key: event.target.value })}
          />
          <TextField
            label={`Value ${index + 1}`}
            value={entry.value}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => change(index, { value: event.target.value })}
          />
          <IconButton
            label={`Remove resource key ${index + 1}`}
            icon={<Icon of={Trash2} />}
            data-removes
            onClick={({ currentTarget }) => {
              // The button of the next row takes the place of this one.
              if (index === entries.length - 1)
                passFocus(currentTarget, {
                  within: `.${styles.fields}`,
                  kin: '[data-removes]',
                  otherwise: '[data-adds]',
                })
              onChange(entries.filter((_, at) => at !== index))
            }}
          />
        </div>
      ))}
      <div>
        <Button
          size="small"
          icon={<Icon of={Plus} />}
          data-adds
          onClick={() => onChange([...entries, { key: '', value: '*' }])}
        >
          Add key
        </Button>
      </div>
    </div>
  )
}
