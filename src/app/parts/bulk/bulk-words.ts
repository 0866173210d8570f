import type { TokenOutcome } from '#app/queries/bulk-tokens.ts'
import type { BulkAction } from '#domain/inventory/bulk-plan.ts'
import { count, grouped } from '#domain/text/plural.ts'

type Words = {
  /** The dialog's title and its button: "Disable 12 tokens". */
  verb: string
  /** While it runs: "Disabling". */
  doing: string
  done: string
  effect: string
  isHarmful: boolean
}

export const BULK_WORDS: Record<BulkAction['kind'], Words> = {
  disable: {
    verb: 'Disable',
    doing: 'Disabling',
    done: 'disabled',
    effect: 'Requests with these tokens will fail until they are re-enabled.',
    isHarmful: true,
  },
  enable: {
    verb: 'Enable',
    doing: 'Enabling',
    done: 'enabled',
    effect: 'Anyone holding their secrets can use this account again.',
    isHarmful: false,
  },
  delete: {
    verb: 'Delete',
    doing: 'Deleting',
    done: 'deleted',
    effect:
      'Anything using these tokens loses access immediately. Deleted tokens and their secrets can’t be restored. Not sure? Disable them first.',
    isHarmful: true,
  },
  expiry: {
    verb: 'Set expiration for',
    doing: 'Setting expiration for',
    done: 'updated',
    effect: 'Each stops working when it expires; with “Never” it works until it is disabled or deleted.',
    isHarmful: false,
  },
  spread: {
    verb: 'Spread expiration of',
    doing: 'Spreading expiration of',
    done: 'updated',
    effect: 'They stop working one after the other, none later than it does today.',
    isHarmful: false,
  },
  ip: {
    verb: 'Set IP limit for',
    doing: 'Setting IP limit for',
    done: 'updated',
    effect: 'Requests from addresses that the limit leaves out or blocks will fail.',
    isHarmful: false,
  },
}

/** The effect of deleting tokens that do not work. */
export const DELETE_OFF = 'None of these tokens works now. Deleted tokens and their secrets can’t be restored.'

/** Two at the same time would change some tokens twice. The other one may be the undo of one, in the same tab. */
export const BUSY = 'Not started: another bulk action is running in this browser. Try again when it has finished.'

const NOT_DONE = {
  failed: 'failed',
  unknown: 'not confirmed',
  conflict: 'changed by someone else and skipped',
  waiting: 'not started',
}

/** "2 failed", "1 not started": how many tokens are not done and why. */
export const sayNotDone = (amounts: (readonly [keyof typeof NOT_DONE, number])[]): string[] =>
  amounts.filter(([, amount]) => amount > 0).map(([kind, amount]) => `${grouped(amount)} ${NOT_DONE[kind]}`)

/** What became of an undo: "3 tokens enabled", or how many could not be changed back and why. */
export function sayUndone(done: string, kinds: TokenOutcome['kind'][]): { message: string; isWhole: boolean } {
  const amountOf = (wanted: TokenOutcome['kind']) => kinds.filter((kind) => kind === wanted).length
  const rest = sayNotDone(NOT_UNDONE.map((kind) => [kind, amountOf(kind)]))
  return { message: [`${count(amountOf('done'), 'token')} ${done}`, ...rest].join(', '), isWhole: rest.length === 0 }
}

const NOT_UNDONE = ['conflict', 'failed', 'unknown', 'waiting'] as const

/** `done`: what the token was to be, "disabled". */
export const unconfirmed = (done: string): string => `Couldn’t confirm that it was ${done}.`
