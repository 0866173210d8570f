import type { useTypedSearch } from '#app/parts/use-typed-search.ts'
import { SearchField } from '#app/ui/search-field.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import type { FindingFilter } from '#domain/findings/filter.ts'
import { count } from '#domain/text/plural.ts'
import type { Token } from '#domain/token/token.ts'
import { FilterChips } from './filter-chips.tsx'
import styles from './findings.module.css'
import type { FindingsSearch } from './findings-search.ts'

type FindingsToolbarProps = {
  box: Pick<ReturnType<typeof useTypedSearch>, 'typed' | 'type' | 'finish'>
  filter: FindingFilter
  tokens: ReadonlyMap<string, Token>
  /** How many findings the filter lets through. */
  found: number
  isByToken: boolean
  onSearch: (change: Partial<FindingsSearch>) => void
}

const BY = [
  { value: 'rule', label: 'By rule' },
  { value: 'token', label: 'By token' },
]

/** The search, what else filters the findings, and how they are grouped. */
export function FindingsToolbar({ box, filter, tokens, found, isByToken, onSearch }: FindingsToolbarProps) {
  return (
    <div className={styles.toolbar}>
      <div role="search">
        <SearchField
          label="Search findings"
          placeholder="Rule or token"
          value={box.typed}
          onChange={box.type}
          onBlur={box.finish}
          shortcut="/"
        />
      </div>
      <FilterChips filter={filter} tokens={tokens} onClear={(name) => onSearch({ [name]: undefined })} />
      <p role="status" className="quiet">
        {count(found, 'finding')}
      </p>
      <Segmented
        legend="Group findings"
        hideLegend
        size="small"
        name="by"
        value={isByToken ? 'token' : 'rule'}
        options={BY}
        onChange={(by) => onSearch({ by: by === 'token' ? by : undefined })}
      />
    </div>
  )
}
