import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Icon } from './icon.tsx'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import styles from './field.module.css'

type SelectFieldProps = Omit<ComponentProps<'select'>, 'className' | 'children'> &
  FieldTexts & { options: (Option | { label: string; options: Option[] })[] }

type Option = { value: string; label: string }

/** A native select with a label. */
export function SelectField({ label, hideLabel, hint, error, counter, options, ...select }: SelectFieldProps) {
  return (
    <FieldFrame {...{ label, hideLabel, hint, error, counter }}>
      {(control) => (
        <span className={styles.select}>
          <select {...select} {...control}>
            {options.map((option) =>
              'options' in option ? (
                <optgroup key={option.label} label={option.label}>
                  {option.options.map(toOption)}
                </optgroup>
              ) : (
                toOption(option)
              ),
            )}
          </select>
          <Icon of={ChevronDown} />
        </span>
      )}
    </FieldFrame>
  )
}

const toOption = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
)
