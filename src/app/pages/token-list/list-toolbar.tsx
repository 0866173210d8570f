import type { TokenListFilter } from '#app/queries/tokens.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import styles from './token-list.module.css'

type ListToolbarProps = { search: TokenListFilter; onChange: (change: Partial<TokenListFilter>) => void }

const DIRECTIONS = [
  { value: 'desc', label: 'Newest first' },
  { value: 'asc', label: 'Oldest first' },
]

/** What the API itself can do to a list: its order, and whether lately expired tokens are in it. */
export function ListToolbar({ search, onChange }: ListToolbarProps) {
  return (
    <div className={styles.toolbar}>
      <div className={styles.direction}>
        <SelectField
          label="Order"
          hideLabel
          options={DIRECTIONS}
          value={search.direction}
          onChange={(event) => onChange({ direction: event.target.value === 'asc' ? 'asc' : 'desc' })}
        />
      </div>
      <Checkbox
        label="Show expired"
        checked={search.include_expired}
        onChange={(event) => onChange({ include_expired: event.target.checked })}
      />
    </div>
  )
}
