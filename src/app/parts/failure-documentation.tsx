import type { ApiFailure } from '#app/api/errors.ts'

/** The pages of Cloudflare's documentation that a failure names, as links: those of a refusal say which permission it takes. */
export function FailureDocumentation({ failure }: { failure: ApiFailure }) {
  const urls = [...new Set(failure.problems.flatMap(({ documentationUrl }) => documentationUrl ?? []))]
  return urls.map((url) => (
    <a key={url} href={url} target="_blank" rel="noopener noreferrer">
      {failure.status === 403 ? 'Which permission this needs' : 'Cloudflare’s page on this'}
      <span className="visually-hidden"> (opens in a new tab)</span>
    </a>
  ))
}
