import { RangeField } from '#app/parts/range-field.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import type { BulkAction } from '#domain/inventory/bulk-plan.ts'
import type { IpMode } from '#domain/condition/condition.ts'
import { checkCondition } from '#domain/condition/ip-ranges.ts'

export type IpState = {
  mode: IpMode
  allowed: string[]
  exceptions: string[]
  /** Typed and not in the lists yet. */
  allowedText: string
  exceptionsText: string
}

const MODES = [
  { value: 'add' as const, label: 'Add to current ranges' },
  { value: 'replace' as const, label: 'Replace current ranges' },
]

/** The action that was chosen; nothing while a list is empty or something typed is not in it. */
export function ipAction(value: IpState): { action: BulkAction } | { problem: null } {
  const { mode, allowed, exceptions, allowedText, exceptionsText } = value
  if (allowedText || exceptionsText || allowed.length + exceptions.length === 0) return { problem: null }
  return { action: { kind: 'ip', mode, condition: { allowed, exceptions } } }
}

type IpChoiceProps = { value: IpState; onChange: (change: (before: IpState) => IpState) => void }

export function IpChoice({ value, onChange }: IpChoiceProps) {
  const remarks = checkCondition(value)
  const field = (list: 'allowed' | 'exceptions', label: string, hint: string) => (
    <RangeField
      label={label}
      hint={hint}
      ranges={value[list]}
      remarks={remarks.filter((remark) => remark.list === list).map(({ message }) => message)}
      text={value[`${list}Text`]}
      // Pasting changes the list and the text in one go, so each starts from the newest value.
      onChange={(ranges) => onChange((before) => ({ ...before, [list]: ranges }))}
      onText={(text) => onChange((before) => ({ ...before, [`${list}Text`]: text }))}
      onBlur={() => {}}
    />
  )
  return (
    <div className="stack">
      <Segmented
        legend="Ranges"
        hideLegend
        name="bulk-ip-mode"
        value={value.mode}
        options={MODES}
        onChange={(mode) => onChange((before) => ({ ...before, mode }))}
      />
      {field('allowed', 'Client IP addresses', 'The tokens only work from these.')}
      {field('exceptions', 'Blocked addresses', 'Block these even if they’re inside an allowed range.')}
    </div>
  )
}
