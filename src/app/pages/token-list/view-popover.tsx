import type { RefObject } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Popover } from '#app/ui/popover.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { ColumnName, Direction, Sort } from '#domain/inventory/sort.ts'
import { COLUMNS } from './list-columns.tsx'
import type { ListLook } from './list-look.ts'
import { SORTS } from './list-search.ts'
import type { Sorting } from './table-header.tsx'
import styles from './view.module.css'

type ViewPopoverProps = {
  anchor: RefObject<HTMLElement | null>
  sorting: Sorting
  look: ListLook
  onLook: (look: ListLook) => void
  onClose: () => void
}

/** Every order in words. */
const ORDERS: Record<Sort, Record<Direction, string>> = {
  issued: { desc: 'Newest first', asc: 'Oldest first' },
  name: { asc: 'Name, A to Z', desc: 'Name, Z to A' },
  status: { asc: 'Status, active first', desc: 'Status, inactive first' },
  findings: { desc: 'Most urgent findings', asc: 'Least urgent findings' },
  permissions: { desc: 'Most permissions', asc: 'Fewest permissions' },
  resources: { desc: 'Most resources', asc: 'Fewest resources' },
  ranges: { asc: 'Fewest IP ranges', desc: 'Most IP ranges' },
  used: { desc: 'Recently used', asc: 'Least recently used' },
  expires: { asc: 'Expires soonest', desc: 'Expires last' },
  modified: { desc: 'Recently modified', asc: 'Least recently modified' },
}

const ORDER_OPTIONS = SORTS.flatMap((sort) =>
  Object.entries(ORDERS[sort]).map(([direction, label]) => ({ value: `${sort} ${direction}`, label })),
)

/** Where a column has no room, as in `token-list.module.css`, until the user shows it. */
const NO_ROOM: Partial<Record<ColumnName, string>> = {
  findings: 'all',
  resources: '(max-width: 1149px)',
  ranges: '(max-width: 1279px)',
  used: '(max-width: 820px), (min-width: 901px) and (max-width: 1010px)',
  modified: '(max-width: 1519px)',
}

const NO_ROOM_BESIDE_FINDINGS: typeof NO_ROOM = {
  ...NO_ROOM,
  resources: '(max-width: 1499px)',
  used: '(max-width: 1149px)',
}

/** The order, which a phone has no headings for, the columns and the height of the rows. */
export function ViewPopover({ anchor, sorting, look, onLook, onClose }: ViewPopoverProps) {
  const isShown = (name: ColumnName) => {
    const noRoom = (look.shown.includes('findings') ? NO_ROOM_BESIDE_FINDINGS : NO_ROOM)[name]
    return (
      look.shown.includes(name) ||
      !(look.hidden.includes(name) || (noRoom !== undefined && window.matchMedia(noRoom).matches))
    )
  }
  const show = (name: ColumnName, isOn: boolean) => {
    const without = (names: ColumnName[]) => names.filter((other) => other !== name)
    const [shown, hidden] = [without(look.shown), without(look.hidden)]
    onLook({ ...look, shown: isOn ? [...shown, name] : shown, hidden: isOn ? hidden : [...hidden, name] })
  }
  return (
    <Popover anchor={anchor} align="end" label="View" onClose={onClose}>
      <div className={styles.view}>
        <SelectField
          label="Sort by"
          options={ORDER_OPTIONS}
          value={`${sorting.sort} ${sorting.direction}`}
          onChange={({ target }) => {
            const [sort, direction] = target.value.split(' ')
            sorting.onSort({
              sort: SORTS.find((name) => name === sort) ?? 'issued',
              direction: direction === 'asc' ? 'asc' : 'desc',
            })
          }}
        />
        <div className={styles.table}>
          <fieldset className={styles.columns}>
            <legend>Columns</legend>
            {COLUMNS.filter(({ isOptional }) => isOptional).map((column) => (
              <Checkbox
                key={column.name}
                label={column.heading}
                hint={column.name === 'findings' ? 'Loads all tokens' : undefined}
                checked={isShown(column.name)}
                onChange={({ target }) => show(column.name, target.checked)}
              />
            ))}
            {look.shown.length + look.hidden.length > 0 && (
              <Button tone="quiet" size="small" onClick={() => onLook({ ...look, shown: [], hidden: [] })}>
                Reset columns
              </Button>
            )}
          </fieldset>
          <Segmented
            legend="Rows"
            name="density"
            size="small"
            value={look.density}
            options={[
              { value: 'comfortable', label: 'Comfortable' },
              { value: 'compact', label: 'Compact' },
            ]}
            onChange={(density) => onLook({ ...look, density })}
          />
        </div>
      </div>
    </Popover>
  )
}
