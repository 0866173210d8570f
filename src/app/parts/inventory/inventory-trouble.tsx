import { FailureNote } from '#app/parts/failure-note.tsx'
import type { InventoryState } from '#app/queries/inventory-cache.ts'
import { Button } from '#app/ui/button.tsx'
import { inTurn } from '#app/ui/in-turn.ts'
import { Note } from '#app/ui/note.tsx'
import { isPartial, missingCount } from '#domain/inventory/inventory.ts'
import { count } from '#domain/text/plural.ts'
import { loadedOf } from './count-words.ts'

type InventoryTroubleProps = InventoryState & { resume: () => void; refresh: () => void }

/** Why tokens are missing, and what the user can do about it. Empty once all are loaded. */
export function InventoryTrouble({ inventory, activity, resume, refresh }: InventoryTroubleProps) {
  const isIncomplete = isPartial(inventory)
  const isBegun = inventory.totalCount !== null
  const loaded = loadedOf(inventory)

  if (activity.kind === 'failed') {
    return (
      <FailureNote
        failure={activity.failure}
        title={
          !isBegun
            ? 'Couldn’t load the tokens'
            : isIncomplete
              ? `Loading stopped at ${loaded} tokens`
              : 'Couldn’t refresh the tokens'
        }
        retry={{ isFetching: false, refetch: resume, isLeaving: true }}
      />
    )
  }
  if (activity.kind === 'stopped' && isIncomplete) {
    return (
      <Note
        tone="caution"
        role="status"
        title={isBegun ? `Stopped at ${loaded} tokens` : 'Loading stopped'}
        action={button('Resume loading', resume)}
      >
        {isBegun && 'Results cover only the tokens loaded so far.'}
      </Note>
    )
  }
  if (activity.kind === 'idle' && !isIncomplete && missingCount(inventory) > 0) {
    return (
      <Note
        tone="caution"
        title={`The account changed while loading. ${count(missingCount(inventory), 'token')} may be missing.`}
        action={button('Reload', refresh)}
      />
    )
  }
  return null
}

const button = (label: string, onClick: () => void) => (
  <Button ref={inTurn} size="small" onClick={onClick}>
    {label}
  </Button>
)
