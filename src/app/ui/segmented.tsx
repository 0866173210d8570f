import styles from './segmented.module.css'

type SegmentedProps<Value extends string> = {
  legend: string
  hideLegend?: boolean
  /** The browser groups radios by this name. */
  name: string
  /** `null`: nothing is chosen. */
  value: Value | null
  /** `tone` colours an option while it is chosen. */
  options: { value: Value; label: string; disabled?: boolean; tone?: 'critical' }[]
  onChange: (value: Value) => void
  size?: 'regular' | 'small'
}

/** A choice of a few values, all visible: native radios styled as one control. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { legend, hideLegend, name, value, options, onChange, size = 'regular' } = props
  return (
    <fieldset data-size={size}>
      <legend className={hideLegend ? 'visually-hidden' : styles.legend}>{legend}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} data-tone={option.tone}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
