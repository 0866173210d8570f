import { WaitSeconds } from '#app/parts/wait-seconds.tsx'
import type { useInventory } from '#app/queries/inventory.ts'
import { Button } from '#app/ui/button.tsx'
import { inTurn } from '#app/ui/in-turn.ts'
import { ProgressLine } from '#app/ui/progress-line.tsx'
import { isPartial } from '#domain/inventory/inventory.ts'
import { loadedOf } from './count-words.ts'
import { InventoryTrouble } from './inventory-trouble.tsx'

type InventoryProgressProps = Pick<
  ReturnType<typeof useInventory>,
  'inventory' | 'activity' | 'stop' | 'resume' | 'refresh'
>

/** How many tokens are loaded, and what the user can do about the rest. Empty once all are loaded. */
export function InventoryProgress({ stop, ...state }: InventoryProgressProps) {
  const { inventory, activity } = state
  if (activity.kind !== 'reading' || !isPartial(inventory)) return <InventoryTrouble {...state} />
  const { tokens, totalCount, isCounted } = inventory
  return (
    <ProgressLine
      label="Loading tokens"
      value={tokens.length}
      max={isCounted ? totalCount : null}
      action={
        <Button ref={inTurn} size="small" onClick={stop}>
          Stop
        </Button>
      }
    >
      {totalCount === null ? 'Loading tokens…' : `${loadedOf(inventory)} tokens loaded`}
      {activity.until !== null && <WaitSeconds until={activity.until} />}
    </ProgressLine>
  )
}
