import type { CommandItem } from '#app/ui/command-menu.tsx'
import { fold } from '#domain/text/fold.ts'

/** An item that is found by its label, or by other words for the same. */
export type Doing = Omit<CommandItem, 'id' | 'label'> & { label: string; also?: string }

/** The items that have every word. */
export function matching(items: Doing[], words: string): CommandItem[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  return items.flatMap(({ also = '', ...item }) => {
    const text = fold(`${item.label} ${also}`)
    return wanted.every((word) => text.includes(word)) ? [{ ...item, id: `${item.label} ${also}` }] : []
  })
}
