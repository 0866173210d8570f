import { useDeferredValue, useMemo, useState } from 'react'
import { CommandMenu, type CommandItem } from '#app/ui/command-menu.tsx'
import { fold } from '#domain/text/fold.ts'
import { grouped } from '#domain/text/plural.ts'

type Choice = Omit<CommandItem, 'label' | 'onSelect' | 'icon'> & { label: string; onlyWhenTyped?: boolean }
export type Choices = { heading: string; items: Choice[] }

type ChoiceMenuProps = {
  label: string
  placeholder: string
  choices: Choices[]
  note?: string | undefined
  onChoose: (id: string) => void
  onClose: () => void
}

/** Of each heading; others are found by typing. */
const MOST = 40

/** A list of choices with a search. Mounted means open. */
export function ChoiceMenu({ label, placeholder, choices, note, onChoose, onClose }: ChoiceMenuProps) {
  const [query, setQuery] = useState('')
  const typed = useDeferredValue(query)
  const found = useMemo(() => matching(choices, typed), [choices, typed])
  const total = found.reduce((sum, { items }) => sum + items.length, 0)
  const left = found.reduce((sum, { items }) => sum + Math.max(0, items.length - MOST), 0)
  const toItem = ({ id, label: words, detail }: Choice): CommandItem => ({
    id,
    label: words,
    detail,
    onSelect: () => {
      onClose()
      onChoose(id)
    },
  })
  return (
    <CommandMenu
      label={label}
      placeholder={placeholder}
      query={query}
      onQuery={setQuery}
      groups={found.map(({ heading, items }) => ({ heading, items: items.slice(0, MOST).map(toItem) }))}
      note={total === 0 ? 'No results' : (note ?? (left > 0 && `${grouped(left)} more. Type to find them.`))}
      onClose={onClose}
    />
  )
}

function matching(choices: Choices[], words: string): Choices[] {
  const wanted = fold(words).split(/\s+/).filter(Boolean)
  return choices.map(({ heading, items }) => ({
    heading,
    items: items
      .map((choice) => ({ choice, text: fold(`${choice.label} ${choice.id}`) }))
      .filter(({ choice, text }) =>
        wanted.length === 0 ? !choice.onlyWhenTyped : wanted.every((word) => text.includes(word)),
      )
      // What starts with the words comes first, the shortest before all others.
      .toSorted((a, b) => rankOf(a.text, wanted) - rankOf(b.text, wanted))
      .map(({ choice }) => choice),
  }))
}

const rankOf = (text: string, [first]: string[]) =>
  first === undefined ? 0 : text.startsWith(first) ? text.length : Number.MAX_SAFE_INTEGER
