import { Suspense, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { operationMapQuery } from '#app/queries/operation-map.ts'
import { Button } from '#app/ui/button.tsx'
import { formatDate } from '#app/ui/format-time.ts'
import { lazyComponent } from '#app/ui/lazy-component.ts'
import styles from './map-source.module.css'

const NewerMapDialog = lazyComponent(() => import('./newer-map-dialog.tsx'), 'NewerMapDialog')

/** Of when the knowledge about operations is, and the way to a newer one. */
export function MapSource() {
  const [isOpen, setIsOpen] = useState(false)
  const { data: inUse } = useQuery(operationMapQuery)
  return (
    <div className={`flush ${styles.source}`}>
      {inUse && (
        <p>
          {inUse.fileName === null ? 'From Cloudflare’s API description' : `From your file ${inUse.fileName}`} of{' '}
          {formatDate(inUse.map.date)}
        </p>
      )}
      <Button
        size="small"
        tone="quiet"
        onPointerEnter={() => void NewerMapDialog.preload().catch(() => {})}
        onClick={() => setIsOpen(true)}
      >
        Use a newer file
      </Button>
      {isOpen && (
        // The page stays, and with it the focus, while the code of the dialog loads.
        <Suspense>
          <NewerMapDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
