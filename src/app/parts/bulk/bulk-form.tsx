import type { IpMode } from '#domain/condition/condition.ts'
import { useState } from 'react'
import { useChoices } from '#app/parts/kept-choices.ts'
import { TypedDialog } from '#app/parts/typed-dialog.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { daysToSpread, spread } from '#domain/expiry/spread.ts'
import { givesMore, planBulk, type BulkAction, type BulkPlan } from '#domain/inventory/bulk-plan.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { isOff } from '#domain/token/confirmation.ts'
import type { Token } from '#domain/token/token.ts'
import { BulkPreview, type Confirmation } from './bulk-preview.tsx'
import { BULK_WORDS, BUSY, DELETE_OFF } from './bulk-words.ts'
import styles from './bulk.module.css'
import { ExpiryChoice, expiryAction, type ExpiryState } from './expiry-choice.tsx'
import { IpChoice, ipAction, type IpState } from './ip-choice.tsx'
import { SpreadChoice, type SpreadDays } from './spread-choice.tsx'

type BulkFormProps = {
  kind: BulkAction['kind']
  tokens: Token[]
  ipMode: IpMode
  /** Ms since 1970. */
  now: number
  /** The app's own token; `null` where it is not known. */
  ownTokenId: string | null
  /** It was not started, for another bulk action runs. */
  isBusy: boolean
  onStart: (action: BulkAction, plan: BulkPlan) => void
  onClose: () => void
}

/** What to change, what that makes of each token, and the confirmation by count. */
export function BulkForm({ kind, tokens, ipMode, now, ownTokenId, isBusy, onStart, onClose }: BulkFormProps) {
  const [includesOwn, setIncludesOwn] = useState(false)
  const [expiry, setExpiry] = useState<ExpiryState>({ choice: '90', at: '', over: '0' })
  const [ip, setIp] = useState<IpState>({
    mode: ipMode,
    allowed: [],
    exceptions: [],
    allowedText: '',
    exceptionsText: '',
  })
  const { workingHours } = useChoices(useAccountId()).settings
  const [days, setDays] = useState<SpreadDays>(() => `${daysToSpread(tokens, now, workingHours)}`)
  const [confirmation, setConfirmation] = useState({ typed: '', isMeant: false, isAware: false })
  const words = BULK_WORDS[kind]

  const chosen = (): BulkAction | null => {
    if (kind === 'spread') return { kind, expiresOn: spread(tokens, Number(days), now, workingHours) }
    if (kind !== 'expiry' && kind !== 'ip') return { kind }
    const choice = kind === 'expiry' ? expiryAction(expiry, tokens, now, workingHours) : ipAction(ip)
    return 'action' in choice ? choice.action : null
  }
  const action = chosen()
  const plan = action && planBulk(action, tokens, { now, ownTokenId, includesOwn })
  const amount = plan?.planned.length ?? 0
  // Before anything is chosen the number of tokens is that of the selection.
  const label = `${words.verb} ${count(plan ? amount : tokens.length, 'token')}`
  const mayHoldOwn = ownTokenId === null && kind !== 'enable'

  const missing = plan ? missingFor(plan, confirmation, mayHoldOwn) : kind === 'ip' ? NO_RANGE : NO_DATE
  const isReady = plan !== null && missing === null
  const start = () => {
    if (action && isReady) onStart(action, plan)
  }

  return (
    <TypedDialog
      title={label}
      description={kind === 'delete' && tokens.every(isOff) ? DELETE_OFF : words.effect}
      width="wide"
      onClose={onClose}
      footer={
        <>
          {missing && <p className={`quiet ${styles.missing}`}>{missing}</p>}
          {!missing && isBusy && (
            <div className={styles.busy}>
              <Note tone="caution" role="alert" title={BUSY} />
            </div>
          )}
          <Button data-autofocus onClick={onClose}>
            Cancel
          </Button>
          <Button tone={words.isHarmful ? 'danger-solid' : 'primary'} disabled={!isReady} onClick={start}>
            {label}
          </Button>
        </>
      }
    >
      {kind === 'expiry' && (
        <ExpiryChoice
          value={expiry}
          onChange={setExpiry}
          tokens={tokens}
          inUse={plan?.planned.filter(({ isUsedLately }) => isUsedLately).length ?? 0}
          now={now}
          hours={workingHours}
        />
      )}
      {kind === 'spread' && <SpreadChoice value={days} onChange={setDays} />}
      {kind === 'ip' && <IpChoice value={ip} onChange={setIp} />}
      {plan && (
        <BulkPreview
          plan={plan}
          hasOwn={tokens.some(({ id }) => id === ownTokenId)}
          mayHoldOwn={mayHoldOwn}
          includesOwn={includesOwn}
          onIncludeOwn={setIncludesOwn}
          confirmation={confirmation}
          onConfirmation={setConfirmation}
          onConfirm={start}
        />
      )}
    </TypedDialog>
  )
}

const NO_RANGE = 'Add an address or a range above.'
const NO_DATE = 'Choose a date and a time above.'

/** What is left to confirm before it can start. */
function missingFor({ planned }: BulkPlan, { typed, isMeant, isAware }: Confirmation, mayHoldOwn: boolean) {
  if (planned.length === 0) return 'No tokens to change.'
  if (!isMeant && planned.some(givesMore)) return 'Confirm the extended access above.'
  if (!isAware && mayHoldOwn) return 'Confirm above that access may be lost.'
  const amount = grouped(planned.length)
  // As the title writes it, or as digits alone.
  return [amount, String(planned.length)].includes(typed.trim()) ? null : `Type ${amount} above to confirm.`
}
