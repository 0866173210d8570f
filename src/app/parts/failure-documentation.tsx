import type { ApiFailure } from '#app/api/errors.ts'

/** Links to the documentation that a failure names. For a refusal, it says which permission is required. */
export function FailureDocumentation({ failure }: { failure: ApiFailure }) {
  const urls = [...new Set(failure.problems.flatMap(({ documentationUrl }) => documentationUrl ?? []))]
  return urls.map((url) => (
    <a key={url} href={url} target="_blank" rel="noopener noreferrer">
      {failure.status === 403 ? 'Which permission this needs' : 'Cloudflare’s page on this'}
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  ))
}
