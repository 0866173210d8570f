import { Ellipsis } from 'lucide-react'
import { memo, type Dispatch } from 'react'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { wasJustChanged } from '#app/queries/inventory-cache.ts'
import { BareCheckbox } from '#app/ui/checkbox.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Menu } from '#app/ui/menu.tsx'
import { nameInText } from '#domain/token/name.ts'
import type { Token } from '#domain/token/token.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import type { Row } from './list-cells.tsx'
import { COLUMNS } from './list-columns.tsx'
import { rowFocus } from './row-focus.ts'
import type { SelectionAction } from './use-selection.ts'

const TokenMenu = lazyComponent(() => import('#app/parts/token-actions/token-menu.tsx'), 'TokenMenu')

type TokenRowProps = Row & {
  isSelected: boolean
  /** All tokens that a range of rows may be taken from. */
  order: Token[]
  onSelect: Dispatch<SelectionAction>
  onAction: (action: TokenAction) => void
  /** In a table that renders only some of its rows: its index among all, and the callback that measures it. */
  index?: number
  measure?: (row: HTMLTableRowElement | null) => void
}

/** A row takes 1 to 2 ms on a slow laptop; typing, selecting or scrolling leaves most of them unchanged. */
export const TokenRow = memo(function TokenRow(props: TokenRowProps) {
  const { accountId, token, now, isOwn, match, judged, isSelected, order, onSelect, onAction, index, measure } = props
  const name = nameInText(token)
  const menuLabel = `Actions for ${name}`
  return (
    <tr
      role="row"
      data-selected={isSelected || undefined}
      data-changed={wasJustChanged(token.id) || undefined}
      // Where only some rows are rendered, one also goes because it was scrolled away.
      {...(index === undefined ? { ref: rowFocus } : { ref: measure, 'data-index': index, 'aria-rowindex': index + 2 })}
    >
      <td role="cell" data-select>
        <BareCheckbox
          label={`Select ${name}`}
          checked={isSelected}
          onChange={({ nativeEvent }) => {
            const isRange = nativeEvent instanceof MouseEvent && nativeEvent.shiftKey
            onSelect({ kind: 'toggle', token, order, isRange })
          }}
        />
      </td>
      {COLUMNS.map((column) => (
        <td
          key={column.name}
          role="cell"
          data-detail={column.detail}
          data-phone={column.phone}
          data-match={(column.name === 'resources' && match?.resources !== undefined) || undefined}
          data-muted={column.isMuted?.(token) || undefined}
        >
          {column.cell({ accountId, token, now, isOwn, match, judged })}
        </td>
      ))}
      <td role="cell" data-actions>
        <Menu label={menuLabel} icon={<Icon of={Ellipsis} />} load={TokenMenu.preload}>
          <TokenMenu label={menuLabel} token={token} onAction={onAction} />
        </Menu>
      </td>
    </tr>
  )
})
