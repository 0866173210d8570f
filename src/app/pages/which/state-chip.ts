import { Check, type LucideIcon } from 'lucide-react'
import type { Requirement } from '#domain/operations/requirements.ts'
import { foreignWords } from './foreign-words.ts'

type StateChip = { label: string; tone: 'neutral' | 'positive' | 'caution' | 'info'; icon?: LucideIcon }

/** How sure the answer is, in a word. Without the account's catalogue, the map alone tells it. */
export function stateChip({ item, needs }: Requirement, hasCatalogue: boolean): StateChip {
  const [need] = needs
  if (!need) return { label: item.kind === 'foreign' ? foreignWords(item.host).chip : 'Not read', tone: 'neutral' }
  const isInferred = need.operation?.evidence.startsWith('inferred') ?? false
  const names = need.operation?.groups.length ?? 0
  const state = need.state === 'unpublished' && !hasCatalogue && names > 0 ? (names > 1 ? 'any' : 'exact') : need.state
  switch (state) {
    case 'exact':
      return isInferred ? { label: 'Inferred', tone: 'neutral' } : { label: 'Exact', tone: 'positive', icon: Check }
    case 'any':
      return { label: isInferred ? 'Any, inferred' : 'Any of these', tone: isInferred ? 'neutral' : 'info' }
    case 'user-only':
      return { label: 'User tokens only', tone: 'caution' }
    case 'unsupported':
      return { label: 'Not supported', tone: 'caution' }
    case 'unpublished':
      if (hasCatalogue && need.missing.length > 0) return { label: 'Not in this account', tone: 'neutral' }
      return { label: need.operation || item.kind === 'group' ? 'Not published' : 'Unknown', tone: 'neutral' }
  }
}
