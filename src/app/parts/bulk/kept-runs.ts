import * as v from 'valibot'
import { keep, keptKeys, readKept } from '#app/parts/kept-in-tab.ts'
import { runKeys } from '#app/parts/unfinished-keys.ts'
import { isHeldElsewhere } from '#app/queries/browser-locks.ts'
import type { BulkAction } from '#domain/inventory/bulk-plan.ts'
import { REPORTED, type BulkReport } from '#domain/inventory/bulk-report.ts'
import { BULK_WORDS } from './bulk-words.ts'

/** A bulk action that did not finish, as far as it is known. Its report has no states after it. */
export type KeptRun = { key: string; report: BulkReport }

/** A run is kept as its report before the first token, and what became of each token since. */
export const progressKey = (key: string): string => `${key}.progress`

/** Runs of this page. `isShown`: a dialog shows it, or a toast will say how it ended. */
const own = new Map<string, { isShown: boolean }>()
const listeners = new Set<() => void>()

const tell = () => {
  for (const listener of listeners) listener()
}

/** A run of this page is kept, or what is kept of it has changed. */
export function noteRun(key: string, isShown: boolean): void {
  own.set(key, { isShown })
  if (!isShown) tell()
}

export function forgetRun(key: string): void {
  remove(key)
  tell()
}

function remove(key: string): void {
  keep(key, null)
  keep(progressKey(key), null)
}

/** Calls `listener` when the result of `unfinishedRuns` may be another one. Returns how to end that. */
export function onRunsChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/**
 * The runs on an account that did not finish and that nothing on the screen tells of, the oldest first. A browser copies
 * what a tab keeps when the tab is duplicated; the copy of a run that another tab still has is removed.
 */
export async function unfinishedRuns(accountId: string): Promise<KeptRun[]> {
  const keys = keptKeys(runKeys(accountId)).filter((key) => !key.endsWith(progressKey('')))
  const runs = await Promise.all(
    keys.toSorted().map(async (key) => {
      if (own.get(key)?.isShown) return []
      const report = keptReport(accountId, key)
      if (report && (own.has(key) || !(await isHeldElsewhere(key)))) return [{ key, report }]
      remove(key)
      return []
    }),
  )
  return runs.flat()
}

const KINDS = Object.keys(BULK_WORDS) as BulkAction['kind'][]

const outcome = { outcome: v.picklist(REPORTED), detail: v.string() }
const progressSchema = v.object({ ended_at: v.string(), outcomes: v.record(v.string(), v.object(outcome)) })
const reportSchema = v.object({
  // With what was chosen, which the report repeats as it is.
  action: v.pipe(
    v.record(v.string(), v.unknown()),
    v.check(({ kind }) => KINDS.some((one) => one === kind)),
    // Checked right before.
    v.transform((action) => action as BulkReport['action']),
  ),
  account_id: v.string(),
  tokens: v.array(
    v.object({
      id: v.pipe(v.string(), v.regex(/^\w+$/)),
      name: v.string(),
      ...outcome,
      before: v.optional(v.unknown()),
    }),
  ),
})

/** What the tab wrote itself, of this version; `null` for anything else. */
function keptReport(accountId: string, key: string): BulkReport | null {
  try {
    const report = v.parse(reportSchema, JSON.parse(readKept(key) ?? ''))
    const progress = v.parse(progressSchema, JSON.parse(readKept(progressKey(key)) ?? ''))
    if (report.account_id !== accountId) return null
    const tokens = report.tokens.map(({ before, ...line }) => {
      // A state that was too much to keep is not written as if the token had none.
      return { ...line, ...progress.outcomes[line.id], before, after: undefined }
    })
    return { ...report, ended_at: progress.ended_at, tokens }
  } catch {
    return null
  }
}
