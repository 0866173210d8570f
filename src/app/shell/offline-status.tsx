import { onlineManager } from '@tanstack/react-query'
import { WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { HeaderChip } from './header-chip.tsx'

/** Shown while the browser has no network. Reads wait for it; what is on the page may be old. */
export function OfflineStatus() {
  const isOnline = useSyncExternalStore(
    (onChange) => onlineManager.subscribe(onChange),
    () => onlineManager.isOnline(),
  )
  // Outside the condition, so that a screen reader hears the change.
  return (
    <span role="status">
      {!isOnline && (
        <HeaderChip
          tone="caution"
          icon={WifiOff}
          words="Offline"
          title="This browser has no network. We’ll reconnect automatically."
        />
      )}
    </span>
  )
}
