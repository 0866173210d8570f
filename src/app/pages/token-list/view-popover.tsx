import type { RefObject } from 'react'
import { Button } from '#app/ui/button.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Popover } from '#app/ui/popover.tsx'
import { Segmented } from '#app/ui/segmented.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import type { ColumnName } from '#domain/inventory/sort.ts'
import { COLUMNS } from './list-columns.tsx'
import type { ListLook } from './list-look.ts'
import type { Sorting } from './table-header.tsx'
import styles from './view.module.css'

type ViewPopoverProps = {
  anchor: RefObject<HTMLElement | null>
  sorting: Sorting
  look: ListLook
  onLook: (look: ListLook) => void
  onClose: () => void
}

const ORDERS = [{ name: 'issued', orders: { asc: 'Oldest first', desc: 'Newest first' } } as const, ...COLUMNS]

const ORDER_OPTIONS = ORDERS.flatMap(({ name, orders }) => [
  { value: `${name} desc`, label: orders.desc },
  { value: `${name} asc`, label: orders.asc },
])

/** The order, which a phone has no headings for, the columns and the height of the rows. */
export function ViewPopover({ anchor, sorting, look, onLook, onClose }: ViewPopoverProps) {
  const isShown = ({ name, noRoom }: (typeof COLUMNS)[number]) =>
    look.shown.includes(name) || !(look.hidden.includes(name) || (noRoom && window.matchMedia(noRoom).matches))
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
            const name = ORDERS.find((order) => order.name === sort)?.name ?? 'issued'
            sorting.onSort(name, direction === 'asc' ? 'asc' : 'desc')
          }}
        />
        <div className={styles.table}>
          <fieldset className={styles.columns}>
            <legend>Columns</legend>
            {COLUMNS.filter(({ isOptional }) => isOptional).map((column) => (
              <Checkbox
                key={column.name}
                label={column.heading}
                checked={isShown(column)}
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
