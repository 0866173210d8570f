import { Check, type LucideIcon } from 'lucide-react'
import type { Requirement } from '#domain/operations/requirements.ts'

type StateChip = { label: string; tone: 'neutral' | 'positive' | 'caution' | 'info'; icon?: LucideIcon }

/** How sure the answer is, in a word. */
export function stateChip({ item, needs }: Requirement): StateChip {
  const [need] = needs
  if (!need) return { label: item.kind === 'foreign' ? 'Another API' : 'Not read', tone: 'neutral' }
  const isInferred = need.operation?.evidence.startsWith('inferred') ?? false
  switch (need.state) {
    case 'exact':
      return isInferred ? { label: 'Inferred', tone: 'neutral' } : { label: 'Exact', tone: 'positive', icon: Check }
    case 'any':
      return { label: isInferred ? 'Any, inferred' : 'Any of these', tone: isInferred ? 'neutral' : 'info' }
    case 'user-only':
      return { label: 'User tokens only', tone: 'caution' }
    case 'unsupported':
      return { label: 'Not supported', tone: 'caution' }
    case 'unpublished':
      return { label: need.operation || item.kind === 'group' ? 'Not published' : 'Unknown', tone: 'neutral' }
  }
}
