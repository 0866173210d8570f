import { Segmented } from '#app/ui/segmented.tsx'

/** Days over which the ends are spread; `0` is all at once. */
export type SpreadDays = '0' | '7' | '14' | '28'

const OPTIONS: { value: SpreadDays; label: string }[] = [
  { value: '0', label: 'All at once' },
  { value: '7', label: '7 days' },
  { value: '14', label: '14 days' },
  { value: '28', label: '28 days' },
]

type SpreadChoiceProps = { value: SpreadDays; mayBeAtOnce?: boolean; onChange: (days: SpreadDays) => void }

export function SpreadChoice({ value, mayBeAtOnce = false, onChange }: SpreadChoiceProps) {
  const options = mayBeAtOnce ? OPTIONS : OPTIONS.slice(1)
  return <Segmented legend="Spread over" name="bulk-spread" value={value} options={options} onChange={onChange} />
}
