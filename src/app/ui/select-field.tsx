import { ChevronDown } from 'lucide-react'
import { useId, type ComponentProps } from 'react'
import { Icon } from './icon.tsx'
import { FieldFrame, type FieldTexts } from './field-frame.tsx'
import { fieldProps } from './field-props.ts'
import styles from './field.module.css'

type SelectFieldProps = Omit<ComponentProps<'select'>, 'className' | 'children'> &
  FieldTexts & { options: (Option | { label: string; options: Option[] })[] }

type Option = { value: string; label: string }

/** A native select with a label. */
export function SelectField({ label, hideLabel, hint, error, counter, options, ...select }: SelectFieldProps) {
  const id = useId()
  const texts = { label, hint, ...(hideLabel && { hideLabel }), ...(error && { error }), ...(counter && { counter }) }
  return (
    <FieldFrame id={id} {...texts}>
      <span className={styles.select}>
        <select {...select} {...fieldProps(id, texts)}>
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
    </FieldFrame>
  )
}

const toOption = ({ value, label }: Option) => (
  <option key={value} value={value}>
    {label}
  </option>
)
