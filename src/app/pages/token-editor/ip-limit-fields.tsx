import { Suspense, useDeferredValue } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { Help } from '#app/parts/help/help.tsx'
import { RangeField } from '#app/parts/range-field.tsx'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { checkCondition } from '#domain/condition/ip-ranges.ts'
import type { FormValues } from './form-values.ts'
import styles from './token-editor.module.css'

const OwnAddressButton = lazyComponent(() => import('./own-address-button.tsx'), 'OwnAddressButton')

/** Where the token may be used from. What is odd about the two lists together shows at the list it belongs to. */
export function IpLimitFields() {
  return (
    <div>
      <h3 className={styles.part}>
        Client IP address filtering <Help topic="ip" />
      </h3>
      <div className={styles.two}>
        <RangeList list="allowed" label="Client IP addresses" hint="Leave empty to allow any address." />
        <RangeList
          list="exceptions"
          label="Blocked addresses"
          hint="Block these even if they’re inside an allowed range."
        />
      </div>
    </div>
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
  const place = <div className={styles.ownAddress} />
  const isLater = useDeferredValue(true, false)

  return (
    <div className="stack">
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
      {list === 'allowed' && (
        <Suspense fallback={place}>
          {isLater ? (
            <OwnAddressButton
              onAdd={(range) => !field.value.includes(range) && field.onChange([...field.value, range])}
            />
          ) : (
            place
          )}
        </Suspense>
      )}
    </div>
  )
}
