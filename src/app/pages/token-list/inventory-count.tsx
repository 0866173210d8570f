import { createPortal } from 'react-dom'
import { WaitSeconds } from '#app/parts/wait-seconds.tsx'
import type { InventoryState } from '#app/queries/inventory-cache.ts'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { inTurn } from '#app/ui/in-turn.ts'
import { isPartial } from '#domain/inventory/inventory.ts'
import { grouped } from '#domain/text/plural.ts'
import { X } from 'lucide-react'
import { listedOf, loadedOf } from '#app/parts/inventory/count-words.ts'
import styles from './toolbar.module.css'

type InventoryCountProps = InventoryState & {
  /** In the toolbar. */
  place: HTMLElement
  /** `null` while that is not known. */
  listed: number | null
  hiddenExpired: number
  stop: () => void
}

/** How many tokens are listed and, while they load, how far that is. */
export function InventoryCount({ place, inventory, activity, listed, hiddenExpired, stop }: InventoryCountProps) {
  const { tokens, totalCount, isCounted } = inventory
  const isReading = activity.kind === 'reading' && isPartial(inventory)
  return createPortal(
    <>
      {/* Each batch would be read out: only the result is, and that it takes a while. */}
      <p role="status" aria-live={isReading ? 'off' : 'polite'}>
        {totalCount !== null && (listed === null ? 'Checking tokens…' : listedOf(listed, inventory))}
        {hiddenExpired > 0 && <span className="visually-hidden">, {grouped(hiddenExpired)} expired hidden</span>}
      </p>
      <p role="status" className="visually-hidden">
        {isReading && 'Loading…'}
      </p>
      {isReading && (
        <>
          <span>
            {totalCount === null ? 'Loading tokens…' : `· ${loadedOf(inventory)} loaded`}
            {activity.until !== null && <WaitSeconds until={activity.until} />}
          </span>
          <progress
            className={styles.progress}
            aria-label="Loading tokens"
            {...(isCounted && totalCount !== null && { value: tokens.length, max: Math.max(1, totalCount) })}
          />
          <IconButton ref={inTurn} label="Stop loading" icon={<Icon of={X} />} onClick={stop} />
        </>
      )}
    </>,
    place,
  )
}
