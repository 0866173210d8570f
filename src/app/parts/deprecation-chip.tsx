import { CalendarX } from 'lucide-react'
import { Chip } from '#app/ui/chip.tsx'
import { Time } from '#app/ui/time.tsx'
import type { Deprecation } from '#domain/permission-groups/permission-group.ts'

type DeprecationChipProps = {
  deprecation: Deprecation
  /** The permission it is about, when there are several. */
  of?: string
}

/** Shows that Cloudflare has announced the end of a permission group, and when. */
export function DeprecationChip({ deprecation: { eolAt }, of }: DeprecationChipProps) {
  const what = of ? `${of} deprecated` : 'Deprecated'
  return (
    <Chip tone="caution" icon={CalendarX} title="Cloudflare has announced its removal">
      {/* A single text node, so that it is read and searched as one text. */}
      <span>
        {what}
        {eolAt && ', removal on '}
        {eolAt && <Time value={eolAt} missing="" format="date" />}
      </span>
    </Chip>
  )
}
