import { ArrowDown, ArrowUp, Equal } from 'lucide-react'
import { Chip } from '#app/ui/chip.tsx'
import type { Access } from '#domain/token/diff.ts'

/** The effect of a change on access: a word, an icon and a colour. */
const CHIPS = {
  wider: { tone: 'critical' as const, label: 'More access', icon: ArrowUp },
  narrower: { tone: 'positive' as const, label: 'Less access', icon: ArrowDown },
  same: { tone: 'neutral' as const, label: 'Same access', icon: Equal },
}

export function AccessChip({ access }: { access: Access }) {
  const { tone, label, icon } = CHIPS[access]
  return (
    <Chip tone={tone} icon={icon}>
      {label}
    </Chip>
  )
}
