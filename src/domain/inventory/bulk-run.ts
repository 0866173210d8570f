import { differences, type Change } from '#domain/token/diff.ts'
import { isSameToken } from '#domain/token/merge.ts'
import { updateBody } from '#domain/token/request-body.ts'
import { judgeUpdate, showsChange } from '#domain/token/update-outcome.ts'
import type { Token } from '#domain/token/token.ts'
import type { PlannedChange } from './bulk-plan.ts'

/** What became of one token. Callers may rely on "done": nothing else is called that. */
export type BulkOutcome<Failure> =
  | { kind: 'waiting' }
  /** `isSent`: a write is under way, or its answer is looked for, so it may have been changed. */
  | { kind: 'running'; isSent: boolean }
  /**
   * `token` as it is now, `null` once deleted; `differs`: the API stored it otherwise than asked; `isWritten`: by a
   * request of this run. Otherwise another user may have made the same change, which is not this run's to undo.
   */
  | { kind: 'done'; token: Token | null; differs: Change[]; isWritten: boolean }
  /** Changed or deleted by another user since it was previewed, so it was left alone. */
  | { kind: 'conflict'; theirs: Token | null }
  /** Nothing was changed. */
  | { kind: 'failed'; failure: Failure }
  /**
   * It may have been changed. `shown`: the token without the change, as it was read again, which a change may still
   * follow; `null`: it could not be read.
   */
  | { kind: 'unknown'; failure: Failure; shown: Token | null }

/** The outside of the run. Every call may reject with a failure that `judge` understands. */
export type BulkWorld<Failure> = {
  /** `null`: not there. */
  read: (tokenId: string) => Promise<Token | null>
  /** Rejects, with an outcome that is not known, where the change is not shown in the answer. */
  update: (tokenId: string, body: Record<string, unknown>, isShown: (answer: Token) => boolean) => Promise<Token>
  /** A token that is already gone is deleted. */
  remove: (tokenId: string) => Promise<void>
  /** Resolves when the budget has room for one more request; `false` when the user stopped the wait for it. */
  pace: () => Promise<boolean>
  /** Resolves after so many ms, for a request that failed. */
  wait: (ms: number, because: Failure) => Promise<void>
  now: () => number
  /** Asked between two requests: a write under way is never broken off. */
  isStopped: () => boolean
  judge: (error: unknown) => {
    failure: Failure
    /** Refused for now, for too many requests: ms to wait. */
    pause: number | null
    /** No answer, or one that does not tell: a write may have had its effect. */
    isUnknown: boolean
  }
  /** Every further request would be refused in the same way. */
  isLasting: (failure: Failure) => boolean
}

type Run<Failure> = {
  planned: PlannedChange[]
  world: BulkWorld<Failure>
  onOutcome: (tokenId: string, outcome: BulkOutcome<Failure>) => void
}

/**
 * Changes tokens one after the other. No write is sent twice unless the API has refused or not seen the first. Returns
 * the failure that ended the run before its last token; `null`: none did.
 */
export async function runBulk<Failure>({ planned, world, onOutcome }: Run<Failure>): Promise<Failure | null> {
  for (const step of planned) {
    if (world.isStopped()) return null
    const tell = (isSent: boolean) => onOutcome(step.token.id, { kind: 'running', isSent })
    tell(false)
    const outcome = await changeOne(step, world, tell)
    const isOver = outcome.kind === 'failed' && world.isLasting(outcome.failure)
    onOutcome(step.token.id, isOver ? { kind: 'waiting' } : outcome)
    if (isOver) return outcome.failure
  }
  return null
}

/** A read may be asked again; more than this is no passing failure. */
const READ_ATTEMPTS = 3
const FIRST_PAUSE_MS = 500

