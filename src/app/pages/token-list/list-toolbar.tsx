import { Ellipsis, ListFilter } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Menu } from '#app/ui/menu.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { FACETS } from '#domain/inventory/facet-names.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import { COLUMNS } from './list-columns.tsx'
import type { ListSearch } from './list-search.ts'
import styles from './token-list.module.css'

type ListToolbarProps = {
  search: ListSearch
  /** The text of the search box; the address follows after a pause. */
  typed: string
  onType: (typed: string) => void
  onTyped: () => void
  onChange: (change: Partial<ListSearch>) => void
  isPanelOpen: boolean
  onPanel: () => void
  /** The user may be about to search or filter. */
  onIntent: () => void
  isReadOnly: boolean
  onOpen: (dialog: 'views' | 'export' | 'import') => void
}

const MENU_LABEL = 'More for this list'
const ListMenu = lazyComponent(
  () => import('./list-menu.tsx'),
  (file) => file.ListMenu,
)

const ORDERS = [{ name: 'issued', orders: { asc: 'Oldest first', desc: 'Newest first' } } as const, ...COLUMNS]

const ORDER_OPTIONS = ORDERS.flatMap(({ name, orders }) => [
  { value: `${name} desc`, label: orders.desc },
  { value: `${name} asc`, label: orders.asc },
])

/** Search, filters and order. */
export function ListToolbar(props: ListToolbarProps) {
  const { search, typed, onType, onTyped, onChange, isPanelOpen, onPanel, onIntent, isReadOnly, onOpen } = props
  const chosen = FACETS.reduce((sum, facet) => sum + search[facet].split(',').filter(Boolean).length, 0)
  return (
    <div className={styles.toolbar} onFocus={onIntent} onPointerEnter={onIntent}>
      <div className={styles.searchBox}>
        <SearchField
          label="Search tokens"
          placeholder="Search name, permission, zone, id"
          value={typed}
          onChange={onType}
          onBlur={onTyped}
          shortcut="/"
        />
      </div>
      <Button icon={<Icon of={ListFilter} />} aria-expanded={isPanelOpen} onClick={onPanel}>
        Filters{chosen > 0 && ` (${chosen})`}
      </Button>
      <div className={styles.direction}>
        <SelectField
          label="Order"
          hideLabel
          options={ORDER_OPTIONS}
          value={`${search.sort} ${search.direction}`}
          onChange={(event) => {
            const [sort, direction] = event.target.value.split(' ')
            onChange({
              sort: ORDERS.find(({ name }) => name === sort)?.name ?? 'issued',
              direction: direction === 'asc' ? 'asc' : 'desc',
            })
          }}
        />
      </div>
      <Checkbox
        label="Show expired"
        checked={search.include_expired}
        onChange={(event) => onChange({ include_expired: event.target.checked })}
      />
      <span className={styles.menu}>
        <Menu label={MENU_LABEL} icon={<Icon of={Ellipsis} />} load={ListMenu.preload}>
          <ListMenu label={MENU_LABEL} isReadOnly={isReadOnly} onOpen={onOpen} />
        </Menu>
      </span>
    </div>
  )
}
