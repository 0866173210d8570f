import { Ellipsis } from 'lucide-react'
import { lazy, memo } from 'react'
import { StatusChip } from '#app/parts/status-chip.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { Menu } from '#app/ui/menu.tsx'
import { Time } from '#app/ui/time.tsx'
import { summarizeCondition, summarizePermissions, summarizeResources } from '#domain/policy/summary.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './token-list.module.css'
import { QuickLink } from './quick-link.tsx'

const loadRowMenu = () => import('./row-menu.tsx')
const RowMenu = lazy(() => loadRowMenu().then((module) => ({ default: module.RowMenu })))

type TokenRowProps = {
  accountId: string
  token: Token
  isOwn: boolean
  isSelected: boolean
  onToggle: (token: Token, isRange: boolean) => void
  onAction: (action: TokenAction) => void
  /** Of a table that draws only some of its rows: its place among all, and what measures it. */
  index?: number
  measure?: (row: HTMLTableRowElement | null) => void
}

/** Measured: a row costs 1 to 2 ms on a slow laptop, and typing, ticking or scrolling leaves most of them as they were. */
export const TokenRow = memo(function TokenRow(props: TokenRowProps) {
  const { accountId, token, isOwn, isSelected, onToggle, onAction, index, measure } = props
  const permissions = summarizePermissions(token.policies)
  const from = summarizeCondition(token.condition)
  const menuLabel = `Actions for ${token.name || token.id}`
  return (
    <tr
      data-selected={isSelected || undefined}
      {...(index !== undefined && { ref: measure, 'data-index': index, 'aria-rowindex': index + 2 })}
    >
      <td data-select>
        <Checkbox
          label={`Select ${token.name || token.id}`}
          hideLabel
          checked={isSelected}
          onChange={({ nativeEvent }) => onToggle(token, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
      </td>
      <td data-primary>
        <span className={styles.name}>
          <QuickLink
            href={`/accounts/${accountId}/tokens/${token.id}`}
            to={{ to: '/accounts/$accountId/tokens/$tokenId', params: { accountId, tokenId: token.id } }}
          >
            <TokenName name={token.name} />
          </QuickLink>
          {isOwn && (
            <Chip tone="info" shape="level" title="The token this app runs on">
              This app
            </Chip>
          )}
        </span>
      </td>
      <td data-label="Status">
        <StatusChip token={token} />
      </td>
      <td data-label="Permissions">
        {permissions.first ? (
          <span className={styles.permissions}>
            <span>{permissions.first.product}</span> <b>{permissions.first.level}</b>
            {permissions.more > 0 && <span className={styles.more}> +{permissions.more}</span>}
          </span>
        ) : (
          'None'
        )}
      </td>
      <td data-label="Resources" data-detail>
        {summarizeResources(token.policies, accountId)}
      </td>
      <td data-label="From" data-detail="middle" data-muted={from !== 'Anywhere' || undefined}>
        {from}
      </td>
      <td data-label="Last used" data-muted>
        <Time value={token.lastUsedOn} missing="Never" />
      </td>
      <td data-label="Expires" data-muted={token.expiresOn !== null || undefined}>
        <Time value={token.expiresOn} missing="Never" />
      </td>
      <td data-label="Modified" data-muted data-detail="wide">
        <Time value={token.modifiedOn} missing="Not known" />
      </td>
      <td data-actions>
        <Menu label={menuLabel} icon={<Ellipsis />} load={loadRowMenu}>
          <RowMenu label={menuLabel} accountId={accountId} token={token} onAction={onAction} />
        </Menu>
      </td>
    </tr>
  )
})
