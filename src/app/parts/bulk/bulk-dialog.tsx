import { useState } from 'react'
import { LeaveDialog } from '#app/parts/leave-dialog.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useIsOfFormerUser } from '#app/parts/use-is-of-former-user.ts'
import { useCheckedOwnTokenId } from '#app/parts/use-checked-own-token-id.ts'
import { useHeldPage } from '#app/queries/held-page.ts'
import { useBulkRun, type TokenOutcome } from '#app/queries/bulk-tokens.ts'
import { useBlocker } from '@tanstack/react-router'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { daysToSpread, spread } from '#domain/expiry/spread.ts'
import { givesMore, planBulk, type BulkAction, type BulkPlan } from '#domain/inventory/bulk-plan.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { isOff } from '#domain/token/confirmation.ts'
import type { Token } from '#domain/token/token.ts'
import { BulkPreview } from './bulk-preview.tsx'
import { BulkResults } from './bulk-results.tsx'
import { BULK_WORDS, DELETE_OFF } from './bulk-words.ts'
import styles from './bulk.module.css'
import { ExpiryChoice, expiryAction, type ExpiryState } from './expiry-choice.tsx'
import { IpChoice, ipAction, type IpState } from './ip-choice.tsx'
import { SpreadChoice, type SpreadDays } from './spread-choice.tsx'
import { undoOf, useBulkUndo } from './use-bulk-undo.ts'

type BulkDialogProps = {
  kind: BulkAction['kind']
  tokens: Token[]
  ipMode?: IpState['mode']
  onClose: (outcomes: ReadonlyMap<string, TokenOutcome>) => void
}

/** One change for many tokens: choose it, preview it, confirm it by count, watch it. */
export function BulkDialog({ kind, tokens, ipMode = 'add', onClose }: BulkDialogProps) {
  const accountId = useAccountId()
  const ownTokenId = useCheckedOwnTokenId(accountId)
  // One moment for preview and run: what runs is what was confirmed.
  const [now] = useState(() => Date.now())
  const [includesOwn, setIncludesOwn] = useState(false)
  const [expiry, setExpiry] = useState<ExpiryState>({ choice: '90', at: '', over: '0' })
  const [ip, setIp] = useState<IpState>({
    mode: ipMode,
    allowed: [],
    exceptions: [],
    allowedText: '',
    exceptionsText: '',
  })
  const [days, setDays] = useState<SpreadDays>(() => `${daysToSpread(tokens, now)}`)
  const [confirmation, setConfirmation] = useState({ typed: '', isMeant: false, isAware: false })
  const [plan, setPlan] = useState<{ action: BulkAction; plan: BulkPlan } | null>(null)
  const isOver = useIsOfFormerUser()
  const bulk = useBulkRun(accountId, isOver)
  const undo = useBulkUndo(accountId)
  const isRunning = [bulk, undo.run].some(({ phase }) => phase === 'running' || phase === 'stopping')
  const words = BULK_WORDS[kind]

  // What was done is read nowhere else: a session that ends does not take it away.
  useHeldPage(plan !== null)
  const leaving = useBlocker({
    withResolver: true,
    enableBeforeUnload: isRunning,
    shouldBlockFn: () => isRunning,
  })

  const action = actionOf()
  const preview = action && planBulk(action, tokens, { now, ownTokenId, includesOwn })

  const leave = leaving.status === 'blocked' && (
    <LeaveDialog
      title="Stop updating?"
      description="Remaining tokens won’t change."
      stayLabel="Keep updating"
      leaveLabel="Stop"
      onStay={leaving.reset}
      onLeave={leaving.proceed}
    />
  )
  if (undo.begun) {
    const outcomes = new Map([...bulk.outcomes, ...undo.run.outcomes])
    return (
      <>
        <BulkResults key="undo" {...undo.begun} bulk={undo.run} onClose={() => onClose(outcomes)} />
        {leave}
      </>
    )
  }
  if (plan) {
    const back = isOver ? null : undoOf(plan.action, bulk.outcomes, now, ownTokenId)
    const close = () => {
      onClose(bulk.outcomes)
      if (back) undo.offer(back, words.done)
    }
    return (
      <>
        <BulkResults {...plan} bulk={bulk} {...(back && { onUndo: () => undo.begin(back) })} onClose={close} />
        {leave}
      </>
    )
  }

  function actionOf(): BulkAction | null {
    if (kind === 'spread') return { kind, expiresOn: spread(tokens, Number(days), now) }
    if (kind !== 'expiry' && kind !== 'ip') return { kind }
    const choice = kind === 'expiry' ? expiryAction(expiry, tokens, now) : ipAction(ip)
    return 'action' in choice ? choice.action : null
  }

  const start = () => {
    if (!action || !preview) return
    setPlan({ action, plan: preview })
    void bulk.run(preview.planned)
  }
  const amount = preview?.planned.length ?? 0
  // Before anything is chosen the number of tokens is that of the selection.
  const label = `${words.verb} ${count(preview ? amount : tokens.length, 'token')}`
  // As the title writes it, or as digits alone.
  const isConfirmed = amount > 0 && [grouped(amount), String(amount)].includes(confirmation.typed.trim())
  const isMeant = confirmation.isMeant || !preview?.planned.some(givesMore)
  const mayHoldOwn = ownTokenId === null && kind !== 'enable'
  const isAware = confirmation.isAware || !mayHoldOwn
  const isReady = isConfirmed && isMeant && isAware
  const missing = !preview
    ? null
    : amount === 0
      ? 'No tokens to change.'
      : !isMeant
        ? 'Confirm the extended access above.'
        : !isAware
          ? 'Confirm above that access may be lost.'
          : !isConfirmed && `Type ${grouped(amount)} above to confirm.`

  return (
    <Dialog
      title={label}
      description={kind === 'delete' && tokens.every(isOff) ? DELETE_OFF : words.effect}
      width="wide"
      onClose={() => onClose(bulk.outcomes)}
      footer={
        <>
          {missing && <p className={`quiet ${styles.missing}`}>{missing}</p>}
          <Button data-autofocus onClick={() => onClose(bulk.outcomes)}>
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
          inUse={preview?.planned.filter(({ isUsedLately }) => isUsedLately).length ?? 0}
          now={now}
        />
      )}
      {kind === 'spread' && <SpreadChoice value={days} onChange={setDays} />}
      {kind === 'ip' && <IpChoice value={ip} onChange={setIp} />}
      {preview && (
        <BulkPreview
          plan={preview}
          hasOwn={tokens.some(({ id }) => id === ownTokenId)}
          mayHoldOwn={mayHoldOwn}
          includesOwn={includesOwn}
          onIncludeOwn={setIncludesOwn}
          confirmation={confirmation}
          onConfirmation={setConfirmation}
          onConfirm={() => isReady && start()}
        />
      )}
    </Dialog>
  )
}
