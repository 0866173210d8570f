import { Fragment } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { ownStatus } from '#app/queries/failures.ts'
import { Link } from './link.tsx'
import { paths } from './paths.ts'
import styles from './parts.module.css'

/** Links to the documentation that a failure names; for a refusal, to the permission that the request needs. */
export function FailureDocumentation({ failure }: { failure: ApiFailure }) {
  const urls = [...new Set(failure.problems.flatMap(({ documentationUrl }) => documentationUrl ?? []))]
  const call = refusedCall(failure)
  return (
    <>
      {call !== null && (
        <Link href={paths.which(accountIn(call), { call })} className={styles.more}>
          Which permission?
        </Link>
      )}
      {urls.map((url) => (
        <Fragment key={url}>
          {' '}
          <a href={url} target="_blank" rel="noopener noreferrer" className={styles.more}>
            Cloudflare’s page on this
            <span className="visually-hidden"> (opens in a new tab)</span>
          </a>
        </Fragment>
      ))}
    </>
  )
}

/** The request that Cloudflare refused; `null` for a refusal of the app's own server, which is about something else. */
function refusedCall({ status, call, problems }: ApiFailure): string | null {
  const isOwn = problems.some(({ code }) => ownStatus(code) !== null)
  return status === 403 && !isOwn ? call : null
}

const accountIn = (call: string) => /\/accounts\/([0-9a-f]{32})/.exec(call)?.[1] ?? null
