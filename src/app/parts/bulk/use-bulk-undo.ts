import { useState } from 'react'
import { watchUser } from '#app/parts/kept-in-tab.ts'
import { useIsOfFormerUser } from '#app/parts/use-is-of-former-user.ts'
import { useBulkInBackground, useBulkRun, type TokenOutcome } from '#app/queries/bulk-tokens.ts'
import { useToast } from '#app/ui/use-toast.ts'
import { planUndo, type BulkAction, type BulkPlan } from '#domain/inventory/bulk-plan.ts'
import { count } from '#domain/text/plural.ts'
import { BULK_WORDS, BUSY, sayUndone } from './bulk-words.ts'
import { keepRun } from './keep-run.ts'
import { useKeptRun } from './use-kept-run.ts'

type Undo = { action: BulkAction; plan: BulkPlan }

/** The way back from a bulk action: with its progress on the screen, or from a toast once the dialog is closed. */
export function useBulkUndo(accountId: string) {
  const kept = useKeptRun(accountId)
  const run = useBulkRun(accountId, useIsOfFormerUser(), kept.note)
  const runInBackground = useBulkInBackground(accountId)
  const toast = useToast()
  const [begun, setBegun] = useState<Undo | null>(null)

  const runLater = async (undo: Undo, isOver: () => boolean) => {
    const { action, plan } = undo
    const kept = keepRun(accountId)
    kept.begin(action, plan)
    // To leave would end it in the middle.
    addEventListener('beforeunload', askToStay)
    const outcomes = await runInBackground(plan.planned, {
      isOver,
      onOutcomes: kept.note,
      onBegin: () => toast({ message: `Undoing for ${count(plan.planned.length, 'token')}…` }),
    })
    removeEventListener('beforeunload', askToStay)
    kept.show(false)
    if (!outcomes) return toast({ message: BUSY, tone: 'critical', action: undoLater(undo, isOver) })
    const { message, isWhole } = sayUndone(
      BULK_WORDS[action.kind].done,
      outcomes.map(({ kind }) => kind),
    )
    toast({ message, tone: isWhole ? 'positive' : 'critical' })
  }

  const undoLater = (undo: Undo, isOver: () => boolean) => ({
    label: 'Undo',
    onClick: () => void runLater(undo, isOver),
  })

  return {
    run,
    // Until it runs, what there is to undo stays on the screen.
    begun: run.phase === 'ready' && !run.isBusy ? null : begun,
    begin: (undo: Undo) => {
      kept.begin(undo.action, undo.plan)
      setBegun(undo)
      void run.run(undo.plan.planned)
    },
    drop: kept.drop,
    /** `done`: what the tokens were, "disabled". */
    offer: (undo: Undo, done: string) => {
      const isOver = watchUser()
      toast({
        message: `${count(undo.plan.planned.length, 'token')} ${done}`,
        action: undoLater(undo, isOver),
      })
    },
  }
}

const askToStay = (event: Event) => event.preventDefault()

/**
 * The way back for the tokens that this run changed, each as the action left it; `null` where there is none, as after a
 * disable of the app's own token, which would have to undo it.
 */
export function undoOf(
  action: BulkAction,
  outcomes: ReadonlyMap<string, TokenOutcome>,
  now: number,
  ownTokenId: string | null,
): Undo | null {
  const changed = [...outcomes.values()].flatMap(
    (outcome) => (outcome.kind === 'done' && outcome.isWritten && outcome.token) || [],
  )
  if (action.kind === 'disable' && changed.some(({ id }) => id === ownTokenId)) return null
  return changed.length > 0 ? planUndo(action, changed, now) : null
}
