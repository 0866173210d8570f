import type { ReportLine } from '#domain/inventory/bulk-report.ts'
import { unconfirmed } from './bulk-words.ts'
import { ResultRow } from './result-row.tsx'

/** What a report calls them, as the results do. */
export const KIND_OF = {
  'not started': 'waiting',
  skipped: 'waiting',
  done: 'done',
  'changed by someone else': 'conflict',
  deleted: 'conflict',
  failed: 'failed',
  unknown: 'unknown',
} as const satisfies Record<ReportLine['outcome'], string>

type KeptLineProps = {
  accountId: string
  line: ReportLine
  /** What the tokens were to be: "disabled". */
  done: string
  isDelete: boolean
}

/** What became of one token, as far as it was kept. */
export function KeptLine({ accountId, line, done, isDelete }: KeptLineProps) {
  const { outcome } = line
  return (
    <ResultRow
      accountId={accountId}
      token={line}
      kind={KIND_OF[outcome]}
      isOdd={outcome === 'done' && line.detail !== ''}
      isGone={outcome === 'deleted' || (outcome === 'done' && isDelete)}
    >
      {say(line, done)}
    </ResultRow>
  )
}

function say({ outcome, detail }: ReportLine, done: string): string {
  switch (outcome) {
    case 'done':
      return detail
    case 'not started':
      return 'Not started'
    case 'skipped':
      return detail
    case 'changed by someone else':
      return 'Changed by someone else; skipped'
    case 'deleted':
      return 'Already deleted'
    case 'failed':
      return `Not changed. ${detail}`
    case 'unknown':
      return `${unconfirmed(done)} ${detail}.`
  }
}