/** `onSend`: right before a write is sent, and with `false` once it was refused for now. */
async function changeOne<Failure>(
  step: PlannedChange,
  world: BulkWorld<Failure>,
  onSend: (isSent: boolean) => void,
): Promise<BulkOutcome<Failure>> {
  const { token, wanted } = step
  for (;;) {
    if (!(await world.pace())) return { kind: 'waiting' }
    const before = await attempt(world, () => readPatiently(token.id, world))
    if (!before.ok) return world.isStopped() ? { kind: 'waiting' } : { kind: 'failed', failure: before.failure }
    const current = before.value
    // An earlier attempt without an answer may have done it.
    if (!current) return wanted ? { kind: 'conflict', theirs: null } : DELETED_BEFORE
    if (!isSameToken(current, token)) return otherThanPreviewed(step, current, world.now())
    if (!(await world.pace())) return { kind: 'waiting' }
    onSend(true)
    const write = await attempt(world, () =>
      wanted
        ? world.update(token.id, updateBody(wanted, current), (answer) =>
            showsChange(current, answer, wanted, world.now()),
          )
        : world.remove(token.id).then(() => null),
    )
    if (write.ok) return doneWith(step, write.value, world.now())
    if (write.pause !== null && !write.isUnknown) {
      onSend(false)
      await world.wait(write.pause, write.failure)
      // Refused, so nothing was written: it waits for the next run.
      if (world.isStopped()) return { kind: 'waiting' }
      continue
    }
    return write.isUnknown ? lookAgain(step, write.failure, world) : { kind: 'failed', failure: write.failure }
  }
}

const DELETED_BEFORE = { kind: 'done', token: null, differs: [], isWritten: false } satisfies BulkOutcome<never>

/** What a token is that was changed since it was previewed: an earlier attempt without an answer may have done it. */
const otherThanPreviewed = ({ wanted }: PlannedChange, current: Token, now: number): BulkOutcome<never> =>
  wanted && differences(wanted, current, now).length === 0 && current.status === wanted.status
    ? { kind: 'done', token: current, differs: [], isWritten: false }
    : { kind: 'conflict', theirs: current }

const doneWith = <Failure>({ wanted }: PlannedChange, token: Token | null, now: number): BulkOutcome<Failure> => ({
  kind: 'done',
  token,
  differs: wanted && token ? differences(wanted, token, now) : [],
  isWritten: true,
})

/** A write ended without an answer: what a look at the token says about it. */
async function lookAgain<Failure>(
  step: PlannedChange,
  failure: Failure,
  world: BulkWorld<Failure>,
): Promise<BulkOutcome<Failure>> {
  const look = await attempt(world, () => readPatiently(step.token.id, world))
  if (!look.ok) return { kind: 'unknown', failure, shown: null }
  const { token, wanted } = step
  const found = look.value
  if (!wanted)
    return found
      ? { kind: 'unknown', failure, shown: found }
      : { kind: 'done', token: null, differs: [], isWritten: true }
  if (!found) return { kind: 'conflict', theirs: null }
  const verdict = judgeUpdate(token, found, wanted, world.now())
  if (verdict === 'saved') return { kind: 'done', token: found, differs: [], isWritten: true }
  return verdict === 'unchanged' ? { kind: 'unknown', failure, shown: found } : { kind: 'conflict', theirs: found }
}

async function readPatiently<Failure>(tokenId: string, world: BulkWorld<Failure>): Promise<Token | null> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await world.read(tokenId)
    } catch (error) {
      const { failure, pause, isUnknown } = world.judge(error)
      if (world.isStopped()) throw error
      if (pause !== null) {
        attempts -= 1
        await world.wait(pause, failure)
      } else if (isUnknown && attempts < READ_ATTEMPTS) await world.wait(FIRST_PAUSE_MS * 2 ** (attempts - 1), failure)
      else throw error
    }
  }
}

type Attempt<Value, Failure> =
  | { ok: true; value: Value }
  | { ok: false; failure: Failure; pause: number | null; isUnknown: boolean }

async function attempt<Value, Failure>(
  world: BulkWorld<Failure>,
  call: () => Promise<Value>,
): Promise<Attempt<Value, Failure>> {
  try {
    return { ok: true, value: await call() }
  } catch (error) {
    return { ok: false, ...world.judge(error) }
  }
}
