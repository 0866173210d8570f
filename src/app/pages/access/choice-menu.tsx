import { useDeferredValue, useMemo, useState } from 'react'
import { CommandMenu, type CommandItem } from '#app/ui/command-menu.tsx'
import { fold } from '#domain/text/fold.ts'
import { spelledOut } from '#domain/text/hidden.ts'
import { grouped } from '#domain/text/plural.ts'

type Choice = {
  id: string
  /** Spelled out where it is shown. */
  label: string
  /** Called for what is shown only. */
  detailOf?: () => string
  onlyWhenTyped?: boolean
}
export type Choices = { heading: string; items: Choice[] }

type ChoiceMenuProps = {
  label: string
  placeholder: string
  /** Called once the menu is open; thousands of choices take a moment. */
  choicesOf: () => Choices[]
  note?: string | undefined
  onChoose: (id: string) => void
  onClose: () => void
}

/** Of each heading; others are found by typing. */
const MOST = 12

/** A list of choices with a search. Mounted means open. */
export function ChoiceMenu({ label, placeholder, choicesOf, note, onChoose, onClose }: ChoiceMenuProps) {
  const [query, setQuery] = useState('')
  const isOpen = useDeferredValue(true, false)
  const choices = useMemo(() => (isOpen ? choicesOf() : []), [isOpen, choicesOf])
  const found = useMemo(() => matching(choices, query), [choices, query])
  const total = found.reduce((sum, { items }) => sum + items.length, 0)
  const left = found.reduce((sum, { items }) => sum + Math.max(0, items.length - MOST), 0)
  const toItem = ({ id, label: words, detailOf }: Choice): CommandItem => ({
    id,
    label: spelledOut(words),
    detail: detailOf?.(),
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
      note={
        total === 0 && isOpen
          ? ['No results', note].filter(Boolean).join('. ')
          : (note ?? (left > 0 && `${grouped(left)} more. Type to find them.`))
      }
      onClose={onClose}
    />
  )
}

function matching(choices: Choices[], typed: string): Choices[] {
  const words = fold(typed.trim())
  const wanted = words.split(/\s+/)
  if (words === '') return choices.map(({ heading, items }) => ({ heading, items: items.filter(isAlwaysShown) }))
  return choices.map(({ heading, items }) => ({
    heading,
    items: items
      .flatMap((choice) => {
        const text = textOf(choice)
        return wanted.every((word) => text.includes(word)) ? [{ choice, rank: rankOf(text, words) }] : []
      })
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ choice }) => choice),
  }))
}

const isAlwaysShown = ({ onlyWhenTyped = false }: Choice) => !onlyWhenTyped

const texts = new WeakMap<Choice, string>()

function textOf(choice: Choice): string {
  const known = texts.get(choice)
  if (known !== undefined) return known
  const text = fold(`${choice.label} ${choice.id}`)
  texts.set(choice, text)
  return text
}

/** What starts with the words comes first, the shortest before all others. */
const rankOf = (text: string, words: string) => (text.startsWith(words) ? text.length : Infinity)
