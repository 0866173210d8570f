import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Globe } from 'lucide-react'
import { paths } from '#app/parts/paths.ts'
import { writeSearch } from '#app/parts/search-text.ts'
import { zonesQuery } from '#app/queries/resources.ts'
import type { CommandItem } from '#app/ui/command-menu.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { fold } from '#domain/text/fold.ts'

/** As many as one reads at a glance. */
const MOST = 5
/** A single letter is in nearly every name. */
const SHORTEST = 2

/** The zones that have the words in their name: each leads to the tokens whose policies name it or all zones. */
export function useZoneItems(accountId: string | null, words: string): CommandItem[] {
  const navigate = useNavigate()
  const wanted = fold(words.trim())
  const isWanted = accountId !== null && wanted.length >= SHORTEST
  const { data } = useQuery({ ...zonesQuery(accountId ?? ''), enabled: isWanted })
  if (!isWanted || !data) return []
  return data
    .filter(({ name }) => fold(name).includes(wanted))
    .slice(0, MOST)
    .map(({ id, name }) => ({
      id: `zone ${id}`,
      label: `Tokens that reach ${name}`,
      icon: <Icon of={Globe} />,
      onSelect: () =>
        void navigate({ href: `${paths.tokens(accountId)}${writeSearch({ resource: `zone:${id},all-zones` })}` }),
    }))
}
