import { useState } from 'react'
import { SearchField } from '#app/ui/search-field.tsx'
import type { TypedQuery } from './use-typed-query.ts'

type TypedSearchProps = {
  label: string
  placeholder: string
  query: TypedQuery
  onQuery: (typed: string) => void
}

/**
 * The search box of a long list. It has its own text, since that is ahead of what the page searches for. Measured: drawing the
 * page at each key was most of what a key took.
 */
export function TypedSearch({ label, placeholder, query: { words, version }, onQuery }: TypedSearchProps) {
  const [typed, setTyped] = useState({ text: words, version })
  if (typed.version !== version) setTyped({ text: words, version })
  return (
    <SearchField
      label={label}
      placeholder={placeholder}
      value={typed.text}
      onChange={(text) => {
        setTyped({ text, version })
        onQuery(text)
      }}
      shortcut="/"
    />
  )
}
