import { useState } from 'react'
import { SearchField } from '#app/ui/search-field.tsx'
import type { TypedQuery } from './use-typed-query.ts'

type TypedSearchProps = { query: TypedQuery; onQuery: (typed: string) => void }

/**
 * The list's search box. It has its own text, since that is ahead of what the page searches for. Measured: drawing the
 * page at each key was most of what a key took.
 */
export function TypedSearch({ query: { words, version }, onQuery }: TypedSearchProps) {
  const [typed, setTyped] = useState({ text: words, version })
  if (typed.version !== version) setTyped({ text: words, version })
  return (
    <SearchField
      label="Search tokens"
      placeholder="Search name, permission, zone, id"
      value={typed.text}
      onChange={(text) => {
        setTyped({ text, version })
        onQuery(text)
      }}
      shortcut="/"
    />
  )
}
