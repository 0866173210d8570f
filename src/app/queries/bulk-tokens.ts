import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { asFailure, isRateLimited, pauseOf, type ApiFailure } from '#app/api/errors.ts'
import { rateBudget } from '#app/api/rate-budget.ts'
import { deleteToken, updateToken } from '#app/api/token-writes.ts'
import { findToken } from '#app/api/tokens.ts'
import type { PlannedChange } from '#domain/inventory/bulk-plan.ts'
import { runBulk, type BulkOutcome, type BulkWorld } from '#domain/inventory/bulk-run.ts'
import { longWorkDelay } from '#domain/rate-limit/budget.ts'
import { unlessBusy } from './browser-locks.ts'
import { updateInventoryCache } from './inventory-cache.ts'
import { sessionQuery } from './session.ts'
import { listsKey, tokenQuery } from './tokens.ts'

export type TokenOutcome = BulkOutcome<ApiFailure>

export type BulkProgress = {
  phase: 'ready' | 'running' | 'stopping' | 'ended'
  outcomes: ReadonlyMap<string, TokenOutcome>
  /** What ended the run before its last token; `null`: nothing, or the user. */
  endedBy: ApiFailure | null
  /** `null` while no pause is needed. */
  pause: BulkPause | null
  /** The last attempt to run did nothing: another bulk action runs on the account, in this tab or another one. */
  isBusy: boolean
}

/** Until when (ms since 1970), and after which failure; `null`: the rate budget is used up. */
type BulkPause = { until: number; because: ApiFailure | null }

/**
 * Changes many tokens, one request at a time. Stopping takes effect between two tokens, never during a write. `isOver`:
 * the user who began it is no longer signed in. `onOutcomes`: before each request and after each answer.
 */
export function useBulkRun(
  accountId: string,
  isOver: boolean,
  onOutcomes: (outcomes: ReadonlyMap<string, TokenOutcome>) => void,
) {
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<BulkProgress>({
    phase: 'ready',
    outcomes: new Map(),
    endedBy: null,
    pause: null,
    isBusy: false,
  })
  const stop = useRef(new AbortController())
  const isRunning = useRef(false)

  // Leaving the page stops the run before its next token.
  useEffect(() => () => stop.current.abort(), [])
  // And so does a sign-out in another tab.
  useEffect(() => {
    if (isOver) stop.current.abort()
  }, [isOver])

  const run = async (planned: PlannedChange[]) => {
    if (isRunning.current) return
    isRunning.current = true
    stop.current = new AbortController()
    const outcomes = new Map(progress.outcomes)
    // So that it is told again where it still is.
    setProgress((before) => ({ ...before, isBusy: false }))
    const end = await changeAll({
      queryClient,
      accountId,
      planned,
      signal: stop.current.signal,
      isStopped: () => stop.current.signal.aborted,
      onBegin: () => setProgress((before) => ({ ...before, phase: 'running', endedBy: null })),
      onPause: (pause) => setProgress((before) => ({ ...before, pause })),
      onOutcome: (tokenId, outcome) => {
        outcomes.set(tokenId, outcome)
        onOutcomes(outcomes)
        setProgress((before) => ({ ...before, outcomes: new Map(outcomes) }))
      },
    })
    isRunning.current = false
    setProgress((before) =>
      end.isBusy ? { ...before, isBusy: true } : { ...before, phase: 'ended', endedBy: end.result },
    )
  }

  const halt = () => {
    stop.current.abort()
    setProgress((before) => (before.phase === 'running' ? { ...before, phase: 'stopping' } : before))
  }

  return { ...progress, run, stop: halt }
}

/**
 * Changes tokens with nothing on the screen that shows how it goes, such as an undo after the dialog is closed. `null`:
 * nothing was done, for another bulk action runs.
 */
