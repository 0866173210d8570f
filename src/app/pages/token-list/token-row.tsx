import { Ellipsis } from 'lucide-react'
import { memo, Suspense } from 'react'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { StatusAt } from '#app/parts/status-chip.tsx'
import type { TokenAction } from '#app/parts/token-actions/token-action.ts'
import { TokenName } from '#app/parts/token-name.tsx'
import { BareCheckbox } from '#app/ui/checkbox.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { lazyWithPreload } from 'react-lazy-with-preload'
import { Menu } from '#app/ui/menu.tsx'
import { Time } from '#app/ui/time.tsx'
import { countRanges } from '#domain/condition/count-ranges.ts'
import { countNotAllowed, summarizePermissions, summarizeResources } from '#domain/policy/summary.ts'
import type { Token } from '#domain/token/token.ts'
import { LimitCell } from './limit-cell.tsx'
import { DETAILS } from './token-columns.tsx'
import styles from './token-list.module.css'
import { preload } from '#app/ui/preload.ts'

const RowMenu = lazyWithPreload(() => import('./row-menu.tsx').then((module) => ({ default: module.RowMenu })))

/** To read ranges takes a library, which the first rows do not wait for: until it is loaded they are counted. */
const RangeLimit = lazyWithPreload(() =>
  import('./range-limit.tsx').then(
    (module) => ({ default: module.RangeLimit }),
    () => ({ default: CountedLimit }),
  ),
)

const CountedLimit = ({ condition }: Pick<Token, 'condition'>) => <LimitCell>{countRanges(condition)}</LimitCell>

/** In px, with its border; on a phone, where rows are cards, it is more. */
export const ROW_HEIGHT = 45

type TokenRowProps = {
  accountId: string
  token: Token
  /** Ms since 1970. */
  now: number
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
  const { accountId, token, now, isOwn, isSelected, onToggle, onAction, index, measure } = props
  const menuLabel = `Actions for ${token.name || token.id}`
  const name = (
    <Link className={styles.name} href={paths.token(accountId, token.id)}>
      <TokenName name={token.name} />
    </Link>
  )
  return (
    <tr
      data-selected={isSelected || undefined}
      {...(index !== undefined && { ref: measure, 'data-index': index, 'aria-rowindex': index + 2 })}
    >
      <td data-select>
        <BareCheckbox
          label={`Select ${token.name || token.id}`}
          checked={isSelected}
          onChange={({ nativeEvent }) => onToggle(token, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
        />
      </td>
      <td data-primary>
        {isOwn ? (
          <span className={styles.own}>
            {name}
            <Chip tone="info" shape="level" title="The token this app runs on">
              This app
            </Chip>
          </span>
        ) : (
          name
        )}
      </td>
      <td data-label="Status">
        <StatusAt token={token} now={now} />
      </td>
      <td data-label="Permissions">
        <PermissionSummary policies={token.policies} />
      </td>
      <td data-label="Resources" data-detail={DETAILS.resources}>
        {summarizeResources(token.policies, accountId)}
      </td>
      {countRanges(token.condition) === 'Anywhere' ? (
        <CountedLimit condition={token.condition} />
      ) : (
        <Suspense fallback={<CountedLimit condition={token.condition} />}>
          <RangeLimit condition={token.condition} />
        </Suspense>
      )}
      <td data-label="Last used" data-muted data-detail={DETAILS.used}>
        <Time value={token.lastUsedOn} missing="Never" now={now} />
      </td>
      <td data-label="Expires" data-muted={token.expiresOn !== null || undefined}>
        <Time value={token.expiresOn} missing="Never" now={now} />
      </td>
      <td data-label="Modified" data-muted data-detail={DETAILS.modified}>
        <Time value={token.modifiedOn} missing="Not known" now={now} />
      </td>
      <td data-actions>
        <Menu label={menuLabel} icon={<Icon of={Ellipsis} />} load={() => preload(RowMenu)}>
          <RowMenu label={menuLabel} accountId={accountId} token={token} onAction={onAction} />
        </Menu>
      </td>
    </tr>
  )
})

/** What is allowed in short; what is denied, or neither, is said apart. */
function PermissionSummary({ policies }: Pick<Token, 'policies'>) {
  const { first, more } = summarizePermissions(policies)
  const { denied, other } = countNotAllowed(policies)
  const apart = [...(denied > 0 ? [`${denied} denied`] : []), ...(other > 0 ? [`${other} with another effect`] : [])]
  return (
    <span className={styles.permissions} title={first ? `${first.product} ${first.level}`.trim() : undefined}>
      {first ? (
        <>
          <span>{first.product}</span> <b>{first.level}</b>
          {more > 0 && <span className={styles.more}>{` +${more}`}</span>}
        </>
      ) : (
        'None'
      )}
      {apart.length > 0 && <span className={styles.more}>{` · ${apart.join(' · ')}`}</span>}
    </span>
  )
}
