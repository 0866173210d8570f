import { Note } from '#app/ui/note.tsx'
import type { Asked } from './asked.ts'

/** What of the address means nothing here, and what is asked as it is. */
export function UnknownNotes({ asked }: { asked: Asked }) {
  return (
    <>
      {asked.isCanUnknown && (
        <Note tone="caution" title="The address names an unknown level">
          The answer is about “{asked.can.label}”. Choose one below.
        </Note>
      )}
      {asked.isWhatUnknown && (
        <Note tone="caution" title="The address names an unknown product or permission">
          The answer is about “{asked.what}”. Choose a product or permission below.
        </Note>
      )}
      {asked.isPlaceUnknown && (
        <Note tone="caution" title="The address names an unknown resource">
          The answer is about any resource. Choose one below.
        </Note>
      )}
    </>
  )
}
