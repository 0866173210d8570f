import type { BulkReport } from '#domain/inventory/bulk-report.ts'
import { count, grouped } from '#domain/text/plural.ts'
import { BULK_WORDS, sayNotDone } from './bulk-words.ts'
import { KIND_OF } from './kept-line.tsx'

/** "Disabling 5 tokens didn’t finish", and "2 disabled", "1 not confirmed", "2 not started". */
export function sayRun({ action, tokens }: BulkReport): { title: string; counts: string[]; hasFailed: boolean } {
  const words = BULK_WORDS[action.kind]
  const kinds = tokens.filter(({ outcome }) => outcome !== 'skipped').map(({ outcome }) => KIND_OF[outcome])
  const amountOf = (kind: (typeof kinds)[number]) => kinds.filter((one) => one === kind).length
  const notDone = (['failed', 'unknown', 'conflict', 'waiting'] as const).map((kind) => [kind, amountOf(kind)] as const)
  return {
    title: `${words.doing} ${count(kinds.length, 'token')} didn’t finish`,
    counts: [`${grouped(amountOf('done'))} ${words.done}`, ...sayNotDone(notDone)],
    hasFailed: amountOf('failed') > 0,
  }
}
