import { Ellipsis, ListFilter } from 'lucide-react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { lazyWithPreload } from 'react-lazy-with-preload'
import { Menu } from '#app/ui/menu.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { useLater } from '#app/ui/use-later.ts'
import { FACETS, type Sort } from '#domain/inventory/facets.ts'
import type { ListSearch } from './list-search.ts'
import styles from './token-list.module.css'
import { TypedSearch } from '#app/parts/typed-search.tsx'
import type { TypedQuery } from '#app/parts/use-typed-query.ts'
import { preload } from '#app/ui/preload.ts'

type ListToolbarProps = {
  search: ListSearch
  /** What is searched for; the address follows it a moment later. */
  query: TypedQuery
  onQuery: (query: string) => void
  onChange: (change: Partial<ListSearch>) => void
  isPanelOpen: boolean
  onPanel: () => void
  /** Somebody is about to search or filter. */
  onIntent: () => void
  isReadOnly: boolean
  onOpen: (dialog: 'views' | 'export' | 'import') => void
}

const MENU_LABEL = 'More for this list'
const ListMenu = lazyWithPreload(() => import('./list-menu.tsx').then((module) => ({ default: module.ListMenu })))

/** Each column's two orders; a phone has no headers to click on. */
const ORDERS: { sort: Sort; desc: string; asc: string }[] = [
  { sort: 'issued', desc: 'Newest first', asc: 'Oldest first' },
  { sort: 'name', asc: 'Name, A to Z', desc: 'Name, Z to A' },
  { sort: 'status', asc: 'Status, active first', desc: 'Status, inactive first' },
  { sort: 'permissions', desc: 'Most permissions first', asc: 'Fewest permissions first' },
  { sort: 'resources', desc: 'Most resources first', asc: 'Fewest resources first' },
  { sort: 'ranges', asc: 'Fewest IP ranges first', desc: 'Most IP ranges first' },
  { sort: 'used', desc: 'Used most recently first', asc: 'Longest unused first' },
  { sort: 'expires', asc: 'Expiring soonest first', desc: 'Expiring latest first' },
  { sort: 'modified', desc: 'Changed most recently first', asc: 'Longest unchanged first' },
]

const OPTIONS = ORDERS.flatMap(({ sort, asc, desc }) => [
  { value: `${sort} desc`, label: desc },
  { value: `${sort} asc`, label: asc },
])

/** Search, filters and order. */
export function ListToolbar(props: ListToolbarProps) {
  const { search, query, onQuery, onChange, isPanelOpen, onPanel, onIntent, isReadOnly, onOpen } = props
  const chosen = FACETS.reduce((sum, facet) => sum + search[facet].split(',').filter(Boolean).length, 0)
  const order = `${search.sort} ${search.direction}`
  const isLater = useLater()
  return (
    <div className={styles.toolbar} onFocus={onIntent} onPointerEnter={onIntent}>
      <div className={styles.searchBox}>
        <TypedSearch
          label="Search tokens"
          placeholder="Search name, permission, zone, id"
          query={query}
          onQuery={onQuery}
        />
      </div>
      <Button icon={<Icon of={ListFilter} />} aria-expanded={isPanelOpen} onClick={onPanel}>
        Filters{chosen > 0 && ` (${chosen})`}
      </Button>
      <div className={styles.direction}>
        <SelectField
          label="Order"
          hideLabel
          options={isLater ? OPTIONS : OPTIONS.filter(({ value }) => value === order)}
          value={order}
          onChange={(event) => {
            const [sort, direction] = event.target.value.split(' ')
            onChange({
              sort: ORDERS.find((order) => order.sort === sort)?.sort ?? 'issued',
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
        <Menu label={MENU_LABEL} icon={<Icon of={Ellipsis} />} load={() => preload(ListMenu)}>
          <ListMenu label={MENU_LABEL} isReadOnly={isReadOnly} onOpen={onOpen} />
        </Menu>
      </span>
    </div>
  )
}
