import { useQueryErrorResetBoundary } from '@tanstack/react-query'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { CircleAlert, SearchX, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ApiFailure } from '#app/api/errors.ts'
import { isApiFailure } from '#app/queries/failures.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { inTurn } from '#app/ui/in-turn.ts'
import { useExplanation } from './use-explanation.ts'
import { FailureDetails } from './failure-details.tsx'
import { paths } from './paths.ts'
import { ButtonLink } from './link.tsx'
import { RetryButton } from './retry-button.tsx'

type RouteErrorProps = ErrorComponentProps & {
  /** 2 for a part of a page that has its own heading. */
  headingLevel?: 1 | 2
}

/** A page whose data could not be had at all. With a `Retry-After` it goes on by itself. */
export function RouteError({ error, reset, headingLevel = 1 }: RouteErrorProps) {
  const router = useRouter()
  const { reset: resetQueries } = useQueryErrorResetBoundary()
  const retry = () => {
    resetQueries()
    reset()
    void router.invalidate()
  }

  // A browser may remember that code did not come, and gives it to no second request of the same page.
  if (isMissingCode(error)) {
    return (
      <ErrorPage headingLevel={headingLevel} title="Couldn’t load this page" onRetry={() => location.reload()}>
        <p>Check your connection, and try again. What you entered is kept in this tab.</p>
      </ErrorPage>
    )
  }
  if (!isApiFailure(error)) {
    return (
      <ErrorPage
        headingLevel={headingLevel}
        title="Something went wrong"
        onRetry={retry}
        action={<Button onClick={() => location.reload()}>Reload</Button>}
      >
        <p>This is an error in Token Desk. What you entered is kept in this tab.</p>
      </ErrorPage>
    )
  }
  // The API knows nothing of this id, or not yet: a list and a catalogue are always there.
  if (error.isGone) {
    return (
      <ErrorPage
        headingLevel={headingLevel}
        icon={SearchX}
        title="Not found in this account"
        failure={error}
        onRetry={retry}
        action={<ButtonLink href={paths.home}>Go to the start page</ButtonLink>}
      >
        <p>It may have been deleted, or belong to another account.</p>
      </ErrorPage>
    )
  }
  return <Failed failure={error} headingLevel={headingLevel} onRetry={retry} />
}

/** What browsers and the bundler say when a file of the app could not be loaded. */
const isMissingCode = (error: unknown) =>
  error instanceof Error && /dynamically imported module|module script|preload CSS/i.test(error.message)

type FailedProps = { failure: ApiFailure; headingLevel: 1 | 2; onRetry: () => void }

function Failed({ failure, headingLevel, onRetry }: FailedProps) {
  const { title, cause, next } = useExplanation(failure)
  return (
    <ErrorPage headingLevel={headingLevel} title={title} failure={failure} onRetry={onRetry}>
      <p>{cause}</p>
      <p>{next}</p>
    </ErrorPage>
  )
}

type ErrorPageProps = {
  headingLevel: 1 | 2
  icon?: LucideIcon
  title: string
  failure?: ApiFailure
  onRetry: () => void
  /** Beside the retry. */
  action?: ReactNode
  children: ReactNode
}

function ErrorPage({ headingLevel, icon = CircleAlert, title, failure, onRetry, action, children }: ErrorPageProps) {
  return (
    <EmptyState
      icon={icon}
      title={title}
      headingLevel={headingLevel}
      actions={
        <>
          <RetryButton ref={inTurn} failure={failure} size="regular" isAutomatic onClick={onRetry} />
          {action}
        </>
      }
    >
      {children}
      {failure && <FailureDetails failure={failure} />}
    </EmptyState>
  )
}
