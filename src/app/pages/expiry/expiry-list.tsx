import { CalendarCheck } from 'lucide-react'
import type { MouseEvent } from 'react'
import { paths } from '#app/parts/paths.ts'
import { ButtonLink, Link } from '#app/parts/link.tsx'
import { TokenName } from '#app/parts/token-name.tsx'
import { LevelMark } from '#app/parts/level-mark.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useHistoryState } from '#app/parts/use-history-state.ts'
import { writeSearch } from '#app/parts/search-text.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { formatDateTimeUtc, formatRelative } from '#app/ui/format-time.ts'
import { passFocus } from '#app/ui/pass-focus.ts'
import { useIsPrinted } from '#app/ui/use-is-printed.ts'
import { Time } from '#app/ui/time.tsx'
import { summarizePermissions } from '#domain/policy/summary.ts'
import { heldPolicies } from '#domain/reach/held-policies.ts'
import type { AccessLevel } from '#domain/reach/access-level.ts'
import type { WirePolicy } from '#domain/policy/wire.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { nameInText } from '#domain/token/name.ts'
import { hasPolicyList } from '#domain/token/policy-list.ts'
import { DAY_MS } from '#domain/token/time.ts'
import type { Period } from '#app/parts/expiry/periods.ts'
import styles from './list.module.css'

type ExpiryListProps = {
  /** Those with tokens. */
  periods: Period[]
  chosen: Period | null
  /** Ms since 1970. */
  now: number
  /** By the IDs of tokens; `undefined` while they are not known. */
  levels: ReadonlyMap<string, AccessLevel> | undefined
  isReadOnly: boolean
  onlyInUse: boolean
  onChoose: (key: string | null) => void
}

/** Of each period, when all are shown. */
const FEW = 5
/** So many tokens in all before the rest is a click away. */
const NEAR = 30
/** Of the chosen one: the list of tokens has pages and a search for more. */
const MANY = 200

function emptyWords(isChosen: boolean, onlyInUse: boolean): string {
  if (isChosen) return 'Choose “Show all” to see the others.'
  return onlyInUse ? 'No token was used in the last 7 days.' : 'No token here has an expiration date.'
}

/** The tokens by the date they end, in groups. */
export function ExpiryList({ periods, chosen, now, levels, isReadOnly, onlyInUse, onChoose }: ExpiryListProps) {
  const [isWhole, setIsWhole] = useHistoryState('all weeks', false)
  const isPrinted = useIsPrinted()
  const groups = chosen ? [chosen] : isWhole || isPrinted ? periods : nearest(periods)
  const total = (chosen ? groups : periods).reduce((sum, { endings }) => sum + endings.length, 0)
  return (
    <section aria-labelledby="by-date">
      <div className={styles.head}>
        <h2 id="by-date" tabIndex={-1}>
          By date
        </h2>
        <p role="status" className="quiet">
          {chosen ? `${chosen.title}: ${count(total, 'token')}` : count(total, 'token')}
        </p>
        {chosen && (
          <Button size="small" tone="quiet" onClick={toHeading(() => onChoose(null))}>
            Show all
          </Button>
        )}
      </div>
      <Card>
        {total === 0 ? (
          <EmptyState icon={CalendarCheck} title={chosen ? 'No tokens' : 'Nothing expires'}>
            <p>{emptyWords(chosen !== null, onlyInUse)}</p>
          </EmptyState>
        ) : (
          <table role="table" className={styles.table} aria-label="Tokens by expiration">
            <thead role="rowgroup">
              <tr role="row">
                <th role="columnheader" scope="col">
                  Token
                </th>
                <th role="columnheader" scope="col">
                  Expires
                </th>
                <th role="columnheader" scope="col" data-detail>
                  UTC
                </th>
                <th role="columnheader" scope="col" data-detail>
                  Permissions
                </th>
                <th role="columnheader" scope="col">
                  Last used
                </th>
                {!isReadOnly && (
                  <th role="columnheader" scope="col" data-detail className={styles.action}>
                    <span className="visually-hidden">Actions</span>
                  </th>
                )}
              </tr>
            </thead>
            {groups.map((period) => (
              <Group
                key={period.key}
                period={period}
                most={isPrinted ? Infinity : chosen ? MANY : FEW}
                now={now}
                levels={levels}
                isReadOnly={isReadOnly}
                onChoose={onChoose}
              />
            ))}
          </table>
        )}
        {!chosen && groups.length < periods.length && (
          <p className={`flush ${styles.more}`}>
            <Button size="small" tone="quiet" onClick={toHeading(() => setIsWhole(true))}>
              Show all weeks
            </Button>
          </p>
        )}
      </Card>
    </section>
  )
}

