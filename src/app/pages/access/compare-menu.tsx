import { FileBraces } from 'lucide-react'
import { useState } from 'react'
import { foundTokens } from '#app/parts/found-tokens.tsx'
import { CommandMenu } from '#app/ui/command-menu.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { TEMPLATES } from '#domain/operations/templates.ts'
import { count } from '#domain/text/plural.ts'
import { fold } from '#domain/text/fold.ts'
import type { Token } from '#domain/token/token.ts'
import { templateSide } from './compare-side.ts'

type CompareMenuProps = {
  label: string
  tokens: Token[]
  isPartial: boolean
  onChoose: (address: string) => void
  onPaste: () => void
  onClose: () => void
}

/** A search for what to compare: a token, a template, or a text. */
export function CompareMenu({ label, tokens, isPartial, onChoose, onPaste, onClose }: CompareMenuProps) {
  const [query, setQuery] = useState('')
  const words = query.trim()
  const { items, more } = foundTokens(tokens, words, ({ id }) => onChoose(id))
  const templates = TEMPLATES.filter(({ title }) => fold(title).includes(fold(words)))
  const notes = [
    items.length === 0 && templates.length === 0 && 'Nothing matches.',
    more,
    isPartial && `Of ${count(tokens.length, 'token')} read so far.`,
  ].filter(Boolean)
  return (
    <CommandMenu
      label={label}
      placeholder="Search tokens and templates"
      query={query}
      onQuery={setQuery}
      groups={[
        { heading: 'Tokens', items },
        {
          heading: 'Templates',
          items: templates.map(({ id, title, hint }) => ({
            id: templateSide(id),
            label: title,
            detail: hint,
            onSelect: () => onChoose(templateSide(id)),
          })),
        },
        {
          heading: 'From a text',
          items: [{ id: 'paste', label: 'Paste JSON…', icon: <Icon of={FileBraces} />, onSelect: onPaste }],
        },
      ]}
      note={notes.length > 0 && notes.join(' ')}
      onClose={onClose}
    />
  )
}
