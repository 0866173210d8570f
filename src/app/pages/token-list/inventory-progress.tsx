import { FailureNote } from '#app/parts/failure-note.tsx'
import { WaitSeconds } from '#app/parts/wait-seconds.tsx'
import type { InventoryState } from '#app/queries/inventory-cache.ts'
import { Button } from '#app/ui/button.tsx'
import { Note } from '#app/ui/note.tsx'
import { ProgressLine } from '#app/ui/progress-line.tsx'
import { isPartial, missingCount } from '#domain/inventory/inventory.ts'

type InventoryProgressProps = InventoryState & { stop: () => void; resume: () => void; refresh: () => void }

/** How many tokens are loaded, and what the user can do about the rest. Empty once all are loaded. */
export function InventoryProgress({ inventory, activity, stop, resume, refresh }: InventoryProgressProps) {
  const isIncomplete = isPartial(inventory)
  const isBegun = inventory.totalCount !== null
  const loaded = inventory.isCounted ? `${inventory.tokens.length} of ${inventory.totalCount}` : inventory.tokens.length

  if (activity.kind === 'failed') {
    return (
      <FailureNote
        failure={activity.failure}
        title={
          !isBegun
            ? 'The tokens could not be loaded'
            : isIncomplete
              ? `Loaded ${loaded} tokens, then it failed`
              : 'The tokens could not be refreshed'
        }
        action={button('Try again', resume)}
      />
    )
  }
  if (activity.kind === 'stopped' && isIncomplete) {
    return (
      <Note
        tone="caution"
        title={isBegun ? `Stopped: loaded ${loaded} tokens` : 'Stopped before any token was loaded'}
        action={button('Go on loading', resume)}
      >
        {isBegun && 'What is found, counted and sorted here is a part of the account.'}
      </Note>
    )
  }
  if (activity.kind === 'reading' && isIncomplete) {
    return (
      <ProgressLine
        label="Loading all tokens"
        value={inventory.tokens.length}
        max={inventory.isCounted ? inventory.totalCount : null}
        action={button('Stop', stop)}
      >
        {isBegun ? `Loaded ${loaded}; results cover these so far` : 'Loading tokens…'}
        {activity.until !== null && <WaitSeconds until={activity.until} />}
      </ProgressLine>
    )
  }
  if (activity.kind === 'idle' && !isIncomplete && missingCount(inventory) > 0) {
    return (
      <Note
        tone="caution"
        title={`Cloudflare counts ${inventory.totalCount} tokens, ${inventory.tokens.length} are here: some may be missing`}
        action={button('Load them again', refresh)}
      />
    )
  }
  return null
}

const button = (label: string, onClick: () => void) => (
  <Button size="small" onClick={onClick}>
    {label}
  </Button>
)
