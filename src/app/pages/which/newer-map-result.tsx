import type { NewerMap } from '#app/queries/operation-map.ts'
import { formatDate } from '#app/ui/format-time.ts'
import { Note } from '#app/ui/note.tsx'
import { count, grouped } from '#domain/text/plural.ts'

type NewerMapResultProps = { newer: NewerMap; shippedDate: string }

/** What is in a file, and what using it changes. */
export function NewerMapResult({ newer, shippedDate }: NewerMapResultProps) {
  const { map, isWhole, left, read, marked, changes, fileName } = newer
  const { changed, added, gone } = changes
  const differences = [
    ...(changed.length > 0 ? [`${grouped(changed.length)} changed`] : []),
    ...(added.length > 0 ? [`${grouped(added.length)} new`] : []),
    ...(gone.length > 0 ? [`${grouped(gone.length)} gone`] : []),
  ]
  return (
    <>
      <Note tone="positive" role="status" title={`${fileName}, ${formatDate(map.date)}`}>
        {`${count(read, 'operation')}, ${grouped(marked)} with permissions; ${differences.join(', ') || 'nothing changed'}.`}
      </Note>
      {!isWhole && (
        <Note tone="caution" title="Only a part of the API">
          {`${grouped(left)} known operations are not in this file. They stay as they are.`}
        </Note>
      )}
      {map.date < shippedDate && (
        <Note tone="caution" title="An older file">
          {`The description that comes with Token Desk is of ${formatDate(shippedDate)}.`}
        </Note>
      )}
    </>
  )
}
