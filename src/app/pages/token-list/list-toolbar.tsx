import { Ellipsis, Plus, SlidersHorizontal } from 'lucide-react'
import { Suspense, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { IconButton } from '#app/ui/icon-button.tsx'
import { lazyComponent, preload } from '#app/ui/lazy-component.ts'
import { Menu } from '#app/ui/menu.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { PortalPlace } from '#app/ui/portal-place.tsx'
import { SearchField } from '#app/ui/search-field.tsx'
import { FilterChip } from './filter-chip.tsx'
import styles from './toolbar.module.css'
import type { ListLook } from './list-look.ts'
import { clearedFilters, hasFilters, hidesExpired, type ListSearch } from './list-search.ts'
import { FilterPopover, ViewPopover } from './popovers.ts'
import type { Sorting } from './table-header.tsx'
import type { FilterControl } from './use-filter-opening.ts'

type ListToolbarProps = {
  search: ListSearch
  /** The text of the search box; the address follows after a pause. */
  typed: string
  onType: (typed: string) => void
  onTyped: () => void
  onChange: (change: Partial<ListSearch>) => void
  filter: FilterControl
  /** Of the portals for the active filters and for the number of tokens. */
  chipsPlace: HTMLElement
  countPlace: HTMLElement
  /** The user may be about to search or filter. */
  onIntent: () => void
  sorting: Sorting
  look: ListLook
  onLook: (look: ListLook) => void
  isReadOnly: boolean
  onDialog: (dialog: 'views' | 'import') => void
}

const MENU_LABEL = 'More actions'
const ListMenu = lazyComponent(() => import('./list-menu.tsx'), 'ListMenu')

/** Search, filters, the number of tokens, and how they are shown. */
export function ListToolbar(props: ListToolbarProps) {
  const { search, typed, onType, onTyped, onChange, chipsPlace, countPlace, onIntent } = props
  const { anchor, opener, opening, open, close } = props.filter
  const { sorting, look, onLook, isReadOnly, onDialog } = props
  const [isViewOpen, setIsViewOpen] = useState(false)
  const view = useRef<HTMLButtonElement>(null)

  return (
    <div className={styles.toolbar} onFocus={onIntent} onPointerEnter={onIntent}>
      <div className={styles.search}>
        <SearchField
          label="Search tokens"
          placeholder="Name, permission, zone or ID"
          value={typed}
          onChange={onType}
          onBlur={onTyped}
          shortcut="/"
        />
      </div>
      <div ref={anchor} className={styles.filters}>
        <div className={styles.chips} role="group" aria-label="Active filters">
          {hidesExpired(search) && (
            <FilterChip
              name="Status"
              rest="is not Expired"
              onOpen={() => open('status')}
              onRemove={() => onChange({ include_expired: true })}
            />
          )}
          <PortalPlace element={chipsPlace} className={styles.chips} data-awaited={hasFilters(search) || undefined} />
        </div>
        <button
          ref={opener}
          type="button"
          className={styles.add}
          aria-haspopup="dialog"
          aria-expanded={opening !== null}
          onPointerEnter={() => preload(FilterPopover)}
          onFocus={() => preload(FilterPopover)}
          onClick={() => (opening ? close() : open(null))}
        >
          <Icon of={Plus} />
          Filter
        </button>
        {hasFilters(search) && (
          <Button
            tone="quiet"
            onClick={({ currentTarget }) => {
              passFocus(currentTarget, { within: `.${styles.filters}`, otherwise: `.${styles.add}` })
              onChange(clearedFilters)
            }}
          >
            Clear all
          </Button>
        )}
      </div>
      <PortalPlace element={countPlace} className={styles.count} />
      <div className={styles.end}>
        <IconButton
          ref={view}
          label="View"
          icon={<Icon of={SlidersHorizontal} />}
          aria-haspopup="dialog"
          aria-expanded={isViewOpen}
          onPointerEnter={() => preload(ViewPopover)}
          onFocus={() => preload(ViewPopover)}
          onClick={() => setIsViewOpen(!isViewOpen)}
        />
        {isViewOpen && (
          <Suspense>
            <ViewPopover
              anchor={view}
              sorting={sorting}
              look={look}
              onLook={onLook}
              onClose={() => setIsViewOpen(false)}
            />
          </Suspense>
        )}
        <Menu label={MENU_LABEL} icon={<Icon of={Ellipsis} />} load={ListMenu.preload}>
          <ListMenu label={MENU_LABEL} isReadOnly={isReadOnly} onOpen={onDialog} />
        </Menu>
      </div>
    </div>
  )
}