/** For buttons that go with what they show: the focus goes to the heading. */
const toHeading =
  (act: () => void) =>
  ({ currentTarget }: MouseEvent<HTMLElement>) => {
    passFocus(currentTarget, { within: 'main', otherwise: '#by-date' })
    act()
  }

/** The first periods, until they have enough tokens to read. */
function nearest(periods: Period[]): Period[] {
  let tokens = 0
  return periods.filter(({ endings }) => {
    const isNear = tokens < NEAR
    tokens += Math.min(endings.length, FEW)
    return isNear
  })
}

/** The others are hidden where there is little room; a cell over all would make room for them there. */
const COLUMNS_EVERYWHERE = 3
const details = (isReadOnly: boolean) => (isReadOnly ? 2 : 3)

type GroupProps = Omit<ExpiryListProps, 'periods' | 'chosen' | 'onlyInUse'> & { period: Period; most: number }

function Group({ period, most, now, levels, isReadOnly, onChoose }: GroupProps) {
  const { key, title, hint, endings } = period
  const accountId = useAccountId()
  const rest = endings.length - most
  return (
    <tbody role="rowgroup">
      <tr role="row" className={styles.group}>
        <th role="rowheader" scope="rowgroup" colSpan={COLUMNS_EVERYWHERE}>
          {title} <span className="quiet">{grouped(endings.length)}</span>{' '}
          {hint && <span className="quiet">{hint}</span>}
        </th>
        <td role="cell" data-detail colSpan={details(isReadOnly)}>
          {/* Nothing: the title has the place of the other columns. */}
        </td>
      </tr>
      {endings.slice(0, most).map(({ token, at, isInUse }) => (
        <tr role="row" key={token.id}>
          <th role="rowheader" scope="row">
            <Link href={paths.token(accountId, token.id)}>
              <TokenName name={token.name} />
            </Link>
          </th>
          <td role="cell" data-tone={key === 'overdue' ? 'critical' : undefined}>
            {at === null ? (token.expiresOn ?? 'Never') : whenWords(at, now)}
          </td>
          <td role="cell" data-detail>
            {at === null ? '' : formatDateTimeUtc(new Date(at).toISOString()).replace(' UTC', '')}
          </td>
          <td role="cell" data-detail>
            <span className={styles.level}>
              {levels && <LevelMark level={levels.get(token.id) ?? 'unknown'} />}
              {hasPolicyList(token) ? permissionWords(token.policies, accountId) : 'Unknown'}
            </span>
          </td>
          <td role="cell" data-used={token.lastUsedOn !== null}>
            <Time value={token.lastUsedOn} missing="Never" now={now} format="short" />
          </td>
          {!isReadOnly && (
            <td role="cell" data-detail className={styles.action}>
              {at !== null && isInUse && (
                <ButtonLink
                  size="small"
                  href={paths.newToken(accountId, { from: token.id, as: 'replacement' })}
                  aria-label={`Replace ${nameInText(token)}`}
                >
                  Replace
                </ButtonLink>
              )}
            </td>
          )}
        </tr>
      ))}
      {rest > 0 && (
        <tr role="row" className={styles.rest}>
          <td role="cell" className="flush" colSpan={COLUMNS_EVERYWHERE}>
            {most === FEW ? (
              <Button
                size="small"
                tone="quiet"
                aria-label={`Show the other ${grouped(rest)}: ${title}`}
                onClick={toHeading(() => onChoose(key))}
              >
                Show the other {grouped(rest)}
              </Button>
            ) : (
              <Link href={paths.tokens(accountId) + writeSearch({ sort: 'expires', direction: 'asc' })}>
                {grouped(rest)} more in the list of tokens
              </Link>
            )}
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** "in 64 days", "3 days ago": however far away, since the date is beside it. */
function whenWords(at: number, now: number): string {
  const days = Math.floor(Math.abs(at - now) / DAY_MS)
  if (days === 0) return formatRelative(new Date(at).toISOString(), now)
  return at < now ? `${count(days, 'day')} ago` : `in ${count(days, 'day')}`
}

/** "DNS Write +2". */
function permissionWords(policies: WirePolicy[], accountId: string): string {
  const { first, more } = summarizePermissions(heldPolicies(policies, accountId))
  if (!first) return 'None'
  return `${first.product} ${first.level}`.trim() + (more > 0 ? ` +${more}` : '')
}
