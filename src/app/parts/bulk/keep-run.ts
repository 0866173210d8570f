import { keep } from '#app/parts/kept-in-tab.ts'
import { runKeys } from '#app/parts/unfinished-keys.ts'
import type { TokenOutcome } from '#app/queries/bulk-tokens.ts'
import { holdForPage } from '#app/queries/browser-locks.ts'
import type { BulkAction, BulkPlan } from '#domain/inventory/bulk-plan.ts'
import { bulkReport, withMaps, type BulkReport } from '#domain/inventory/bulk-report.ts'
import { looksLikeSecret } from '#domain/secret/looks-like-secret.ts'
import { REMOVED } from '#domain/secret/redact.ts'
import { forgetRun, noteRun, progressKey } from './kept-runs.ts'
import { sayFailure } from './say-failure.ts'

/** Keeps a run in the tab while it goes on, so that a reload or a crash in the middle of it does not lose what was done. */
export type RunKeeper = {
  /** What the run is about. Kept with its first outcome. */
  begin: (action: BulkAction, plan: BulkPlan) => void
  /** Before each request and after each answer. Once all is done, nothing is kept. */
  note: (outcomes: ReadonlyMap<string, TokenOutcome>) => void
  /** Whether something on the screen shows the run, as at first. Where nothing does, the page tells of it. */
  show: (isShown: boolean) => void
  /** The user has closed its results. */
  drop: () => void
}

export function keepRun(accountId: string): RunKeeper {
  let about: { action: BulkAction; plan: BulkPlan } | null = null
  /** `null` while nothing is kept. */
  let key: string | null = null
  let isShown = true

  const drop = () => {
    if (key !== null) forgetRun(key)
    about = key = null
  }

  return {
    begin: (action, plan) => {
      about = { action, plan }
    },
    note: (outcomes) => {
      if (!about) return
      if (about.plan.planned.every(({ token }) => outcomes.get(token.id)?.kind === 'done')) return drop()
      const report = bulkReport({ ...about, accountId, now: Date.now() }, outcomes, sayFailure)
      if (key === null) {
        key = `${runKeys(accountId)}${Date.now()}`
        holdForPage(key)
        keep(key, startOf(report))
      }
      // Without this, what is kept would be wrong.
      if (!keep(progressKey(key), progressOf(report))) return drop()
      noteRun(key, isShown)
    },
    show: (is) => {
      isShown = is
      if (key !== null) noteRun(key, isShown)
    },
    drop,
  }
}

/** In characters, of the five million or so that a tab may keep: drafts need room, too. */
const MOST = 1_000_000

/** The report without states after the run; without those before it, where they are too much to keep. */
function startOf(report: BulkReport): string {
  const tokens = report.tokens.map((line) => ({ ...line, after: undefined }))
  const whole = JSON.stringify({ ...report, tokens }, withoutSecrets)
  if (whole.length <= MOST) return whole
  return JSON.stringify({ ...report, tokens: tokens.map((line) => ({ ...line, before: undefined })) }, withoutSecrets)
}

const progressOf = ({ ended_at, tokens }: BulkReport): string => {
  const told = tokens.filter(({ outcome }) => outcome !== 'not started' && outcome !== 'skipped')
  const outcomes = Object.fromEntries(told.map(({ id, outcome, detail }) => [id, { outcome, detail }]))
  return JSON.stringify({ ended_at, outcomes }, withoutSecrets)
}

/** For `JSON.stringify`: a name may hold a secret by mistake. */
const withoutSecrets = (name: string, value: unknown): unknown =>
  typeof value === 'string' && looksLikeSecret(value) ? REMOVED : withMaps(name, value)
