import { useQuery } from '@tanstack/react-query'
import {
  operationMapQuery,
  shippedMapQuery,
  useKeepMap,
  useRemoveMap,
  type MapInUse,
} from '#app/queries/operation-map.ts'
import { Button } from '#app/ui/button.tsx'
import { Dialog } from '#app/ui/dialog.tsx'
import { ExternalLink } from '#app/ui/external-link.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { formatDate } from '#app/ui/format-time.ts'
import { Note } from '#app/ui/note.tsx'
import { passFocus } from '#app/ui/pass-focus.ts'
import { ProgressLine } from '#app/ui/progress-line.tsx'
import { useToast } from '#app/ui/use-toast.ts'
import { NewerMapResult } from './newer-map-result.tsx'
import { useNewerMap } from './use-newer-map.ts'

const FILES = '.json,.yaml,.yml,application/json,application/yaml'
const SCHEMAS = 'https://github.com/cloudflare/api-schemas'

/** Replaces what the app knows of the API's operations by a newer file of the vendor's. */
export function NewerMapDialog({ onClose }: { onClose: () => void }) {
  const toast = useToast()
  const { reading, take, stop } = useNewerMap()
  const { data: inUse } = useQuery(operationMapQuery)
  const { data: shipped } = useQuery(shippedMapQuery)
  const keep = useKeepMap()
  const newer = reading.kind === 'read' ? reading.newer : null

  const apply = () => {
    if (!newer) return
    keep.mutate(newer, {
      onSuccess: (isKept) => {
        const kept = isKept ? '' : ' Browser storage is blocked: it is forgotten when you leave.'
        toast({ message: `${newer.fileName} is in use.${kept}`, tone: isKept ? 'positive' : 'critical' })
        onClose()
      },
    })
  }
  return (
    <Dialog
      title="Use a newer file"
      description="Cloudflare’s API description says which permissions each operation takes."
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="primary" disabled={!newer} busy={keep.isPending} onClick={apply}>
            Use it
          </Button>
        </>
      }
    >
      <div className="stack">
        <FileField
          label="API description"
          hint={
            <>
              openapi.json or openapi.yaml from <ExternalLink href={SCHEMAS}>cloudflare/api-schemas</ExternalLink>. It
              is read in your browser and not sent anywhere.
            </>
          }
          accept={FILES}
          onFile={(file) => void take(file)}
          {...(reading.kind === 'problem' && {
            error: `${reading.fileName}: ${reading.message} ${stays(inUse)}`,
          })}
        />
        {reading.kind === 'reading' && (
          <ProgressLine
            label={`Reading ${reading.fileName}`}
            value={reading.bytes}
            max={reading.bytes < reading.size ? reading.size : null}
            action={
              <Button
                size="small"
                onClick={({ currentTarget }) => {
                  passFocus(currentTarget, { within: '[role="dialog"]', otherwise: 'input[type="file"]' })
                  stop()
                }}
              >
                Stop
              </Button>
            }
          >
            {reading.bytes < reading.size
              ? `${megabytes(reading.bytes)} of ${megabytes(reading.size)} MB read`
              : `${megabytes(reading.size)} MB read, finding operations…`}
          </ProgressLine>
        )}
        {newer && shipped && <NewerMapResult newer={newer} shippedDate={shipped.date} />}
        {inUse?.fileName && shipped && <InUse inUse={inUse} shippedDate={shipped.date} onRemoved={onClose} />}
      </div>
    </Dialog>
  )
}

const megabytes = (bytes: number) => (bytes / 1024 / 1024).toFixed(1)

const stays = (inUse: MapInUse | undefined) =>
  inUse ? `The description of ${formatDate(inUse.map.date)} stays in use.` : ''

type InUseProps = { inUse: MapInUse; shippedDate: string; onRemoved: () => void }

/** The user's file that is in use, and the way back. */
function InUse({ inUse, shippedDate, onRemoved }: InUseProps) {
  const remove = useRemoveMap()
  return (
    <Note
      tone="info"
      title={`In use: ${inUse.fileName}, ${formatDate(inUse.map.date)}`}
      action={
        <Button busy={remove.isPending} onClick={() => remove.mutate(undefined, { onSuccess: onRemoved })}>
          {`Remove it, and use the one of ${formatDate(shippedDate)} again`}
        </Button>
      }
    >
      <p>{inUse.isKept ? 'Kept in this browser.' : 'Browser storage is blocked: it is forgotten when you leave.'}</p>
      {inUse.map.date < shippedDate && <p>The description that comes with Token Desk is newer.</p>}
    </Note>
  )
}