export function useBulkInBackground(accountId: string) {
  const queryClient = useQueryClient()
  return async (
    planned: PlannedChange[],
    { isOver, onBegin, onOutcomes }: InBackground,
  ): Promise<TokenOutcome[] | null> => {
    const outcomes = new Map<string, TokenOutcome>(planned.map(({ token }) => [token.id, { kind: 'waiting' }]))
    const { isBusy } = await changeAll({
      queryClient,
      accountId,
      planned,
      signal: new AbortController().signal,
      isStopped: isOver,
      onBegin,
      onPause: () => {},
      onOutcome: (tokenId, outcome) => {
        outcomes.set(tokenId, outcome)
        onOutcomes(outcomes)
      },
    })
    return isBusy ? null : [...outcomes.values()]
  }
}

type InBackground = {
  /** The user who began it is no longer signed in. */
  isOver: () => boolean
  onBegin: () => void
  onOutcomes: (outcomes: ReadonlyMap<string, TokenOutcome>) => void
}

type ChangeAll = {
  queryClient: QueryClient
  accountId: string
  planned: PlannedChange[]
  /** Ends a pause. */
  signal: AbortSignal
  isStopped: () => boolean
  /** Unless another bulk action runs. */
  onBegin: () => void
  onPause: (pause: BulkPause | null) => void
  onOutcome: (tokenId: string, outcome: TokenOutcome) => void
}

/** One at a time on an account: two tabs that do the same would each write tokens that the other one has just read. */
const changeAll = ({ onBegin, ...all }: ChangeAll) =>
  unlessBusy(`token-desk.bulk.${all.accountId}`, () => {
    onBegin()
    return changeEach(all)
  })

async function changeEach({ queryClient, accountId, planned, onOutcome, ...how }: Omit<ChangeAll, 'onBegin'>) {
  const endedBy = await runBulk({
    planned,
    world: worldOf(accountId, how),
    onOutcome: (tokenId, outcome) => {
      if (outcome.kind === 'done') store(queryClient, accountId, tokenId, outcome)
      onOutcome(tokenId, outcome)
    },
  })
  void queryClient.invalidateQueries({ queryKey: listsKey(accountId) })
  // The app's own token may be among those that were changed, and the session over with it.
  void queryClient.invalidateQueries({ queryKey: sessionQuery(accountId).queryKey })
  return endedBy
}

function store(
  queryClient: QueryClient,
  accountId: string,
  tokenId: string,
  { token }: Extract<TokenOutcome, { kind: 'done' }>,
): void {
  const { queryKey } = tokenQuery(accountId, tokenId)
  if (token) queryClient.setQueryData(queryKey, token)
  else queryClient.removeQueries({ queryKey })
  void updateInventoryCache(queryClient, accountId, tokenId, token)
}

function worldOf(
  accountId: string,
  { signal, isStopped, onPause }: Pick<ChangeAll, 'signal' | 'isStopped' | 'onPause'>,
): BulkWorld<ApiFailure> {
  const wait = async (ms: number, because: ApiFailure | null) => {
    if (ms <= 0 || isStopped()) return
    onPause({ until: Date.now() + ms, because })
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      // Stopping ends the wait, too: no request is pending during it.
      signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true })
    })
    onPause(null)
  }
  return {
    read: (tokenId) => findToken(accountId, tokenId),
    update: (tokenId, body, isShown) => updateToken(accountId, tokenId, body, isShown),
    remove: (tokenId) => deleteToken(accountId, tokenId),
    pace: async () => {
      const ms = longWorkDelay(rateBudget(), Date.now())
      await wait(ms, null)
      return ms <= 0 || !isStopped()
    },
    wait,
    now: Date.now,
    isStopped,
    judge: (error) => {
      const failure = asFailure(error)
      const pause = isRateLimited(failure) ? pauseOf(failure) : null
      return { failure, pause, isUnknown: failure.isOutcomeUnknown }
    },
    // About the session or the credential, not about one token.
    isLasting: ({ status }) => status === 401,
  }
}
