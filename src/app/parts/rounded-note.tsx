import { Note } from '#app/ui/note.tsx'
import { holdsRounded } from '#domain/text/rounded.ts'

/** Above JSON that a browser may have changed. */
export const RoundedNote = ({ values }: { values: readonly unknown[] }) =>
  values.some(holdsRounded) && (
    <Note tone="caution">A number in it has more digits than a browser keeps, and may be rounded.</Note>
  )
