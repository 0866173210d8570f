import type { ApiFailure } from '#app/api/errors.ts'
import { explainFailure } from '#app/parts/explain-failure.ts'
import { paths } from '#app/parts/paths.ts'
import { isSignedOut } from '#app/queries/failures.ts'
import { ExternalLink } from '#app/ui/external-link.tsx'

type RunEndProps = {
  failure: ApiFailure | null
  /** The user who began it signed out in another tab. */
  isOver: boolean
}

/** Why a run ended before its last token, and how it goes on. */
export function RunEnd({ failure, isOver }: RunEndProps) {
  if (isOver) return <p>You signed out in another tab, so the rest wasn’t tried.</p>
  if (!failure) return null
  if (isSignedOut(failure))
    return (
      <p>
        You’re signed out, so the rest wasn’t tried. To continue here,{' '}
        <ExternalLink href={paths.signIn()}>sign in</ExternalLink> in another tab first.
      </p>
    )
  const { title, cause, next } = explainFailure(failure)
  return (
    <p>
      {title}, so the rest wasn’t tried. {cause} {next}
    </p>
  )
}
