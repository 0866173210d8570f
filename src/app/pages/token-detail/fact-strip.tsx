import type { ReactNode } from 'react'
import { LevelMark } from '#app/parts/level-mark.tsx'
import { StatusChip } from '#app/parts/status-chip.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useLoadedCatalogue } from '#app/parts/use-loaded-catalogue.ts'
import { useNow } from '#app/parts/use-now.ts'
import { formatDateTimeUtc, formatRelative } from '#app/ui/format-time.ts'
import type { Condition } from '#domain/condition/condition.ts'
import { ANY_IP } from '#domain/condition/count-ranges.ts'
import { accessOf, orMore } from '#domain/reach/access.ts'
import { count } from '#domain/text/plural.ts'
import { deriveStatus } from '#domain/token/status.ts'
import { DAY_MS, msOf } from '#domain/token/time.ts'
import type { Token } from '#domain/token/token.ts'
import { oddPolicies } from './odd-policies.ts'
import styles from './token-detail.module.css'

/** The facts that decide about a token, side by side. */
export function FactStrip({ token }: { token: Token }) {
  const now = useNow()
  const catalogue = useLoadedCatalogue()
  const read = accessOf(token.policies, { accountId: useAccountId(), catalogue })
  const access = oddPolicies(token)?.length === 0 ? read : orMore(read)
  const limit = limitWords(token.condition)
  const isActive = deriveStatus(token, now).kind === 'active'

  return (
    <dl className={styles.strip}>
      <Fact term="Expires" {...timeFact(token.expiresOn, now, 'No expiration')} />
      <Fact term="Last used" {...timeFact(token.lastUsedOn, now, 'Never')} />
      <Fact term="Access" words={access.words} hint={access.detail} icon={<LevelMark level={access.level} />} />
      <Fact term="IP limit" {...limit} />
      {!isActive && (
        <div>
          <dt>Status</dt>
          <dd className={styles.fact}>
            <StatusChip token={token} />
          </dd>
        </div>
      )}
    </dl>
  )
}

type FactProps = { term: string; words: string; hint?: ReactNode; icon?: ReactNode }

function Fact({ term, words, hint, icon }: FactProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd className={styles.fact}>
        {icon}
        <span>{words}</span>
      </dd>
      {hint && <dd className={styles.hint}>{hint}</dd>}
    </div>
  )
}

function timeFact(value: string | null, now: number, missing: string): Pick<FactProps, 'words' | 'hint'> {
  if (value === null) return { words: missing }
  // A text that is no time is shown as it came.
  if (Number.isNaN(msOf(value))) return { words: value }
  const words = distanceWords(value, now)
  return {
    words: words.charAt(0).toUpperCase() + words.slice(1),
    hint: <time dateTime={value}>{formatDateTimeUtc(value)}</time>,
  }
}

const YEAR_DAYS = 365
/** Up to here the usual words are relative. */
const RELATIVE_DAYS = 60

/** "in 412 days", "6 years ago": the date is below it. */
function distanceWords(value: string, now: number): string {
  const days = Math.trunc((Date.parse(value) - now) / DAY_MS)
  if (Math.abs(days) < RELATIVE_DAYS) return formatRelative(value, now)
  const size = Math.abs(days)
  const words = size < 2 * YEAR_DAYS ? `${size} days` : `${Math.floor(size / YEAR_DAYS)} years`
  return days < 0 ? `${words} ago` : `in ${words}`
}

function limitWords({ allowed, exceptions, isOdd }: Condition): Pick<FactProps, 'words' | 'hint'> {
  if (isOdd) return { words: 'Unreadable', hint: 'See the JSON tab' }
  if (allowed.length === 0 && exceptions.length === 0) return { words: ANY_IP }
  if (allowed.length === 0) return { words: `All IPs except ${count(exceptions.length, 'range')}` }
  return {
    words: count(allowed.length, 'range'),
    ...(exceptions.length > 0 && { hint: `${count(exceptions.length, 'range')} blocked` }),
  }
}
