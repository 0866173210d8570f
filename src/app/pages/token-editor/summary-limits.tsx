import { useAccountId } from '#app/parts/use-account-id.ts'
import { Time } from '#app/ui/time.tsx'
import { NO_IP, summarizeCondition } from '#domain/condition/condition-words.ts'
import { ANY_IP } from '#domain/condition/count-ranges.ts'
import type { PermissionGroup } from '#domain/permission-groups/permission-group.ts'
import { lowerFirst } from '#domain/resources/families.ts'
import { countGrants } from '#domain/reach/count-grants.ts'
import { count } from '#domain/text/plural.ts'
import type { TokenDraft } from '#domain/token/request-body.ts'
import styles from './form-summary.module.css'

type SummaryLimitsProps = { draft: TokenDraft; catalogue: PermissionGroup[] }

/** From where, until when, and how many permissions. */
export function SummaryLimits({ draft, catalogue }: SummaryLimitsProps) {
  const accountId = useAccountId()
  return (
    <div className={styles.limits}>
      <p>
        From <Addresses condition={draft.condition} />
        {draft.expiresOn ? ' until ' : ' · '}
        <b>
          <Time value={draft.expiresOn} missing="no expiration" format="date-time" />
        </b>
      </p>
      <p>{countWords(draft, catalogue, accountId)}</p>
    </div>
  )
}

/** So many ranges are named, more are counted. */
const NAMED = 2

function Addresses({ condition }: Pick<TokenDraft, 'condition'>) {
  const words = summarizeCondition(condition)
  if (words === ANY_IP || words === NO_IP) return <b>{lowerFirst(words)}</b>
  const { allowed, exceptions, isOdd } = condition
  if (isOdd || exceptions.length > 0 || allowed.length === 0 || allowed.length > NAMED)
    return <b>{lowerFirst(words)}</b>
  return allowed.map((range, index) => (
    <span key={range}>
      {index > 0 && ' and '}
      <code>{range}</code>
    </span>
  ))
}

function countWords(draft: TokenDraft, catalogue: PermissionGroup[], accountId: string): string {
  const { reading, changing, unknown, denied } = countGrants(draft, catalogue, accountId)
  const kinds = [
    reading > 0 && `${reading} read`,
    changing > 0 && `${changing} write`,
    unknown > 0 && `${unknown} of unknown level`,
    denied > 0 && `${denied} denied`,
  ].filter((kind) => kind !== false)
  const last = reading + changing + unknown + denied
  return kinds.length === 0 ? '' : `${kinds.join(', ')} ${count(last, 'permission').replace(/^\d+ /, '')}`
}
