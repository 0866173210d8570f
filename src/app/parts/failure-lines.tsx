import type { ApiFailure } from '#app/api/errors.ts'
import { CopyButton } from '#app/ui/copy-button.tsx'
import { FailureDocumentation } from './failure-documentation.tsx'
import styles from './parts.module.css'

/** The request, and Cloudflare's code, message and ray ID, to copy into a support request, and links to the documentation. */
export function FailureLines({ failure }: { failure: ApiFailure }) {
  const lines = [
    ...(failure.call ? [`Request ${failure.call}`] : []),
    ...failure.problems.flatMap(({ code, message, chain }) => [
      code === 0 ? message : `${code}: ${message}`,
      // The chained errors are more specific: a 6003 has many causes.
      ...chain.map((cause) => `${cause.code}: ${cause.message}`),
    ]),
    ...(failure.status ? [`HTTP status ${failure.status}`] : []),
    ...(failure.ray ? [`Ray ID ${failure.ray}`] : []),
  ]
  const pages = failure.problems.flatMap(({ documentationUrl }) => documentationUrl ?? [])

  return (
    <div className={`flush ${styles.failureDetails}`}>
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
