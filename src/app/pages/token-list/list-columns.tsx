import type { ReactNode } from 'react'
import { paths } from '#app/parts/paths.ts'
import { Link } from '#app/parts/link.tsx'
import { StatusAt } from '#app/parts/status-chip.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { Chip } from '#app/ui/chip.tsx'
import { lazyModule } from '#app/ui/lazy-module.ts'
import { Time } from '#app/ui/time.tsx'
import { countRanges } from '#domain/condition/count-ranges.ts'
import { countNotAllowed, summarizePermissions, summarizeResources } from '#domain/policy/summary.ts'
import { COLUMN_NAMES, type ColumnName, type Direction } from '#domain/inventory/sort.ts'
import type { Token } from '#domain/token/token.ts'
import styles from './token-list.module.css'

const conditionWords = lazyModule(() => import('#domain/condition/condition-words.ts'))

/** What a cell may show. */
export type Row = {
  accountId: string
  token: Token
  /** Ms since 1970. */
  now: number
  isOwn: boolean
}

type Column = {
  heading: string
  /** The direction of the first click. */
  first: Direction
  /** A width of `token-list.module.css`; columns without one share the rest. */
  width?: 'chip' | 'time' | 'name'
  /** The user can hide it. */
  isOptional?: boolean
  /** The heading of the card that a row is on a phone. */
  isPrimary?: boolean
  isMuted?: (token: Token) => boolean
  cell: (row: Row) => ReactNode
}

/** Every column of the list, in the order of its sort keys: header, cells, skeleton and the view's settings follow it. */
const COLUMN: Record<ColumnName, Column> = {
  name: {
    heading: 'Name',
    first: 'asc',
    width: 'name',
    isPrimary: true,
    cell: NameCell,
  },
  status: {
    heading: 'Status',
    first: 'asc',
    width: 'chip',
    cell: ({ token, now }) => <StatusAt token={token} now={now} />,
  },
  permissions: {
    heading: 'Permissions',
    first: 'desc',
    isOptional: true,
    cell: PermissionsCell,
  },
  resources: {
    heading: 'Resources',
    first: 'desc',
    isOptional: true,
    cell: ({ token, accountId }) => summarizeResources(token.policies, accountId),
  },
  ranges: {
    heading: 'IP limit',
    first: 'asc',
    width: 'time',
    isOptional: true,
    isMuted: ({ condition }) => countRanges(condition) !== 'Anywhere',
    cell: (row) => <RangesCell {...row} />,
  },
  used: {
    heading: 'Last used',
    first: 'desc',
    width: 'time',
    isOptional: true,
    isMuted: () => true,
    cell: ({ token, now }) => <Time value={token.lastUsedOn} missing="Never" now={now} />,
  },
  expires: {
    heading: 'Expires',
    first: 'asc',
    width: 'time',
    isOptional: true,
    isMuted: ({ expiresOn }) => expiresOn !== null,
    cell: ({ token, now }) => <Time value={token.expiresOn} missing="Never" now={now} />,
  },
  modified: {
    heading: 'Modified',
    first: 'desc',
    width: 'time',
    isOptional: true,
    isMuted: () => true,
    cell: ({ token, now }) => <Time value={token.modifiedOn} missing="Unknown" now={now} />,
  },
}

export const COLUMNS = COLUMN_NAMES.map((name) => ({
  name,
  ...COLUMN[name],
  /** Marks the cells of a column that may be hidden. */
  detail: COLUMN[name].isOptional ? name : undefined,
}))

function NameCell({ accountId, token, isOwn }: Row) {
  const link = (
    <Link className={styles.name} href={paths.token(accountId, token.id)}>
      <TokenName name={token.name} />
    </Link>
  )
  if (!isOwn) return link
  return (
    <span className={styles.own}>
      {link}
      <Chip tone="info" title="The token this app runs on">
        This app
      </Chip>
    </span>
  )
}

/** Counts the ranges; what they come to is known once the arithmetic of addresses is loaded. */
function RangesCell({ token: { condition } }: Row) {
  const counted = countRanges(condition)
  return conditionWords.useModule(counted !== 'Anywhere')?.summarizeCondition(condition) ?? counted
}

/** What is allowed in short; what is denied, or has another effect, is counted apart. */
function PermissionsCell({ token: { policies } }: Row) {
  const { first, more } = summarizePermissions(policies)
  const { denied, other } = countNotAllowed(policies)
  const apart = [...(denied > 0 ? [`${denied} denied`] : []), ...(other > 0 ? [`${other} with another effect`] : [])]
  return (
    <span className={styles.permissions} title={first ? `${first.product} ${first.level}`.trim() : undefined}>
      {first ? (
        <>
          <span>{first.product}</span> <b>{first.level}</b>
          {more > 0 && <span className="quiet">{` +${more}`}</span>}
        </>
      ) : (
        'None'
      )}
      {apart.length > 0 && <span className="quiet">{` · ${apart.join(' · ')}`}</span>}
    </span>
  )
}
