import { useNavigate } from '@tanstack/react-router'
import { Waypoints } from 'lucide-react'
import { paths } from '#app/parts/paths.ts'
import { READY_QUESTIONS } from '#app/parts/ready-questions.ts'
import { Icon } from '#app/ui/icon.tsx'
import { lowerFirst } from '#domain/resources/families.ts'
import type { Doing } from './palette-matching.ts'

/** The ready questions of the page "Access". */
export function useQuestionItems(accountId: string | null): Doing[] {
  const navigate = useNavigate()
  if (!accountId) return []
  return READY_QUESTIONS.map(({ label, search }) => ({
    label: `Which tokens can ${lowerFirst(label)}?`,
    also: 'who access question',
    icon: <Icon of={Waypoints} />,
    onSelect: () => void navigate({ href: paths.access(accountId, search) }),
  }))
}
