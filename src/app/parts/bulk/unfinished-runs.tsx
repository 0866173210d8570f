import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useKept } from '#app/parts/use-kept.ts'
import { useReadOnly } from '#app/parts/use-read-only.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { Time } from '#app/ui/time.tsx'
import type { BulkAction } from '#domain/inventory/bulk-plan.ts'
import type { Token } from '#domain/token/token.ts'
import { BulkDialog } from './bulk-dialog.tsx'
import styles from './bulk.module.css'
import { KeptResults } from './kept-results.tsx'
import { forgetRun, onRunsChange, unfinishedRuns, type KeptRun } from './kept-runs.ts'
import { sayRun } from './say-run.ts'

const RUNS = { read: unfinishedRuns, onChange: onRunsChange }

/** Bulk actions that a reload, a crash or a navigation cut short, until they are dismissed. */
export function UnfinishedRuns({ accountId }: { accountId: string }) {
  const runs = useKept(accountId, RUNS)
  const [opened, setOpened] = useState<KeptRun | null>(null)
  const [continued, setContinued] = useState<{ kind: BulkAction['kind']; tokens: Token[] } | null>(null)
  const isReadOnly = useReadOnly(accountId)
  // Changes are made on the pages of the account, not beside them.
  const isBeside = useParams({ strict: false }).accountId === undefined

  return (
    <>
      {runs.map((run) => {
        const { title, counts } = sayRun(run.report)
        return (
          <div key={run.key} ref={bringIntoView} className={styles.unfinished}>
            <Note
              tone="caution"
              role="alert"
              title={title}
              action={
                <>
                  <Button size="small" onClick={() => setOpened(run)}>
                    View results
                  </Button>
                  <Button
                    size="small"
                    data-dismiss-run
                    onClick={({ currentTarget }) => {
                      passFocus(currentTarget, { within: 'main', kin: '[data-dismiss-run]', otherwise: 'h1' })
                      forgetRun(run.key)
                    }}
                  >
                    Dismiss
                  </Button>
                </>
              }
            >
              <p>
                {counts.join(', ')}. Ended <Time value={run.report.ended_at} missing="" />.
              </p>
            </Note>
          </div>
        )
      })}
      {opened && (
        <KeptResults
          report={opened.report}
          onContinue={
            isReadOnly || isBeside
              ? undefined
              : (tokens) => {
                  setOpened(null)
                  setContinued({ kind: opened.report.action.kind, tokens })
                }
          }
          onClose={() => setOpened(null)}
        />
      )}
      {continued && <BulkDialog {...continued} onClose={() => setContinued(null)} />}
    </>
  )
}

/** After a reload the browser shows the place where the page was scrolled to. */
const bringIntoView = (note: HTMLElement | null) => note?.scrollIntoView({ block: 'nearest' })
