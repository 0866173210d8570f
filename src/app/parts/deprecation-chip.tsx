import { CalendarX } from 'lucide-react'
import { Chip } from '#app/ui/chip.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Deprecation } from '#domain/permission-groups/permission-group.ts'

type DeprecationChipProps = {
  deprecation: Deprecation
  /** Which of several permissions it is about. */
  of?: string
}

/** Says that Cloudflare has announced the end of a permission group, and when it comes. */
export function DeprecationChip({ deprecation: { eolAt }, of }: DeprecationChipProps) {
  const what = of ? `${of} deprecated` : 'Deprecated'
  return (
    <Chip tone="caution" shape="level" icon={<Icon of={CalendarX} />} title="Cloudflare has announced its end">
      {/* One text, so that it is read and found as one. */}
      <span>
        {what}
        {eolAt && ', ends on '}
        {eolAt && <Time value={eolAt} missing="" format="date" />}
      </span>
    </Chip>
  )
}
