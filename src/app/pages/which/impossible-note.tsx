import { Note } from '#app/ui/note.tsx'
import { operationKey } from '#domain/operations/operation.ts'
import type { Requirement } from '#domain/operations/requirements.ts'
import { count } from '#domain/text/plural.ts'
import styles from './which.module.css'

/** So many are named. */
const NAMED = 3

/** The requests that no account token can make. */
export function ImpossibleNote({ requirements }: { requirements: Requirement[] }) {
  const impossible = requirements.flatMap(({ needs: [need] }) =>
    need?.operation && (need.state === 'user-only' || need.state === 'unsupported')
      ? [operationKey(need.operation)]
      : [],
  )
  if (impossible.length === 0) return null
  const more = impossible.length - NAMED
  return (
    <Note tone="caution" title={`${count(impossible.length, 'request')} won’t work with any account token`}>
      <ul className={styles.impossible}>
        {impossible.slice(0, NAMED).map((key) => (
          <li key={key}>{key}</li>
        ))}
      </ul>
      {more > 0 && <p>and {count(more, 'other')}</p>}
    </Note>
  )
}
