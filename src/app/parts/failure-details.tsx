import type { ApiFailure } from '#app/api/errors.ts'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { FailureDocumentation } from './failure-documentation.tsx'
import styles from './parts.module.css'

type FailureDetailsProps = { failure: ApiFailure }

/** Cloudflare's own code, words and ray id, to read and to copy into a support request, and the page it names. */
export function FailureDetails({ failure }: FailureDetailsProps) {
  const lines = [
    ...failure.problems.flatMap(({ code, message, chain }) => [
      `${code}: ${message}`,
      // What lies under it says more than it does: a 6003 may have any of several causes.
      ...chain.map((cause) => `${cause.code}: ${cause.message}`),
    ]),
    ...(failure.status ? [`HTTP status ${failure.status}`] : []),
    ...(failure.ray ? [`Ray id ${failure.ray}`] : []),
  ]
  if (lines.length === 0) return null
  const pages = failure.problems.flatMap(({ documentationUrl }) => documentationUrl ?? [])

  return (
    <div className={styles.failureDetails}>
      <ul>
        {lines.map((line, index) => (
          <li key={`${index} ${line}`}>{line}</li>
        ))}
      </ul>
      <FailureDocumentation failure={failure} />
      <CopyButton value={[...lines, ...new Set(pages)].join('\n')} label="Copy details" size="small" tone="quiet" />
    </div>
  )
}
