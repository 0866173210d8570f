import { FailureNote } from '#app/parts/failure-note.tsx'
import { WaitSeconds } from '#app/parts/wait-seconds.tsx'
import type { InventoryState } from '#app/queries/inventory-cache.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { ProgressLine } from '#app/ui/progress-line.tsx'
import { isPartial, missingCount } from '#domain/inventory/inventory.ts'

type InventoryProgressProps = InventoryState & { stop: () => void; resume: () => void; refresh: () => void }

/** How much of the account is known, and what can be done about the rest. Silent once all is there. */
export function InventoryProgress({ inventory, activity, stop, resume, refresh }: InventoryProgressProps) {
  const isIncomplete = isPartial(inventory)
  const loaded = `${inventory.tokens.length} of ${inventory.totalCount ?? 'all'}`

  if (activity.kind === 'failed') {
    return (
      <FailureNote
        failure={activity.failure}
        title={isIncomplete ? `Loaded ${loaded} tokens, then it failed` : 'The tokens could not be refreshed'}
        action={
          <Button size="small" onClick={resume}>
            Go on loading
          </Button>
        }
      />
    )
  }
  if (activity.kind === 'stopped' && isIncomplete) {
    return (
      <Note
        tone="caution"
        title={`Stopped: loaded ${loaded} tokens`}
        action={
          <Button size="small" onClick={resume}>
            Go on loading
          </Button>
        }
      >
        What is found, counted and sorted here is a part of the account.
      </Note>
    )
  }
  if (activity.kind === 'reading' && isIncomplete) {
    return (
      <ProgressLine
        label="Loading all tokens"
        value={inventory.tokens.length}
        max={inventory.totalCount}
        action={
          <Button size="small" onClick={stop}>
            Stop
          </Button>
        }
      >
        Loaded {loaded}
        {activity.until !== null && <WaitSeconds until={activity.until} />}
      </ProgressLine>
    )
  }
  if (activity.kind === 'idle' && !isIncomplete && missingCount(inventory) > 0) {
    return (
      <Note
        tone="caution"
        title={`Tokens came and went while they were loaded: ${missingCount(inventory)} may be missing here`}
        action={
          <Button size="small" onClick={refresh}>
            Load them again
          </Button>
        }
      />
    )
  }
  return null
}
