import type { ApiFailure } from '#app/api/errors.ts'
import { CopyButton } from '#app/ui/copy-button.tsx'
import styles from './parts.module.css'

type FailureDetailsProps = { failure: ApiFailure }

/** Cloudflare's own code, words and ray id, to read and to copy into a support request. */
export function FailureDetails({ failure }: FailureDetailsProps) {
  const lines = [
    ...failure.problems.map(({ code, message }) => `${code}: ${message}`),
    ...(failure.status ? [`HTTP status ${failure.status}`] : []),
    ...(failure.ray ? [`Ray id ${failure.ray}`] : []),
  ]
  if (lines.length === 0) return null

  return (
    <div className={styles.failureDetails}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <CopyButton value={lines.join('\n')} label="Copy details" size="small" tone="quiet" />
    </div>
  )
}
