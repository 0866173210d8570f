import { hasUser } from '#app/parts/kept-in-tab.ts'
import { ownTokenWords } from '#app/parts/own-token-words.ts'
import { Button } from '#app/ui/button.tsx'
import styles from './token-editor.module.css'

type ServerProblemProps = {
  message: string
  /** For a policy on single zones: what Cloudflare does not ask the app's own token about. */
  onAllZones?: () => void
}

/** A refused pairing has two causes, which the API does not tell apart (`docs/api-behaviour.md` §1.2). */
export function ServerProblem({ message, onAllZones }: ServerProblemProps) {
  return (
    <>
      <p>Cloudflare said: {message}</p>
      {message.startsWith('Failed common permission check') && (
        <>
          <ul className={styles.causes}>
            <li>The permission doesn’t apply to these resources: choose others, or move it to a separate policy.</li>
            <li>
              Or {ownTokenWords(hasUser())} doesn’t have the permission on them: add it there, or choose all zones,
              where Cloudflare doesn’t check this.
            </li>
          </ul>
          {onAllZones && (
            <Button size="small" onClick={onAllZones}>
              Choose all zones
            </Button>
          )}
        </>
      )}
    </>
  )
}
