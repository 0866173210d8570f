import { Segmented } from '#app/ui/segmented.tsx'

/** Days over which the ends are spread. */
export type SpreadDays = '7' | '14' | '28'

const OPTIONS: { value: SpreadDays; label: string }[] = [
  { value: '7', label: '7 days' },
  { value: '14', label: '14 days' },
  { value: '28', label: '28 days' },
]

type SpreadChoiceProps = { value: SpreadDays; onChange: (days: SpreadDays) => void }

export function SpreadChoice({ value, onChange }: SpreadChoiceProps) {
  return <Segmented legend="Spread over" name="bulk-spread" value={value} options={OPTIONS} onChange={onChange} />
}
