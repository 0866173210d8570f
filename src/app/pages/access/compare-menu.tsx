import { FileBraces } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { TokenName } from '#app/parts/token-name.tsx'
import { CommandMenu } from '#app/ui/command-menu.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { findByName } from '#domain/inventory/find-by-name.ts'
import { TEMPLATES } from '#domain/operations/templates.ts'
import { count, grouped } from '#domain/text/plural.ts'
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

/** So many tokens are listed; more words find the others. */
const MOST = 50

/** A search for what to compare: a token, a template, or a text. */
export function CompareMenu({ label, tokens, isPartial, onChoose, onPaste, onClose }: CompareMenuProps) {
  const [query, setQuery] = useState('')
  const words = useDeferredValue(query).trim()
  const found = words ? findByName(tokens, words, tokens.length) : tokens
  const templates = TEMPLATES.filter(({ title }) => fold(title).includes(fold(words)))
  const rest = found.length - MOST
  const notes = [
    found.length === 0 && templates.length === 0 && 'Nothing matches.',
    rest > 0 && `${grouped(rest)} more. Type to find them.`,
    isPartial && `Of ${count(tokens.length, 'token')} read so far.`,
  ].filter(Boolean)
  return (
    <CommandMenu
      label={label}
      placeholder="Search tokens and templates"
      query={query}
      onQuery={setQuery}
      groups={[
        {
          heading: 'Tokens',
          items: found.slice(0, MOST).map(({ id, name }) => ({
            id,
            label: <TokenName name={name} />,
            onSelect: () => onChoose(id),
          })),
        },
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
