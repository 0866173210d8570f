import { useController, useFormContext, useWatch } from 'react-hook-form'
import { Section } from '#app/ui/section.tsx'
import { checkCondition } from '#domain/condition/ip-ranges.ts'
import type { FormValues } from './form-values.ts'
import { RangeField } from '#app/parts/range-field.tsx'
import styles from './token-editor.module.css'

/** Where the token may be used from. What is odd about the two lists together shows at the list it belongs to. */
export function IpLimitFields() {
  return (
    <Section title="Only from">
      <div className={`stack ${styles.fields}`}>
        <RangeList
          list="allowed"
          label="Allowed ranges"
          hint="Addresses or CIDR ranges, one or many. Empty means anywhere on the internet."
        />
        <RangeList
          list="exceptions"
          label="Except"
          hint="Ranges cut out of the allowed ones, or of the whole internet when none are allowed by name."
        />
      </div>
    </Section>
  )
}

type RangeListProps = { list: 'allowed' | 'exceptions'; label: string; hint: string }

function RangeList({ list, label, hint }: RangeListProps) {
  const { control } = useFormContext<FormValues>()
  const { field, fieldState } = useController({ control, name: `condition.${list}` })
  const text = useController({ control, name: `${list}Text` })
  const error = fieldState.error?.message ?? text.fieldState.error?.message
  const [allowed, exceptions] = useWatch({ control, name: ['condition.allowed', 'condition.exceptions'] })
  const remarks = checkCondition({ allowed, exceptions }).filter((problem) => problem.list === list)

  return (
    <RangeField
      // Both are focused there: what is typed, and what the API says of the list.
      ref={(input) => {
        field.ref(input)
        text.field.ref(input)
      }}
      text={text.field.value}
      onText={text.field.onChange}
      label={label}
      hint={hint}
      ranges={field.value}
      onChange={field.onChange}
      onBlur={field.onBlur}
      remarks={remarks.map(({ message }) => message)}
      error={error}
    />
  )
}
