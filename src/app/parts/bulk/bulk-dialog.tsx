import type { IpMode } from '#domain/condition/condition.ts'
import { useState } from 'react'
import { LeaveDialog } from '#app/parts/leave-dialog.tsx'
import { useAccountId } from '#app/parts/use-account-id.ts'
import { useIsOfFormerUser } from '#app/parts/use-is-of-former-user.ts'
import { useCheckedOwnTokenId } from '#app/parts/use-checked-own-token-id.ts'
import { useHeldPage } from '#app/queries/held-page.ts'
import { useBulkRun, type TokenOutcome } from '#app/queries/bulk-tokens.ts'
import { useBlocker } from '@tanstack/react-router'
import type { BulkAction, BulkPlan } from '#domain/inventory/bulk-plan.ts'
import type { Token } from '#domain/token/token.ts'
import { BulkForm } from './bulk-form.tsx'
import { BulkResults } from './bulk-results.tsx'
import { BULK_WORDS } from './bulk-words.ts'
import { undoOf, useBulkUndo } from './use-bulk-undo.ts'
import { useKeptRun } from './use-kept-run.ts'

type BulkDialogProps = {
  kind: BulkAction['kind']
  tokens: Token[]
  ipMode?: IpMode | undefined
  onClose: (outcomes: ReadonlyMap<string, TokenOutcome>) => void
}

/** One change for many tokens: choose it, preview it, confirm it by count, watch it, and change it back. */
export function BulkDialog({ kind, tokens, ipMode = 'add', onClose }: BulkDialogProps) {
  const accountId = useAccountId()
  const ownTokenId = useCheckedOwnTokenId(accountId)
  // One moment for preview and run: what runs is what was confirmed.
  const [now] = useState(() => Date.now())
  const [begun, setBegun] = useState<{ action: BulkAction; plan: BulkPlan } | null>(null)
  const isOver = useIsOfFormerUser()
  const kept = useKeptRun(accountId)
  const bulk = useBulkRun(accountId, isOver, kept.note)
  const undo = useBulkUndo(accountId)
  const isRunning = [bulk, undo.run].some(({ phase }) => phase === 'running' || phase === 'stopping')

  // What was done is read nowhere else: a session that ends does not take it away.
  useHeldPage(bulk.phase !== 'ready')
  const leaving = useBlocker({
    withResolver: true,
    enableBeforeUnload: isRunning,
    shouldBlockFn: () => isRunning,
  })

  if (!begun || bulk.phase === 'ready') {
    const start = (action: BulkAction, plan: BulkPlan) => {
      kept.begin(action, plan)
      setBegun({ action, plan })
      void bulk.run(plan.planned)
    }
    return (
      <BulkForm
        {...{ kind, tokens, ipMode, now, ownTokenId }}
        isBusy={bulk.isBusy}
        onStart={start}
        onClose={() => onClose(bulk.outcomes)}
      />
    )
  }

  const back = isOver ? null : undoOf(begun.action, bulk.outcomes, now, ownTokenId)
  const close = () => {
    kept.drop()
    onClose(bulk.outcomes)
    if (back) undo.offer(back, BULK_WORDS[kind].done)
  }
  return (
    <>
      {undo.begun ? (
        <BulkResults
          key="undo"
          {...undo.begun}
          bulk={undo.run}
          onClose={() => {
            kept.drop()
            undo.drop()
            onClose(new Map([...bulk.outcomes, ...undo.run.outcomes]))
          }}
        />
      ) : (
        <BulkResults {...begun} bulk={bulk} {...(back && { onUndo: () => undo.begin(back) })} onClose={close} />
      )}
      {leaving.status === 'blocked' && (
        <LeaveDialog
          title="Stop updating?"
          description="Remaining tokens won’t change."
          stayLabel="Keep updating"
          leaveLabel="Stop"
          onStay={leaving.reset}
          onLeave={leaving.proceed}
        />
      )}
    </>
  )
}
